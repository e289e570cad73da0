// Structured content in the form of a webhook and of a reading: quick replies, cards, carousels, date
// pickers, templates, and what the customer chose.
#pragma once

#include <vector>

#include "foundation/json/writer.h"
#include "mock-genesys/core/structured.h"

namespace mock {

// The member "content". Key order: quick replies, carousels, date pickers and templates as in the captures of
// a public client library's tests; cards as in the API definition (ConversationContentCard).
void write_structured_content(json::Writer& out, const std::vector<StructuredContent>& content);

}  // namespace mock
