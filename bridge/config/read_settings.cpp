#include "bridge/config/read_settings.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "bridge/config/genesys_address.h"
#include "bridge/config/read_bot.h"
#include "foundation/http/uri.h"

namespace bridge {
namespace {

using document::Fields;
using document::Node;
using document::Problems;

// API definition and limits page: 300 requests a minute for each token.
constexpr std::int64_t calls_per_minute_default = 300;
constexpr std::int64_t calls_per_minute_most = 3000;
constexpr base::Duration default_poll_every = std::chrono::seconds{5};
constexpr base::Duration least_poll_every = std::chrono::milliseconds{100};
// Integrations created today need a longer secret than 15 characters (API definition, error
// notification.webhook.signature.secret.token.longer.than.15.characters); older ones exist.
constexpr std::size_t webhook_secret_characters_least = 16;

// Problems at one place stay in the order in which they were found.
Problems in_order_of_place(Problems problems) {
    std::multimap<document::Position, document::Problem> by_place;
    for (document::Problem& problem : problems) by_place.emplace(problem.at, std::move(problem));
    Problems sorted;
    for (auto& [place, problem] : by_place) sorted.push_back(std::move(problem));
    return sorted;
}

// Reads one group after the other and keeps what all of them need.
class Reader {
  public:
    Settings read(const Node& root) {
        Fields fields(root, problems);
        if (root.kind != Node::Kind::Map) return {};  // reported; that keys are missing is no news
        const std::string version = fields.text("version");
        if (!version.empty() && version != "1")
            refuse(fields.node("version"), fmt::format("version {} is not known", version),
                   "write version: 1");
        read_endpoint(fields.node("endpoint"));
        read_handover_settings(fields.node("handoverSettings"));
        settings_.poll_every = default_poll_every;
        if (const Node* node = fields.optional_node("endDetection")) read_end_detection(*node);
        if (const Node* node = fields.optional_node("delivery")) read_delivery(*node);
        if (const Node* node = fields.optional_node("bot")) settings_.bot = read_bot(*node, problems);
        fields.finish();
        return std::move(settings_);
    }

    Problems problems;

  private:
    void refuse(const Node& node, std::string what, std::string hint = {}) {
        problems.push_back({node.at, std::move(what), std::move(hint)});
    }

    static bool is_missing(const Node& node) { return node.kind == Node::Kind::Null; }

    // Required and not empty.
    std::string filled(Fields& fields, std::string_view key) {
        const Node& node = fields.node(key);
        if (is_missing(node)) return {};
        std::string text = document::as_text(node, fmt::format("'{}'", key), problems);
        if (node.kind == Node::Kind::Scalar && text.empty())
            refuse(node, fmt::format("'{}' must not be empty", key));
        return text;
    }

    void read_endpoint(const Node& node) {
        if (is_missing(node)) return;  // reported as missing
        Fields fields(node, problems);
        settings_.endpoint.name = fields.text_or("name", "");
        settings_.endpoint.url_token = filled(fields, "URLToken");
        if (http::percent_encode(settings_.endpoint.url_token) != settings_.endpoint.url_token)
            refuse(fields.node("URLToken"), "'URLToken' stands in addresses",
                   "use letters, digits and - . _ ~ only");
        fields.finish();
    }

    void read_handover_settings(const Node& node) {
        if (is_missing(node)) return;
        Fields fields(node, problems);
        const std::string provider = fields.text("provider");
        if (!provider.empty() && provider != "genesysCloudOM") refuse_provider(fields.node("provider"));
        read_genesys(fields.node("genesysCloudOM"));
        fields.finish();
    }

    void refuse_provider(const Node& node) {
        const std::string what = fmt::format("the handover provider '{}' is not offered", node.scalar);
        if (node.scalar == "genesysCloud")
            return refuse(
                node, what,
                "that is Genesys Cloud Guest Chat, which the vendor has retired; write genesysCloudOM");
        refuse(node, what, "this bridge speaks Genesys Cloud Open Messaging: write genesysCloudOM");
    }

