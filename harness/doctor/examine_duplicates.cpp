#include "harness/doctor/examine_duplicates.h"

#include <fmt/format.h>

#include <string>

#include "harness/doctor/verdict.h"

namespace doctor {
namespace {

constexpr int looks_max = 40;
constexpr std::size_t at_once_count = 2;
constexpr std::string_view check = "duplicates";

struct Texts {
    std::string in_turn;
    std::string at_once;
    std::string single;
};

Texts texts_of(const Envelopes& envelopes) {
    const auto text = [&](std::string_view what) {
        return fmt::format("doctor {} {}", envelopes.word(), what);
    };
    return {text("twice"), text("twice at once"), text("once")};
}

std::size_t occurrences(std::string_view page, std::string_view text) {
    std::size_t count = 0;
    for (auto at = page.find(text); at != std::string_view::npos; at = page.find(text, at + text.size()))
        ++count;
    return count;
}

// What stands in the window as soon as `text` is to be seen there; nothing if it never is.
std::optional<std::string> look(const Window& window, std::string_view text) {
    const http::Request request{
        .method = "GET", .target = window.url.target, .headers = {{"Connection", "close"}}, .body = {}};
    for (int i = 0; i < looks_max; ++i) {
        const auto answers = window.ask({{window.url.origin(), request}});
        if (is_accepted(answers.front())) {
            const auto& page = std::get<http::Response>(answers.front().outcome).body;
            if (page.contains(text)) return page;
        }
        if (!was_asked(answers.front())) return std::nullopt;
        window.pause();
    }
    return std::nullopt;
}

void judge_shown(const Texts& texts, const std::string& page, Diagnosis& diagnosis) {
    const std::size_t once = occurrences(page, texts.single);
    // "twice at once" begins with "twice", and "once" is not the beginning of another.
    const std::size_t at_once = occurrences(page, texts.at_once);
    const std::size_t in_turn = occurrences(page, texts.in_turn) - at_once;
    if (in_turn <= once && at_once <= once) {
        diagnosis.checks.push_back(
            {check, Verdict::Passed, "shown once: sent twice in turn, and twice at once"});
        return;
    }
    diagnosis.findings.push_back(
        {Mistake::DuplicateShown, "the same delivery twice in turn, and another twice at once",
         fmt::format("200 each; shown {} and {} times", in_turn / once, at_once / once)});
    diagnosis.checks.push_back(
        {check, Verdict::Found, std::string(advice_on(Mistake::DuplicateShown).title)});
}

}  // namespace

void examine_duplicates(Courier& courier, Envelopes& envelopes, const std::optional<Window>& window,
                        Diagnosis& diagnosis) {
    const Texts texts = texts_of(envelopes);
    const Body in_turn{"the same delivery again", text_body(envelopes.next(), texts.in_turn)};
    const Body at_once{"the same delivery twice at once", text_body(envelopes.next(), texts.at_once)};
    std::vector<Exchange> exchanges{courier.genuine(in_turn), courier.genuine(in_turn)};
    exchanges.front().name = "a delivery";
    for (Exchange& exchange : courier.at_once(at_once, at_once_count))
        exchanges.push_back(std::move(exchange));
    exchanges.push_back(courier.genuine({"a single delivery", text_body(envelopes.next(), texts.single)}));
    const auto refused = those(exchanges, is_refused);
    if (!refused.empty())
        return add_finding(diagnosis, check, Mistake::DuplicateRefused, "the same delivery twice", refused);
    if (!was_asked(exchanges.back().answer))
        return diagnosis.checks.push_back({check, Verdict::NotJudged, std::string(time_was_over)});
    if (!window)
        return diagnosis.checks.push_back({check, Verdict::NotJudged,
                                           "accepted; whether they are shown once is to be seen with "
                                           "--seen-url, where the receiver lists what it has shown"});
    const auto page = look(*window, texts.single);
    if (page) return judge_shown(texts, *page, diagnosis);
    diagnosis.checks.push_back(
        {check, Verdict::NotJudged, "accepted, but the page of --seen-url does not contain what was sent"});
}

}  // namespace doctor
