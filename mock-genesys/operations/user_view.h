// A user as every operation shows it.
#pragma once

#include "mock-genesys/api/entity.h"
#include "mock-genesys/operations/operation.h"

namespace mock {

Entity encode_user(const Workplace& at, const User& user);
Entity encode_routing_status(const Workplace& at, const User& user);
Entity encode_presence(const Workplace& at, const User& user);

}  // namespace mock