    void read_genesys(const Node& node) {
        if (is_missing(node)) return;
        GenesysSettings& genesys = settings_.genesys;
        Fields fields(node, problems);
        read_host(filled(fields, "host"), fields);
        genesys.deployment_name = filled(fields, "deploymentName");
        if (genesys.deployment_name.contains(' '))
            warn(
                "deploymentName contains a blank: it must be the name of the platform at Genesys, letter by "
                "letter");
        read_queue(fields);
        read_webhook_secret(fields);
        genesys.send_profile = fields.bool_or("sendProfile", false);
        genesys.client_id = filled(fields, "clientId");
        genesys.client_secret = filled(fields, "clientSecret");
        if (!fields.bool_or("forwardOnlyHandoverConversations", true))
            refuse(fields.node("forwardOnlyHandoverConversations"),
                   "'forwardOnlyHandoverConversations' cannot be false",
                   "the talk with the bot reaches Genesys only as the transcript of a handover");
        read_origin(fields);
        genesys.acceptance_text = fields.text_or("acceptanceText", "");
        fields.finish();
    }

    void read_host(const std::string& text, Fields& fields) {
        if (text.empty()) return;
        const auto host = normal_host(text);
        if (!host)
            return refuse(fields.node("host"), fmt::format("'{}' is no host name", text),
                          "write the domain of your region, for example mypurecloud.de");
        settings_.genesys.host = *host;
        settings_.genesys.login_origin = fmt::format("https://login.{}:443", *host);
        settings_.genesys.api_origin = fmt::format("https://api.{}:443", *host);
        if (!is_known_region(*host))
            warn(fmt::format("host {} is no region of Genesys Cloud that is known", *host));
    }

    void read_queue(Fields& fields) {
        const std::string text = filled(fields, "queue");
        if (text.empty()) return;
        const auto id = queue_id(text);
        if (!id)
            return refuse(
                fields.node("queue"), fmt::format("'{}' is no queue id", text),
                "copy the id, or the whole address of the queue's page, which has it behind /queues/");
        settings_.genesys.queue_id = *id;
    }

    void read_webhook_secret(Fields& fields) {
        const std::string secret = fields.text("webhookSecret");
        settings_.genesys.webhook_secret = secret;
        if (secret.empty())
            warn(
                "webhookSecret is empty: WEBHOOKS ARE ACCEPTED WITHOUT A SIGNATURE, anybody can speak as an "
                "agent");
        else if (secret.size() < webhook_secret_characters_least)
            warn("webhookSecret is shorter than the 16 characters that Genesys asks for today");
    }

    void read_origin(Fields& fields) {
        const auto text = fields.optional_text("genesysOrigin");
        if (!text) return;
        const auto origin = normal_origin(*text);
        if (!origin)
            return refuse(fields.node("genesysOrigin"), fmt::format("'{}' is no origin", *text),
                          "for example http://127.0.0.1:8080");
        set_genesys_origin(settings_, *origin);
    }

    void read_end_detection(const Node& node) {
        Fields fields(node, problems);
        const std::size_t problems_before = problems.size();
        settings_.poll_every = fields.duration_or("pollEvery", default_poll_every);
        const bool is_readable = problems.size() == problems_before;
        if (is_readable && settings_.poll_every < least_poll_every)
            refuse(fields.node("pollEvery"), "'pollEvery' is shorter than 100ms",
                   "Genesys allows 300 requests a minute; 5s is a good value");
        settings_.event_key = fields.text_or("eventKey", "");
        settings_.organisation_id = fields.text_or("organisationId", "");
        if (!settings_.organisation_id.empty() && settings_.event_key.empty())
            refuse(fields.node("organisationId"), "'organisationId' is checked on posted events only",
                   "give an 'eventKey' too, which those who post them send as Authorization");
        fields.finish();
    }

    void read_delivery(const Node& node) {
        Fields fields(node, problems);
        settings_.uncertain_lines = fields.one_of<UncertainLines>(
            "uncertainLines", {{"reconcile", UncertainLines::Reconcile}, {"resend", UncertainLines::Resend}},
            UncertainLines::Reconcile);
        settings_.calls_per_minute_max = static_cast<std::size_t>(
            fields.integer_or("callsPerMinute", calls_per_minute_default, 10, calls_per_minute_most));
        fields.finish();
    }

    void warn(std::string text) { settings_.warnings.push_back(std::move(text)); }

    Settings settings_;
};

}  // namespace

std::expected<Settings, document::Problems> read_settings(std::string_view text) {
    const auto root = document::parse(text);
    if (!root) return std::unexpected(Problems{root.error()});
    Reader reader;
    Settings settings = reader.read(*root);
    if (reader.problems.empty()) return settings;
    return std::unexpected(in_order_of_place(std::move(reader.problems)));
}

}  // namespace bridge
