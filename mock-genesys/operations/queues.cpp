// Queues: made, renamed and removed while conversations flow.
#include <fmt/format.h>

#include <algorithm>

#include "mock-genesys/core/flows.h"
#include "mock-genesys/operations/queue_view.h"
#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"
#include "mock-genesys/operations/wrap_up_code_view.h"

namespace mock {
namespace {

constexpr std::string_view queue_path = "/api/v2/routing/queues/{queueId}";
constexpr std::string_view views_path = "/api/v2/routing/queues/divisionviews";
constexpr std::string_view all_views_path = "/api/v2/routing/queues/divisionviews/all";
constexpr std::string_view my_path = "/api/v2/routing/queues/me";
constexpr std::string_view codes_path = "/api/v2/routing/queues/{queueId}/wrapupcodes";
constexpr std::string_view code_path = "/api/v2/routing/queues/{queueId}/wrapupcodes/{codeId}";
constexpr std::string_view wait_path = "/api/v2/routing/queues/{queueId}/estimatedwaittime";
constexpr std::string_view media_wait_path =
    "/api/v2/routing/queues/{queueId}/mediatypes/{mediaType}/estimatedwaittime";
constexpr std::int64_t handling_seconds =
    300;  // of one conversation by one agent: assumed, nothing is measured

struct Change {
    std::string name;
    std::string division;
    std::optional<std::string> description;
    std::optional<std::string> outbound_recipient;
};

std::expected<Change, ApiError> decode(const Workplace& at, const Call& call, const Queue* own) {
    const Body body = Body::parse(call.request.body);
    Change change;
    change.name = body.required_text("name", ApiError{400, "invalid.name", "Invalid queue name specified."});
    change.description = body.text("description");
    if (const auto addresses = body.object("outboundMessagingAddresses"))
        change.outbound_recipient = addresses->reference("openMessagingRecipient");
    const auto division_id = body.reference("division");
    if (body.error()) return std::unexpected(*body.error());
    const auto division = division_named_by(at, division_id);
    if (!division)
        return refuse(
            {400, "resource.not.found", "A referenced resource, such as a division, was not found."});
    change.division = division_id || own == nullptr ? *division : own->division;
    if (is_taken(at.organisation.queues, change.name, own))
        return refuse({400, "duplicate.name", "A queue with this name already exists."});
    return change;
}

void apply(Queue& queue, const Change& change) {
    queue.name = change.name;
    queue.division = change.division;
    if (change.description) queue.description = *change.description;
    if (change.outbound_recipient) queue.outbound_recipient = RecipientId(*change.outbound_recipient);
}

Outcome create_queue(Workplace& at, const Call& call) {
    const auto change = decode(at, call, nullptr);
    if (!change) return refuse(change.error());
    if (at.organisation.queues.size() >= entities_max)
        return refuse({400, "queue.limit.exceeded", "The limit of queues is exceeded."});
    Queue queue;
    queue.id = QueueId(at.ids.uuid());
    queue.stamp = new_stamp(call.now);
    apply(queue, *change);
    at.organisation.queues.push_back(queue);
    at.platform.set_queue_members(queue.name, queue.members, call.now);
    return ok(encode_queue(at, queue));
}

Outcome read_queue(Workplace& at, const Call& call) {
    const Queue* const queue = find_queue(at, call);
    return queue == nullptr ? Outcome(refuse(resource_not_found())) : ok(encode_queue(at, *queue));
}

Outcome change_queue(Workplace& at, const Call& call) {
    Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    const auto change = decode(at, call, queue);
    if (!change) return refuse(change.error());
    if (change->name != queue->name) {
        at.platform.rename_queue(queue->name, change->name);
        for (Flow& flow : at.organisation.flows) rename_queue(flow, queue->name, change->name);
    }
    apply(*queue, *change);
    touch(queue->stamp, call.now);
    return ok(encode_queue(at, *queue));
}

Outcome delete_queue(Workplace& at, const Call& call) {
    const Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    if (call.query.get("forceDelete")) return refuse(not_simulated("the query parameter", "forceDelete"));
    const bool is_target = std::ranges::any_of(
        at.organisation.flows, [&](const Flow& flow) { return transfers_to(flow, queue->name); });
    // A flow would transfer into nothing; what the vendor does about it is unknown.
    if (is_target || at.platform.is_queue_active(queue->name))
        return refuse({400, "active.queue", "Queue contains active conversations."});
    at.platform.remove_queue(queue->name);
    remove_by_id(at.organisation.queues, queue->id.text());
    return done(200);
}

Outcome list_at(std::string_view path, Workplace& at, const Call& call) {
    auto queues = chosen(call, at.organisation.queues);
    if (call.query.get("sortOrder") == "desc") std::ranges::reverse(queues);
    return list_page(call, path, queues, [&](const Queue& queue) { return encode_queue(at, queue); });
}
Outcome list_views(Workplace& at, const Call& call) { return list_at(views_path, at, call); }
Outcome list_all_views(Workplace& at, const Call& call) { return list_at(all_views_path, at, call); }

Outcome list_my_queues(Workplace& at, const Call& call) {
    std::vector<Queue> mine;
    for (const Queue& queue : at.organisation.queues)
        if (std::ranges::find(queue.members, call.caller.user->name) != queue.members.end())
            mine.push_back(queue);
    return list_page(call, my_path, mine,
                     [&](const Queue& queue) { return encode_queue(at, queue).flag("joined", true); });
}

// A queue without codes of its own offers every code.
std::vector<WrapUpCode> codes_of(const Workplace& at, const Queue& queue) {
    std::vector<WrapUpCode> codes;
    for (const WrapUpCode& code : at.organisation.wrap_up_codes)
        if (std::ranges::find(queue.wrap_up_codes, code.name) != queue.wrap_up_codes.end())
            codes.push_back(code);
    return codes;
}

Outcome list_codes(Workplace& at, const Call& call) {
    const Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    return list_page(call, fmt::format("{}/{}/wrapupcodes", queues_path, queue->id.text()),
                     codes_of(at, *queue),
                     [&](const WrapUpCode& code) { return encode_wrap_up_code(at, code); });
}

Outcome add_codes(Workplace& at, const Call& call) {
    Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    const auto references = Body::parse_list(call.request.body);
    if (!references) return refuse(references.error());
    std::vector<Entity> added;
    std::vector<std::string> names = queue->wrap_up_codes;
    for (const Body& reference : *references) {
        const WrapUpCode* const code =
            find_by_id(at.organisation.wrap_up_codes, reference.text("id").value_or(""));
        if (code == nullptr) return refuse(resource_not_found());
        if (std::ranges::find(names, code->name) == names.end()) names.push_back(code->name);
        added.push_back(encode_wrap_up_code(at, *code));
    }
    queue->wrap_up_codes = std::move(names);
    return Reply{200, dump(added)};
}

Outcome remove_code(Workplace& at, const Call& call) {
    Queue* const queue = find_queue(at, call);
    const WrapUpCode* const code = find_by_id(at.organisation.wrap_up_codes, call.parameter("codeId"));
    if (queue == nullptr || code == nullptr || std::erase(queue->wrap_up_codes, code->name) == 0)
        return refuse(resource_not_found());
    return done(200);
}

// Who waits before the next one, shared by the members on queue.
std::int64_t wait_seconds(const Workplace& at, const Queue& queue) {
    const auto agents =
        static_cast<std::int64_t>(std::ranges::count_if(queue.members, [&](const std::string& member) {
            const Desk* const desk = at.platform.find_desk(member);
            return desk != nullptr && desk->on_queue;
        }));
    const auto waiting = static_cast<std::int64_t>(at.platform.waiting_in(queue.name));
    return waiting * handling_seconds / std::max<std::int64_t>(agents, 1);
}

Outcome estimate_wait(Workplace& at, const Call& call) {
    const Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    const bool is_of_messages = call.path.get("mediaType").has_value();
    Entity prediction;
    prediction.text("intent", is_of_messages ? "MESSAGE" : "ALL")
        .text("formula", "SIMPLE")
        .number("estimatedWaitTimeSeconds", wait_seconds(at, *queue));
    return ok(Entity().list("results", {prediction}));
}

}  // namespace

Queue* find_queue(Workplace& at, const Call& call) {
    return find_by_id(at.organisation.queues, call.parameter("queueId"));
}

Entity encode_queue(const Workplace& at, const Queue& queue) {
    const auto members = static_cast<std::int64_t>(queue.members.size());
    Entity entity;
    entity.text("id", queue.id.text()).text("name", queue.name);
    add_division(entity, at, queue.division);
    entity.text_if_any("description", queue.description);
    add_dates(entity, at, queue.stamp);
    entity.number("memberCount", members)
        .number("userMemberCount", members)
        .number("joinedMemberCount", members)
        .object("acwSettings", Entity().text("wrapupPrompt", "OPTIONAL"))
        .text("skillEvaluationMethod", "NONE");
    if (!queue.outbound_recipient.empty())
        entity.object(
            "outboundMessagingAddresses",
            Entity().object("openMessagingRecipient", reference(queue.outbound_recipient.text(),
                                                                "/api/v2/routing/message/recipients")));
    return entity.text("selfUri", fmt::format("{}/{}", queues_path, queue.id.text()));
}

std::vector<OperationEntry> queue_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement search = all_of({"routing:queue:search"});
    const Requirement view = all_of({"routing:queue:view"});
    const Requirement edit = all_of({"routing:queue:edit"});
    return {{OfAResource, "POST", queues_path, any_of({"routing:queue:add"}), Anyone, create_queue},
            {OfAResource, "GET", views_path, search, Anyone, list_views},
            {OfAResource, "GET", all_views_path, search, Anyone, list_all_views},
            {OfAResource, "GET", my_path, {}, UserOnly, list_my_queues},
            {OfAResource, "GET", queue_path, view, Anyone, read_queue},
            {OfAResource, "PUT", queue_path, any_of({"routing:queue:edit"}), Anyone, change_queue},
            {OfAResource, "DELETE", queue_path, all_of({"routing:queue:delete"}), Anyone, delete_queue},
            {OfAResource, "GET", codes_path, view, Anyone, list_codes},
            {OfAResource, "POST", codes_path, edit, Anyone, add_codes},
            {OfAResource, "DELETE", code_path, edit, Anyone, remove_code},
            {OfAResource, "GET", wait_path, view, Anyone, estimate_wait},
            {OfAResource, "GET", media_wait_path, view, Anyone, estimate_wait}};
}

}  // namespace mock
