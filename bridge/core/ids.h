// The names by which the bridge knows things, each its own type.
#pragma once

#include "foundation/base/ids.h"

namespace bridge {

using SessionId = base::Id<struct SessionTag>;                // given by the chat client
using MessageId = base::Id<struct MessageTag>;                // of a line in the chat, or of ours at Genesys
using GenesysMessageId = base::Id<struct GenesysMessageTag>;  // given by Genesys to a message that it sends
using ConversationId = base::Id<struct ConversationTag>;      // given by Genesys
using IntegrationId = base::Id<struct IntegrationTag>;        // given by Genesys

}  // namespace bridge
