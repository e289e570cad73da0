// What a flow sends to the customer, as the organisation file has it: a text, or text with more.
#pragma once

#include "foundation/document/fields.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// The value of sendResponse: a text, or a map of text, quickReplies, card, carousel, datePicker, attachment.
SendResponse read_response(const document::Node& node, document::Problems& problems);

}  // namespace mock
