#include "tests/fuzz/targets.h"

#include <string>

#include "bridge/config/read_settings.h"
#include "foundation/base/check.h"
#include "foundation/json/json.h"
#include "foundation/net/http_parser.h"
#include "harness/scenario/scenario.h"
#include "mock-genesys/organisation/read_organisation.h"
#include "mock-genesys/service/make_service.h"

namespace fuzz {

void http_parser(std::string_view bytes) {
    if (bytes.empty()) return;
    const std::size_t cut =
        std::min<std::size_t>(static_cast<unsigned char>(bytes.front()) + 1U, bytes.size());
    net::HttpParser parser({});
    for (const std::string_view piece : {bytes.substr(1, cut - 1), bytes.substr(cut)}) {
        parser.feed(piece);
        for (;;) {
            const auto outcome = parser.next();
            if (std::holds_alternative<net::Rejection>(outcome)) return;
            if (std::holds_alternative<net::NeedMoreBytes>(outcome)) break;
        }
    }
}

void json_text(std::string_view bytes) {
    const auto value = json::parse(bytes);
    if (value) base::check(json::parse(json::dump(*value)).has_value(), "what was printed can be read");
}

void organisation_file(std::string_view bytes) { static_cast<void>(mock::read_organisation(bytes)); }

void bridge_configuration(std::string_view bytes) { static_cast<void>(bridge::read_settings(bytes)); }

void scenario_file(std::string_view bytes) {
    const auto scenario = scenario::parse(bytes);
    if (!scenario) return;
    const auto again = scenario::parse(scenario::print(*scenario));
    base::check(again && *again == *scenario, "a scenario survives being printed");
}

void requests(std::string_view bytes) {
    const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
    const auto service = mock::make_service({}, 1);
    const base::Now now{};
    service->handle(host::Restored{}, now);
    http::Request request{"POST", std::string(bytes.substr(0, line_end)), {{"Host", "127.0.0.1"}}, {}};
    request.body = bytes.substr(std::min(line_end + 1, bytes.size()));
    service->handle(host::RequestArrived{{1}, std::move(request)}, now);
    int answers = 0;
    for (const host::Effect& effect : service->drain())
        answers += std::holds_alternative<host::Respond>(effect) ||
                           std::holds_alternative<host::AcceptStream>(effect)
                       ? 1
                       : 0;
    base::check(answers == 1, "every request is answered once, at once");
}

}  // namespace fuzz
