// The vocabulary of the simulated platform: strong ids and the vendor's enumerations.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "foundation/base/ids.h"

namespace mock {

using OrganizationId = base::Id<struct OrganizationTag>;
using DivisionId = base::Id<struct DivisionTag>;
using PlatformConfigId = base::Id<struct PlatformConfigTag>;
using QueueId = base::Id<struct QueueTag>;
using UserId = base::Id<struct UserTag>;
using SkillId = base::Id<struct SkillTag>;
using LanguageId = base::Id<struct LanguageTag>;
using WrapUpCodeId = base::Id<struct WrapUpCodeTag>;
using FlowId = base::Id<struct FlowTag>;
using IntegrationId = base::Id<struct IntegrationTag>;
using RecipientId = base::Id<struct RecipientTag>;
using RoleId = base::Id<struct RoleTag>;
using ClientId = base::Id<struct ClientTag>;
using ConversationId = base::Id<struct ConversationTag>;
using ParticipantId = base::Id<struct ParticipantTag>;
using CommunicationId = base::Id<struct CommunicationTag>;
using MessageId = base::Id<struct MessageTag>;

// The kind of address a customer writes from (vendor API definition, OpenMessagingFromRecipient).
enum class IdType { Email, Phone, Opaque };
std::string_view name_of(IdType type);
// In any case: the vendor's own examples and live traffic write "email" where the definition says "Email".
std::optional<IdType> find_id_type(std::string_view text);

enum class MediaType { Image, Video, Audio, File, Link };
std::string_view name_of(MediaType type);
std::optional<MediaType> find_media_type(std::string_view text);

enum class Direction { Inbound, Outbound };

// Who wrote an outbound message: an agent, or a flow.
enum class OriginatingEntity { Human, Bot };
std::string_view name_of(OriginatingEntity entity);

// The part of MessageData.status that open messages reach here.
enum class MessageStatus { Received, Queued, Sent, Failed, DeliverySuccess, DeliveryFailed };
std::string_view name_of(MessageStatus status);

enum class Purpose { Customer, Workflow, Acd, Agent };
std::string_view name_of(Purpose purpose);

enum class CommunicationState { Alerting, Connected, Disconnected };
std::string_view name_of(CommunicationState state);

enum class DisconnectType { Client, Peer, Transfer, TransportFailure };
std::string_view name_of(DisconnectType type);

}  // namespace mock
