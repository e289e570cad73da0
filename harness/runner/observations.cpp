#include "harness/runner/observations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "harness/runner/match.h"

namespace runner {
namespace {

using scenario::FieldPattern;
using scenario::Pattern;
using scenario::Scope;
using scenario::Target;

constexpr std::size_t passed_shown_max = 5;

std::optional<std::string> value_of(const Sighting& sighting, const std::string& field) {
    const auto found = sighting.fields.find(field);
    if (found == sighting.fields.end()) return std::nullopt;
    return found->second;
}

// bot.resumes reads the statuses of the customer that end a handover.
bool is_about(const Pattern& pattern, const Sighting& sighting) {
    if (sighting.actor != pattern.actor) return false;
    if (pattern.target != Target::BotResumes) return sighting.target == pattern.target;
    const auto& ends = scenario::form_of(Target::BotResumes).choices;
    const auto status = value_of(sighting, "status");
    return sighting.target == Target::CustomerStatus && status &&
           std::ranges::find(ends, *status) != ends.end();
}

// The first field that does not match; nullptr when all do.
const FieldPattern* first_mismatch(const Pattern& pattern, const Sighting& sighting,
                                   const Captures& captures) {
    for (const FieldPattern& field : pattern.fields)
        if (!matches(field.matcher, value_of(sighting, field.field), captures)) return &field;
    return nullptr;
}

// A field that the event has and a strict pattern does not name; empty if there is none.
std::string extra_field(const Pattern& pattern, const Sighting& sighting) {
    if (!pattern.is_strict) return {};
    for (const auto& [name, value] : sighting.fields)
        if (std::ranges::find(pattern.fields, name, &FieldPattern::field) == pattern.fields.end())
            return name;
    return {};
}

bool matches_all(const Pattern& pattern, const Sighting& sighting, const Captures& captures) {
    return first_mismatch(pattern, sighting, captures) == nullptr && extra_field(pattern, sighting).empty();
}

long matching_fields(const Pattern& pattern, const Sighting& sighting, const Captures& captures) {
    return std::ranges::count_if(pattern.fields, [&](const FieldPattern& field) {
        return matches(field.matcher, value_of(sighting, field.field), captures);
    });
}

bool is_candidate(const Pattern& pattern, const Event& event) {
    if (!is_about(pattern, event.seen)) return false;
    return scenario::form_of(pattern.target).scope == Scope::Whole || event.reading == Event::Reading::Unread;
}

void keep_captures(const Pattern& pattern, const Sighting& sighting, Captures& captures) {
    for (const FieldPattern& field : pattern.fields)
        if (const auto* const capture = std::get_if<scenario::Capture>(&field.matcher.rule))
            captures.keep(capture->name, value_of(sighting, field.field).value_or(""),
                          pattern.at.position.line);
}

std::string nothing_text(std::size_t read) {
    if (read == 0) return "nothing at all";
    return fmt::format("nothing new; {} read already", read);
}

// Unread before read, then the most matching fields, then the latest.
const Event* closest_event(const std::vector<Event>& events, const Pattern& pattern,
                           const Captures& captures) {
    const Event* best = nullptr;
    std::pair<bool, long> best_rank{false, -1};
    for (const Event& event : events) {
        if (!is_about(pattern, event.seen)) continue;
        const std::pair rank{is_candidate(pattern, event), matching_fields(pattern, event.seen, captures)};
        if (best != nullptr && rank < best_rank) continue;
        best = &event;
        best_rank = rank;
    }
    return best;
}

}  // namespace

void Observations::note(base::Duration time, std::string text) {
    if (latest_.size() == happenings_kept_max) latest_.erase(latest_.begin());
    latest_.push_back({++happenings_, time, std::move(text)});
}

void Observations::see(base::Duration time, Sighting sighting) {
    if (is_full()) return;
    note(time, describe(sighting));
    events_.push_back({std::move(sighting), happenings_, Event::Reading::Unread});
}

bool Observations::take(const Pattern& pattern, Captures& captures) {
    const auto found = std::ranges::find_if(events_, [&](const Event& event) {
        return is_candidate(pattern, event) && matches_all(pattern, event.seen, captures);
    });
    if (found == events_.end()) return false;
    if (scenario::form_of(pattern.target).scope == Scope::Next)
        for (auto event = events_.begin(); event != found; ++event)
            if (is_candidate(pattern, *event)) event->reading = Event::Reading::PassedOver;
    found->reading = Event::Reading::Taken;
    keep_captures(pattern, found->seen, captures);
    return true;
}

Mismatch Observations::explain(const Pattern& pattern, const Captures& captures) const {
    Mismatch mismatch{pattern.at.position, "an event", {}, {}, {}};
    if (!pattern.fields.empty()) {
        mismatch.at = pattern.fields.front().matcher.at.position;
        mismatch.wanted = describe(pattern.fields.front().matcher, captures);
    }
    std::size_t read = 0;
    for (const Event& event : events_) {
        if (!is_about(pattern, event.seen)) continue;
        if (!is_candidate(pattern, event)) ++read;
        if (is_candidate(pattern, event) && mismatch.passed.size() < passed_shown_max)
            mismatch.passed.push_back(describe(event));
    }
    mismatch.got = nothing_text(read);
    const Event* const closest = closest_event(events_, pattern, captures);
    if (closest == nullptr) return mismatch;
    mismatch.closest = describe(*closest);
    if (!is_candidate(pattern, *closest)) return mismatch;
    if (const FieldPattern* const field = first_mismatch(pattern, closest->seen, captures)) {
        const auto value = value_of(closest->seen, field->field);
        mismatch.at = field->matcher.at.position;
        mismatch.wanted = describe(field->matcher, captures);
        mismatch.got = value ? fmt::format("\"{}\"", *value) : "no such field";
    } else if (const std::string extra = extra_field(pattern, closest->seen); !extra.empty()) {
        mismatch.at = pattern.at.position;
        mismatch.wanted = "no fields but those named";
        mismatch.got = fmt::format("{} \"{}\"", extra, closest->seen.fields.at(extra));
    }
    return mismatch;
}

std::vector<const Event*> Observations::find_all(const Pattern& pattern, const Captures& captures) const {
    std::vector<const Event*> found;
    for (const Event& event : events_)
        if (is_about(pattern, event.seen) && matches_all(pattern, event.seen, captures))
            found.push_back(&event);
    return found;
}

const Event* Observations::find_untaken(const Pattern& pattern, const Captures& captures) const {
    const auto found = std::ranges::find_if(events_, [&](const Event& event) {
        return event.reading != Event::Reading::Taken && is_about(pattern, event.seen) &&
               matches_all(pattern, event.seen, captures);
    });
    return found == events_.end() ? nullptr : &*found;
}

std::string describe(const Sighting& sighting) {
    const scenario::TargetForm& form = scenario::form_of(sighting.target);
    const std::string main(form.fields.front());
    std::string out = scenario::key_of(sighting.target, sighting.actor);
    if (const auto value = value_of(sighting, main)) out += fmt::format(" \"{}\"", *value);
    std::vector<std::string> rest;
    for (const auto& [field, value] : sighting.fields)
        if (field != main) rest.push_back(fmt::format("{} {}", field, value));
    return rest.empty() ? out : fmt::format("{} ({})", out, fmt::join(rest, ", "));
}

std::string describe(const Event& event) { return fmt::format("#{} {}", event.number, describe(event.seen)); }

}  // namespace runner
