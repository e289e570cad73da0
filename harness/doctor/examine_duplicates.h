// What the receiver makes of a delivery that comes again, one after the other and at the same moment.
//
// Theory of operation. A receiver answers a duplicate with 200 whether it drops it or shows it, so a black
// box tells nothing by itself. It can be judged where it shows what it has taken: at a URL whose answer
// contains the texts of messages (a history, a page, a log). Three texts are sent: one twice in turn, one
// twice at once, and then one a single time. As soon as the last is to be seen, the others have been worked
// on. How often each of them stands there, compared with the last, is how often it was shown; so it does not
// matter if the place repeats every text.
#pragma once

#include <functional>
#include <optional>

#include "foundation/http/uri.h"
#include "harness/doctor/courier.h"
#include "harness/doctor/diagnosis.h"

namespace doctor {

// Where the receiver shows what it has taken.
struct Window {
    http::Url url;
    Ask ask;
    std::function<void()> pause;  // between two looks
};

void examine_duplicates(Courier& courier, Envelopes& envelopes, const std::optional<Window>& window,
                        Diagnosis& diagnosis);

}  // namespace doctor
