#include "harness/invariants/line_matching.h"

#include <algorithm>
#include <iterator>

namespace invariants {

void LineMatching::written(const LineWritten& fact, std::size_t number) {
    lines_[fact.address].push_back({number, fact.message, fact.text, 0, 0});
}

LineMatching::Arrival LineMatching::arrived(const InboundTaken& fact, std::size_t number) {
    std::vector<WrittenLine>& lines = lines_[fact.address];
    Place& place = places_[fact.address];
    const auto has_text = [&](const WrittenLine& line) { return line.text == fact.text; };
    const auto behind = std::next(lines.begin(), static_cast<std::ptrdiff_t>(place.next));
    auto line = std::find_if(behind, lines.end(), has_text);
    auto as = Arrival::As::Next;
    const WrittenLine* const latest = place.next == 0 ? nullptr : &lines[place.next - 1];
    if (line != lines.end()) {
        place.next = static_cast<std::size_t>(std::distance(lines.begin(), line)) + 1;
    } else {
        line = std::find_if(lines.begin(), behind,
                            [&](const WrittenLine& other) { return has_text(other) && other.arrived == 0; });
        as = Arrival::As::TooLate;
        if (line == behind) {
            line = std::find_if(lines.begin(), behind, has_text);
            as = Arrival::As::Repeated;
        }
        if (line == behind) {
            arrived_with_story(fact.address, fact.text, number);
            return {lines.empty() ? Arrival::As::Unknown : Arrival::As::Story, nullptr, nullptr};
        }
    }
    ++line->arrivals;
    line->arrived = number;
    return {as, &*line, latest};
}

void LineMatching::arrived_with_story(const std::string& address, const std::string& text,
                                      std::size_t number) {
    std::vector<WrittenLine>& lines = lines_[address];
    Place& place = places_[address];
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text.empty() || !text.contains(lines[i].text)) continue;
        lines[i].arrived = number;
        place.next = std::max(place.next, i + 1);
    }
}

}  // namespace invariants
