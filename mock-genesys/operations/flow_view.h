// A flow as the operations that name it show it.
#pragma once

#include "mock-genesys/api/entity.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// {"id","name","type","active","system","deleted","selfUri"}
Entity encode_flow_reference(const Flow& flow);

}  // namespace mock
