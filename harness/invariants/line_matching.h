// Which written line an inbound message is. The bridge gives its messages ids of its own, so lines are
// recognised by their text, in the order in which they were written.
//
// Theory of operation. A message whose text is exactly a line of that customer is that line: the first with
// this text behind the latest one recognised, or, if there is none, an earlier one that has not arrived: then
// the order is broken. A message that holds more than a line is the story so far, which begins a handover:
// every line whose text is in it has arrived with it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/invariants/fact.h"

namespace invariants {

struct WrittenLine {
    std::size_t fact = 0;  // its LineWritten
    std::string message;
    std::string text;
    std::size_t arrivals = 0;  // as a message of its own
    std::size_t arrived = 0;   // the last InboundTaken with it; 0: none
};

class LineMatching {
  public:
    struct Arrival {
        enum class As { Unknown, Story, Next, TooLate, Repeated };
        As as = As::Unknown;
        const WrittenLine* line = nullptr;    // of the last three
        const WrittenLine* latest = nullptr;  // TooLate: the line behind it that came before
    };

    void written(const LineWritten& fact, std::size_t number);
    // The pointers live until the next written().
    Arrival arrived(const InboundTaken& fact, std::size_t number);
    // By address; in the order written.
    const std::map<std::string, std::vector<WrittenLine>>& lines() const { return lines_; }

  private:
    struct Place {
        std::size_t next = 0;  // everything before has arrived or was overtaken
    };
    void arrived_with_story(const std::string& address, const std::string& text, std::size_t number);

    std::map<std::string, std::vector<WrittenLine>> lines_;
    std::map<std::string, Place> places_;
};

}  // namespace invariants
