// A wrap-up code as every operation shows it.
#pragma once

#include "mock-genesys/api/entity.h"
#include "mock-genesys/operations/operation.h"

namespace mock {

Entity encode_wrap_up_code(const Workplace& at, const WrapUpCode& code);

}  // namespace mock
