#include "harness/doctor/envelope.h"

namespace doctor {

Envelope Envelopes::next() {
    time_ += std::chrono::seconds{1};
    return {addresses_, random_.hex32(), time_};
}

}  // namespace doctor
