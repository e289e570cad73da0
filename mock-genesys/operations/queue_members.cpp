// Who serves a queue: under "members" and, deprecated, under "users".
#include <fmt/format.h>

#include <algorithm>

#include "mock-genesys/operations/queue_view.h"
#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"
#include "mock-genesys/operations/user_view.h"

namespace mock {
namespace {

constexpr std::string_view members_path = "/api/v2/routing/queues/{queueId}/members";
constexpr std::string_view member_path = "/api/v2/routing/queues/{queueId}/members/{memberId}";
constexpr std::string_view users_path = "/api/v2/routing/queues/{queueId}/users";
constexpr std::string_view user_path = "/api/v2/routing/queues/{queueId}/users/{memberId}";
constexpr std::string_view user_queues_path = "/api/v2/users/{userId}/queues";
constexpr std::string_view user_queue_path = "/api/v2/users/{userId}/queues/{queueId}";

std::string path_of(const Queue& queue, std::string_view kind) {
    return fmt::format("{}/{}/{}", queues_path, queue.id.text(), kind);
}

Entity encode(const Workplace& at, const Queue& queue, const User& user, std::string_view kind) {
    return Entity()
        .text("id", user.id.text())
        .text("name", user.display_name)
        .object("user", encode_user(at, user))
        .number("ringNumber", 1)
        .flag("joined", true)
        .text("memberBy", "user")
        .object("routingStatus", encode_routing_status(at, user))
        .text("selfUri", fmt::format("{}/{}", path_of(queue, kind), user.id.text()));
}

std::vector<User> members_of(const Workplace& at, const Queue& queue, const Call& call) {
    std::vector<User> members;
    const auto name = call.query.get("name").value_or("");
    for (const std::string& member : queue.members) {
        const User* const user = find_by_name(at.organisation.users, member);
        if (user != nullptr && (name.empty() || matches_name(user->display_name, name)))
            members.push_back(*user);
    }
    return members;
}

std::optional<ApiError> refuse_filters(const Call& call) {
    for (const std::string_view filter :
         {"profileSkills", "skills", "languages", "routingStatus", "presence", "memberBy", "joined"})
        if (call.query.get(filter)) return not_simulated("the query parameter", filter);
    return std::nullopt;
}

// The newer listing has neither totals nor a last page.
Outcome list_members(Workplace& at, const Call& call) {
    const Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    if (auto refused = refuse_filters(call)) return refuse(*std::move(refused));
    const auto page = decode_page(call.query);
    if (!page) return refuse(page.error());
    const std::vector<User> all = members_of(at, *queue, call);
    const std::string path = path_of(*queue, "members");
    std::vector<Entity> entities;
    for (std::size_t i = page->first(); i < std::min(all.size(), page->first() + page->size); ++i)
        entities.push_back(encode(at, *queue, all[i], "members"));
    Entity listing;
    listing.list("entities", entities)
        .number("pageNumber", static_cast<std::int64_t>(page->number))
        .number("pageSize", static_cast<std::int64_t>(page->size))
        .text("firstUri", page_uri(path, *page, 1));
    if (page->number < page->count_for(all.size()))
        listing.text("nextUri", page_uri(path, *page, page->number + 1));
    if (page->number > 1) listing.text("previousUri", page_uri(path, *page, page->number - 1));
    return ok(listing.text("selfUri", page_uri(path, *page, page->number)));
}

Outcome list_users(Workplace& at, const Call& call) {
    const Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    if (auto refused = refuse_filters(call)) return refuse(*std::move(refused));
    return list_page(call, path_of(*queue, "users"), members_of(at, *queue, call),
                     [&](const User& user) { return encode(at, *queue, user, "users"); });
}

void set_members(Workplace& at, Queue& queue, std::vector<std::string> members, base::Now now) {
    queue.members = std::move(members);
    touch(queue.stamp, now);
    at.platform.set_queue_members(queue.name, queue.members, now);
}

// Adds the listed users, or removes them with ?delete=true.
Outcome change_members(Workplace& at, const Call& call) {
    Queue* const queue = find_queue(at, call);
    if (queue == nullptr) return refuse(resource_not_found());
    const auto listed = Body::parse_list(call.request.body);
    if (!listed) return refuse(listed.error());
    std::vector<std::string> members = queue->members;
    for (const Body& entry : *listed) {
        const User* const user = find_by_id(at.organisation.users, entry.text("id").value_or(""));
        if (user == nullptr) return refuse({400, "invalid.id", "A required ID was missing or invalid."});
        std::erase(members, user->name);
        if (call.query.get("delete") != "true") members.push_back(user->name);
    }
    set_members(at, *queue, std::move(members), call.now);
    return done(204);
}

Outcome remove_member(Workplace& at, const Call& call, int status) {
    Queue* const queue = find_queue(at, call);
    const User* const user = find_by_id(at.organisation.users, call.parameter("memberId"));
    if (queue == nullptr || user == nullptr) return refuse(resource_not_found());
    std::vector<std::string> members = queue->members;
    if (std::erase(members, user->name) == 0) return refuse(resource_not_found());
    set_members(at, *queue, std::move(members), call.now);
    return done(status);
}
Outcome delete_member(Workplace& at, const Call& call) { return remove_member(at, call, 204); }
Outcome delete_user(Workplace& at, const Call& call) { return remove_member(at, call, 200); }

Outcome list_queues_of_user(Workplace& at, const Call& call) {
    const User* const user = find_by_id(at.organisation.users, call.parameter("userId"));
    if (user == nullptr) return refuse(not_found());
    std::vector<Queue> queues;
    for (const Queue& queue : at.organisation.queues)
        if (std::ranges::find(queue.members, user->name) != queue.members.end()) queues.push_back(queue);
    return list_page(call, fmt::format("/api/v2/users/{}/queues", user->id.text()), queues,
                     [&](const Queue& queue) { return encode_queue(at, queue).flag("joined", true); });
}

// Joining and leaving are membership here: a member who has not joined is not simulated.
Outcome join_queue(Workplace& at, const Call& call) {
    const User* const user = find_by_id(at.organisation.users, call.parameter("userId"));
    Queue* const queue = find_queue(at, call);
    if (user == nullptr || queue == nullptr) return refuse(resource_not_found());
    const Body body = Body::parse(call.request.body);
    const auto joined = body.flag("joined");
    if (body.error()) return refuse(*body.error());
    std::vector<std::string> members = queue->members;
    const bool was_member = std::erase(members, user->name) > 0;
    if (joined.value_or(was_member)) members.push_back(user->name);
    set_members(at, *queue, std::move(members), call.now);
    return ok(encode_queue(at, *queue).flag("joined", joined.value_or(was_member)));
}

}  // namespace

std::vector<OperationEntry> queue_member_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement edit = any_of({"routing:queue:edit", "routing:queueMember:manage"});
    const Requirement see_members = any_of(
        {"routing:queue:view", "routing:queue:edit", "routing:queue:readonly", "routing:queueMember:manage"});
    const Requirement see_users = any_of({"routing:queue:view", "routing:queueMember:manage"});
    return {
        {OfAResource, "GET", members_path, see_members, Anyone, list_members},
        {OfAResource, "POST", members_path, edit, Anyone, change_members},
        {OfAResource, "DELETE", member_path, edit, Anyone, delete_member},
        {OfAResource, "GET", users_path, see_users, Anyone, list_users},
        {OfAResource, "POST", users_path, edit, Anyone, change_members},
        {OfAResource, "DELETE", user_path, edit, Anyone, delete_user},
        {OfAResource, "GET", user_queues_path, any_of({"routing:queue:view"}), Anyone, list_queues_of_user},
        {OfAResource, "PATCH", user_queue_path, any_of({"routing:queue:join", "routing:queueMember:manage"}),
         Anyone, join_queue}};
}

}  // namespace mock
