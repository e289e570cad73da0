// A JSON object under construction: what operations answer with, without seeing the JSON library.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/time.h"

namespace mock {

// Keys stand in the order in which they were added; a null key of the vendor's is one that was not added.
class Entity {
  public:
    Entity();
    Entity(const Entity& other);
    Entity(Entity&&) noexcept;
    Entity& operator=(Entity other) noexcept;
    ~Entity();

    Entity& text(std::string_view key, std::string_view value);
    // Nothing if the text is empty.
    Entity& text_if_any(std::string_view key, std::string_view value);
    Entity& number(std::string_view key, std::int64_t value);
    Entity& real(std::string_view key, double value);
    Entity& flag(std::string_view key, bool value);
    Entity& time(std::string_view key, base::UtcTime value);
    Entity& time_if_any(std::string_view key, const std::optional<base::UtcTime>& value);
    Entity& object(std::string_view key, const Entity& value);
    Entity& list(std::string_view key, const std::vector<Entity>& values);
    Entity& texts(std::string_view key, const std::vector<std::string>& values);
    Entity& map(std::string_view key, const std::map<std::string, std::string>& values);
    // `json` is JSON text that this program has encoded.
    Entity& raw(std::string_view key, const std::string& json);

    std::string dump() const;
    friend std::string dump(const std::vector<Entity>& values);  // as a JSON array

  private:
    struct Object;
    std::unique_ptr<Object> object_;
};

std::string dump(const std::vector<Entity>& values);
std::string dump_texts(const std::vector<std::string>& values);

// {"id","selfUri"} and, with a name, {"id","name","selfUri"}; `path` has no slash at its end.
Entity reference(std::string_view id, std::string_view path);
Entity reference(std::string_view id, std::string_view name, std::string_view path);

}  // namespace mock
