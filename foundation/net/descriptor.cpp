#include "foundation/net/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

namespace net {

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor Descriptor::duplicate_of(int number) {
    constexpr int first_after_standard_streams = 3;
    return Descriptor(::fcntl(number, F_DUPFD_CLOEXEC, first_after_standard_streams));
}

}  // namespace net
