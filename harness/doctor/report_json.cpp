#include "harness/doctor/report_json.h"

#include "foundation/json/json.h"

namespace doctor {
namespace {

json::Ordered as_json(const Check& check) {
    return {{"name", check.name}, {"verdict", name_of(check.verdict)}, {"detail", check.detail}};
}

json::Ordered as_json(const Finding& finding) {
    const Advice& advice = advice_on(finding.mistake);
    return {{"code", advice.code},   {"title", advice.title},
            {"sent", finding.sent},  {"cameBack", finding.came_back},
            {"cause", advice.cause}, {"consequence", advice.consequence},
            {"fix", advice.fix},     {"snippets", {{"node", advice.node}, {"python", advice.python}}}};
}

template <class Items>
json::Ordered list_of(const Items& items) {
    json::Ordered list = json::Ordered::array();
    for (const auto& item : items) list.push_back(as_json(item));
    return list;
}

}  // namespace

std::string report_json(const Diagnosis& diagnosis, std::string_view url) {
    constexpr int indentation = 2;
    const json::Ordered report{
        {"url", url}, {"findings", list_of(diagnosis.findings)}, {"checks", list_of(diagnosis.checks)}};
    return report.dump(indentation, ' ', false, json::Ordered::error_handler_t::replace) + "\n";
}

}  // namespace doctor
