#include "mock-genesys/core/values.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace mock {
namespace {

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(
        left, right, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

template <class Value, std::size_t Count>
std::optional<Value> find_named(const std::array<Value, Count>& values, std::string_view text) {
    const auto found =
        std::ranges::find_if(values, [&](Value value) { return equal_ignoring_case(name_of(value), text); });
    if (found == values.end()) return std::nullopt;
    return *found;
}

}  // namespace

std::string_view name_of(IdType type) {
    switch (type) {
        case IdType::Email:
            return "Email";
        case IdType::Phone:
            return "Phone";
        case IdType::Opaque:
            return "Opaque";
    }
    std::unreachable();
}

std::optional<IdType> find_id_type(std::string_view text) {
    return find_named(std::array{IdType::Email, IdType::Phone, IdType::Opaque}, text);
}

std::string_view name_of(MediaType type) {
    switch (type) {
        case MediaType::Image:
            return "Image";
        case MediaType::Video:
            return "Video";
        case MediaType::Audio:
            return "Audio";
        case MediaType::File:
            return "File";
        case MediaType::Link:
            return "Link";
    }
    std::unreachable();
}

std::optional<MediaType> find_media_type(std::string_view text) {
    return find_named(
        std::array{MediaType::Image, MediaType::Video, MediaType::Audio, MediaType::File, MediaType::Link},
        text);
}

std::string_view name_of(OriginatingEntity entity) {
    switch (entity) {
        case OriginatingEntity::Human:
            return "Human";
        case OriginatingEntity::Bot:
            return "Bot";
    }
    std::unreachable();
}

std::string_view name_of(MessageStatus status) {
    switch (status) {
        case MessageStatus::Received:
            return "received";
        case MessageStatus::Queued:
            return "queued";
        case MessageStatus::Sent:
            return "sent";
        case MessageStatus::Failed:
            return "failed";
        case MessageStatus::DeliverySuccess:
            return "delivery-success";
        case MessageStatus::DeliveryFailed:
            return "delivery-failed";
    }
    std::unreachable();
}

std::string_view name_of(Purpose purpose) {
    switch (purpose) {
        case Purpose::Customer:
            return "customer";
        case Purpose::Workflow:
            return "workflow";
        case Purpose::Acd:
            return "acd";
        case Purpose::Agent:
            return "agent";
    }
    std::unreachable();
}

std::string_view name_of(CommunicationState state) {
    switch (state) {
        case CommunicationState::Alerting:
            return "alerting";
        case CommunicationState::Connected:
            return "connected";
        case CommunicationState::Disconnected:
            return "disconnected";
    }
    std::unreachable();
}

std::string_view name_of(DisconnectType type) {
    switch (type) {
        case DisconnectType::Client:
            return "client";
        case DisconnectType::Peer:
            return "peer";
        case DisconnectType::Transfer:
            return "transfer";
        case DisconnectType::TransportFailure:
            return "transport.failure";
    }
    std::unreachable();
}

}  // namespace mock
