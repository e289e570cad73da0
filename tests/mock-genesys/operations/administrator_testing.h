// A mock and somebody who may do everything that is simulated.
#pragma once

#include <string>
#include <string_view>

#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {

// The fixture first-handover.yaml, whose client has every permission that an operation asks for.
Organisation administered_organisation();

class Administrator {
  public:
    explicit Administrator(Organisation organisation = administered_organisation())
        : driver(std::move(organisation)) {}

    struct Answer {
        int status;
        json::Value body;  // null if there is none
        std::string code() const { return json::text_at(body, "code").value_or(""); }
    };
    Answer call(std::string_view method, std::string_view path, const std::string& body = {});
    Answer get(std::string_view path) { return call("GET", path); }
    // As the agent of this name.
    Answer call_as(const std::string& agent, std::string_view method, std::string_view path,
                   const std::string& body = {});
    // Of the first entity of a listing with that name.
    std::string id_of(std::string_view listing, std::string_view name);

    MockDriver driver;
};

}  // namespace mock
