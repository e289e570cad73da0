#include "mock-genesys/core/message.h"

namespace mock {

std::string display_name(const Customer& customer) {
    if (customer.nickname && !customer.nickname->empty()) return *customer.nickname;
    const std::string first = customer.first_name.value_or("");
    const std::string last = customer.last_name.value_or("");
    if (first.empty() && last.empty()) return customer.id;
    if (first.empty() || last.empty()) return first + last;
    return first + " " + last;
}

}  // namespace mock
