#include "foundation/host/host.h"

namespace host {

std::string_view name_of(TransportFailure failure) {
    switch (failure) {
        case TransportFailure::Refused:
            return "refused";
        case TransportFailure::Broken:
            return "broken";
        case TransportFailure::TimedOut:
            return "timed out";
    }
    return "unknown";
}

}  // namespace host
