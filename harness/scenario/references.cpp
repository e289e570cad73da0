#include "harness/scenario/references.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "harness/scenario/overloaded.h"

namespace scenario {
namespace {

using document::Problems;

std::vector<std::string_view> texts_of(const Action& action) {
    return std::visit(
        Overloaded{
            [](const CustomerSays& step) -> std::vector<std::string_view> { return {step.text}; },
            [](const AgentAccepts& step) -> std::vector<std::string_view> { return {step.conversation}; },
            [](const AgentSays& step) -> std::vector<std::string_view> {
                return {step.text, step.conversation};
            },
            [](const AgentDisconnects& step) -> std::vector<std::string_view> { return {step.conversation}; },
            [](const AgentWrapsUp& step) -> std::vector<std::string_view> { return {step.conversation}; },
            [](const ForgeWebhook& step) -> std::vector<std::string_view> {
                return {step.text, step.conversation};
            },
            [](const auto&) -> std::vector<std::string_view> { return {}; },
        },
        action);
}

const Pattern* pattern_of(const Action& action) {
    if (const auto* const expect = std::get_if<Expect>(&action)) return &expect->pattern;
    if (const auto* const exactly = std::get_if<ExpectExactly>(&action)) return &exactly->pattern;
    if (const auto* const never = std::get_if<Never>(&action)) return &never->pattern;
    return nullptr;
}

std::string_view text_of(const Matcher& matcher) {
    if (const auto* const literal = std::get_if<Literal>(&matcher.rule)) return literal->text;
    if (const auto* const contains = std::get_if<Contains>(&matcher.rule)) return contains->part;
    return {};
}

std::string_view customer_asked(const Action& action) {
    if (const auto* const step = std::get_if<CustomerRepeats>(&action)) return step->customer;
    if (const auto* const step = std::get_if<CustomerReconnects>(&action)) return step->customer;
    if (const auto* const step = std::get_if<CustomerReloads>(&action)) return step->customer;
    if (const auto* const step = std::get_if<CustomerPresence>(&action)) return step->customer;
    const Pattern* const pattern = pattern_of(action);
    return pattern == nullptr ? std::string_view{} : std::string_view{pattern->actor};
}

bool asks_a_customer(const Action& action) {
    const Pattern* const pattern = pattern_of(action);
    if (pattern == nullptr)
        return std::holds_alternative<CustomerRepeats>(action) ||
               std::holds_alternative<CustomerReconnects>(action) ||
               std::holds_alternative<CustomerReloads>(action) ||
               std::holds_alternative<CustomerPresence>(action);
    return pattern->target == Target::CustomerSees || pattern->target == Target::CustomerStatus ||
           pattern->target == Target::BotResumes;
}

// What the steps so far have introduced.
class Known {
  public:
    Problems check(const Step& step) const {
        Problems problems;
        for (const std::string_view text : texts_of(step.action))
            check_text(text, step.at.position, problems);
        if (const Pattern* const pattern = pattern_of(step.action)) {
            for (const FieldPattern& field : pattern->fields)
                check_text(text_of(field.matcher), field.matcher.at.position, problems);
            if (std::holds_alternative<Never>(step.action)) check_never(*pattern, problems);
        }
        if (asks_a_customer(step.action)) check_customer(step, problems);
        return problems;
    }

    void learn(const Action& action) {
        for (std::string& name : captured_by(action)) captures_.insert(std::move(name));
        if (const auto* const says = std::get_if<CustomerSays>(&action)) customers_.insert(says->customer);
    }

  private:
    void check_text(std::string_view text, document::Position at, Problems& problems) const {
        for (const std::string& name : captures_in(text)) {
            if (captures_.contains(name)) continue;
            const std::vector<std::string_view> known(captures_.begin(), captures_.end());
            problems.push_back({at, fmt::format("nothing above captures '${{{}}}'", name),
                                known.empty() ? "a step above must have capture: " + name
                                              : document::suggestion(name, known)});
        }
    }

    static void check_never(const Pattern& pattern, Problems& problems) {
        for (const FieldPattern& field : pattern.fields)
            if (std::holds_alternative<Capture>(field.matcher.rule))
                problems.push_back({field.matcher.at.position, "'never' cannot capture",
                                    "what never comes has nothing to keep"});
    }

    void check_customer(const Step& step, Problems& problems) const {
        const std::string name(customer_asked(step.action));
        if (customers_.contains(name)) return;
        const std::string who = name.empty() ? "the customer" : fmt::format("the customer '{}'", name);
        const std::vector<std::string_view> known(customers_.begin(), customers_.end());
        std::string hint = "there is no chat before the first line";
        if (!name.empty() && !known.empty()) hint = document::suggestion(name, known);
        problems.push_back({step.at.position, fmt::format("{} has said nothing above", who), hint});
    }

    std::set<std::string> captures_;
    std::set<std::string> customers_;
};

}  // namespace

std::vector<std::string> captured_by(const Action& action) {
    std::vector<std::string> names;
    if (const auto* const says = std::get_if<AgentSays>(&action); says != nullptr && !says->capture.empty())
        names.push_back(says->capture);
    if (const Pattern* const pattern = pattern_of(action))
        for (const FieldPattern& field : pattern->fields)
            if (const auto* const capture = std::get_if<Capture>(&field.matcher.rule))
                names.push_back(capture->name);
    return names;
}

std::vector<std::string> captures_in(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at + 2)) {
        const std::size_t end = text.find('}', at);
        if (end == std::string_view::npos) break;
        names.emplace_back(text.substr(at + 2, end - at - 2));
    }
    return names;
}

Problems check_references(const std::vector<Step>& steps) {
    Problems problems;
    Known known;
    for (const Step& step : steps) {
        for (document::Problem& problem : known.check(step)) problems.push_back(std::move(problem));
        known.learn(step.action);
    }
    return problems;
}

}  // namespace scenario
