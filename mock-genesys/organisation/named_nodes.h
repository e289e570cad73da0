// Names that a file defines and refers to: where they stand, so that a dangling or repeated one can be shown.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/document/fields.h"

namespace mock {

// The names of one kind of part ("queue"). References are collected while reading and checked when all is
// read, so that the order of the sections does not matter.
class NamedNodes {
  public:
    explicit NamedNodes(std::string kind) : kind_(std::move(kind)) {}

    // A name that is defined; a problem if it is empty or stands there already.
    void define(const std::string& name, document::Position at, document::Problems& problems);
    // The text at a key of a map is such a name; nothing if the key is absent.
    void refer_at(const document::Node& map, std::string_view key);
    // The list at a key consists of such names.
    std::vector<std::string> read_references(document::Fields& fields, std::string_view key,
                                             document::Problems& problems);
    // A problem for each reference to a name that nobody defined, with the nearest one that was.
    void check_references(document::Problems& problems) const;

  private:
    struct Reference {
        std::string name;
        document::Position at;
    };
    std::string kind_;
    std::map<std::string, document::Position> defined_;
    std::vector<Reference> references_;
};

}  // namespace mock
