// From the deployment name of the file to the id of the Open Messaging integration, by reading the listing
// page by page. Names are compared exactly. The answer is kept until it proves wrong; a failure is not kept.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bridge/core/ids.h"

namespace bridge {

struct IntegrationName {
    IntegrationId id;
    std::string name;
};

// One page of GET /api/v2/conversations/messaging/integrations/open.
struct IntegrationPage {
    std::vector<IntegrationName> integrations;
    bool has_next = false;
};

inline constexpr unsigned lookup_pages_max = 50;

class IntegrationLookup {
  public:
    struct ReadPage {
        unsigned number;  // from 1
    };
    struct Found {
        IntegrationId id;
    };
    struct NotFound {
        std::string nearest;  // a name that differs only in case or blanks, or nearly; may be empty
    };
    using Step = std::variant<ReadPage, Found, NotFound>;

    explicit IntegrationLookup(std::string name) : name_(std::move(name)) {}

    const std::optional<IntegrationId>& found() const { return found_; }
    bool is_running() const { return page_ != 0; }

    // Only while not running; the first page to read.
    ReadPage begin();
    Step page_arrived(const IntegrationPage& page);
    void failed() { page_ = 0; }
    // The id has proved wrong.
    void forget() { found_.reset(); }

  private:
    std::string name_;
    std::optional<IntegrationId> found_;
    std::vector<std::string> names_seen_;
    unsigned page_ = 0;  // being read; 0: none
};

}  // namespace bridge
