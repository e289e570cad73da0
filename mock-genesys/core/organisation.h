// What an administrator has set up before the first message: the organisation as values. References between
// parts are by name and hold (the reader of the file checks them); ids may be empty until assign_ids().
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "foundation/base/time.h"
#include "mock-genesys/core/supported_content.h"
#include "mock-genesys/core/switches.h"
#include "mock-genesys/core/values.h"

namespace mock {

inline constexpr std::string_view home_division =
    "Home";  // exists in every organisation and cannot be deleted

// Entities of one kind that the API lets an organisation have; the vendor's limits differ and are mostly
// unknown.
inline constexpr std::size_t entities_max = 10'000;

// When an entity came into being and was changed; absent: before the mock began, by the organisation file.
struct Stamp {
    std::optional<base::UtcTime> created{};
    std::optional<base::UtcTime> modified{};
    int version = 1;
};

struct Division {
    DivisionId id;
    std::string name;
    std::string description{};
};

// Typing is off in both directions until somebody enables it ("Platform configuration profiles overview").
struct TypingSetting {
    bool inbound = false;
    bool outbound = false;
    friend bool operator==(const TypingSetting&, const TypingSetting&) = default;
};

struct PlatformConfig {  // the API calls it a messaging setting
    PlatformConfigId id;
    std::string name;
    TypingSetting typing;
};

struct Queue {
    QueueId id;
    std::string name;
    std::string division{home_division};
    std::vector<std::string> members;  // names of users
    std::string description{};
    std::vector<std::string> wrap_up_codes{};  // names
    RecipientId outbound_recipient{};          // the address that its agents write from first; empty: none
    Stamp stamp{};
};

// An agent who acts alone: what a human would do at the desk, with the time it takes.
struct PersonaReply {
    std::string contains;  // in any case; empty matches every line
    std::string text;
    base::Duration after{};
};
struct PersonaWrapUp {
    std::string code;
    base::Duration after{};
};
struct Persona {
    bool on_queue = true;
    std::optional<base::Duration> accept_after;
    std::vector<PersonaReply> replies;               // the first that matches answers a customer's line
    std::optional<base::Duration> disconnect_after;  // after the last line of either side
    std::optional<PersonaWrapUp> wrap_up;
};

// What the directory tells of a user.
struct Profile {
    std::string email{};  // empty: made of the name and the organisation's domain
    std::string title{};
    std::string department{};
    bool is_active = true;
};
struct Presence {
    std::string system_presence = "Offline";
    std::string message{};
    std::optional<base::UtcTime> since{};
};
using Proficiencies = std::map<std::string, double>;  // 0 to 5, by the name of the skill or language

struct User {
    UserId id;
    std::string name;  // what scenarios and the control interface call the agent
    std::string display_name;
    std::optional<Persona> persona;
    std::vector<std::string> roles{};  // of a user who signs in; none: agent_role()
    Profile profile{};
    Presence presence{};
    Proficiencies skills{};
    Proficiencies languages{};
    Stamp stamp{};
};

struct Skill {
    SkillId id;
    std::string name;
    Stamp stamp{};
};
struct Language {
    LanguageId id;
    std::string name;
    Stamp stamp{};
};

struct WrapUpCode {
    WrapUpCodeId id;
    std::string name;
    std::string division{home_division};
    std::string description{};
    Stamp stamp{};
};

struct SendResponse {
    std::string text;  // may be empty beside other content
    std::vector<Attachment> content = {};
    std::vector<StructuredContent> structured = {};
};
struct TransferToAcd {
    std::string queue;
};
using FlowAction = std::variant<SendResponse, TransferToAcd>;

struct Flow {
    FlowId id;
    std::string name;
    std::string division{home_division};
    bool published = true;
    std::vector<FlowAction> actions;
};

struct Integration {
    IntegrationId id;
    RecipientId recipient;
    std::string name;
    std::string platform_config;  // empty: none
    std::string supported_content_profile{default_content_profile};
    std::string webhook_url;
    std::string webhook_secret;
    std::map<std::string, std::string> webhook_headers{};  // sent with every webhook
    Stamp stamp{};
};

struct MessageRoute {
    std::string flow;
    std::vector<std::string> addresses;  // names of integrations
};

struct Role {
    RoleId id;
    std::string name;
    std::vector<std::string> permissions;  // canonical, see authorization.h
    std::string description{};
};

// The vendor's bounds of accessTokenValiditySeconds (API definition, OAuthClientRequest).
inline constexpr std::chrono::seconds token_validity_min{300};
inline constexpr std::chrono::seconds token_validity_max{172800};
inline constexpr std::chrono::seconds token_validity_default{86400};

struct OAuthClient {
    ClientId id;
    std::string name;
    std::string secret;
    std::vector<std::string> roles;
    bool authorized = true;  // "Authorized Applications" in the administration pages
    std::chrono::seconds token_validity = token_validity_default;
    std::string description{};
    bool is_active = true;  // only an inactive one can be deleted
    Stamp stamp{};
};

struct Organisation {
    OrganizationId id;
    std::string name;
    std::string domain;
    std::vector<Division> divisions;                  // Home is the first
    std::string supported_content_id;                 // of the profile "default"
    std::vector<SupportedContent> supported_content;  // the default is the first
    std::vector<PlatformConfig> platform_configs;
    std::vector<Queue> queues;
    std::vector<User> users;
    std::vector<WrapUpCode> wrap_up_codes;
    std::vector<Skill> skills;
    std::vector<Language> languages;
    std::vector<Flow> flows;
    std::vector<Integration> integrations;
    std::vector<MessageRoute> message_routing;
    std::vector<Role> roles;
    std::vector<OAuthClient> oauth_clients;
    Switches switches;
};

// Typing is off for an integration without a platform config.
TypingSetting typing_of(const Organisation& organisation, const Integration& integration);
// The default profile if the organisation has none of that name.
SupportedContent content_profile_of(const Organisation& organisation, const Integration& integration);

}  // namespace mock
