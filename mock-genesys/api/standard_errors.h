// The code and text that the vendor gives a status when nothing more specific applies.
#pragma once

#include "mock-genesys/api/errors.h"

namespace mock {

ApiError standard_error(int status);

}  // namespace mock
