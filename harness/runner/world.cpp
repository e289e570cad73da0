#include "harness/runner/world.h"

namespace runner {

std::string_view name_of(Place place) {
    switch (place) {
        case Place::Genesys:
            return "genesys";
        case Place::Bridge:
            return "bridge";
    }
    return "unknown";
}

}  // namespace runner
