#include "harness/worlds/simulated_world.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace worlds {
namespace {

using namespace std::chrono_literals;
using runner::Place;
using testing::HasSubstr;

constexpr std::string_view url_token = "demo-endpoint-token";

std::string fixture(const std::string& path) {
    std::ifstream file(std::string(HANDOVER_SOURCE_DIR) + "/fixtures/" + path, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

runner::WorldSettings first_handover() {
    return {.organisation_file = "organisation.yaml",
            .organisation_text = fixture("organisations/first-handover.yaml"),
            .bridge_file = "bridge.yaml",
            .bridge_text = fixture("bridges/first-handover.yaml")};
}

std::unique_ptr<runner::World> make(const runner::WorldSettings& settings = first_handover()) {
    auto world = make_simulated_world(settings);
    EXPECT_TRUE(world.has_value()) << (world ? "" : world.error().message);
    return world ? *std::move(world) : nullptr;
}

http::Request request_of(std::string method, std::string target, std::string body = {}) {
    return {std::move(method), std::move(target), {{"Host", "localhost"}}, std::move(body)};
}

runner::Reply exchange(runner::World& world, Place to, http::Request request) {
    const runner::ReplyId id = world.send(to, std::move(request));
    std::optional<runner::Reply> reply;
    world.wait([&] { return (reply = world.take_reply(id)).has_value(); }, 2min);
    return reply.value_or(host::TransportFailure::TimedOut);
}

int status_of(const runner::Reply& reply) {
    const auto* const response = std::get_if<http::Response>(&reply);
    return response == nullptr ? 0 : response->status;
}

std::string chat_path(std::string_view what) {
    return "/chat/" + std::string(url_token) + "/session-1/" + std::string(what);
}

runner::Reply say(runner::World& world, const std::string& text) {
    const std::string body = R"({"userId":"cara","text":")" + text + R"(","messageId":"m-)" + text + R"("})";
    return exchange(world, Place::Bridge, request_of("POST", chat_path("messages"), body));
}

runner::FeedId open_chat(runner::World& world) {
    return world.open_feed(Place::Bridge, request_of("GET", chat_path("events?after=0")));
}

// Runs until these words came on the feed; what came until then.
std::string read_until(runner::World& world, runner::FeedId feed, std::string_view words) {
    std::string text;
    world.wait(
        [&] {
            text += world.take_bytes(feed);
            return text.contains(words);
        },
        5min);
    return text;
}

// The customer asks for a human, ann takes the conversation and greets.
std::string first_contact(runner::World& world) {
    exchange(world, Place::Genesys, request_of("POST", "/_mock/agents/ann/on-queue"));
    EXPECT_EQ(status_of(say(world, "human")), 200);
    world.wait([] { return false; }, 10s);
    EXPECT_EQ(status_of(exchange(world, Place::Genesys, request_of("POST", "/_mock/agents/ann/accept"))),
              200);
    EXPECT_EQ(status_of(exchange(world, Place::Genesys,
                                 request_of("POST", "/_mock/agents/ann/say", R"({"text":"Ann here."})"))),
              200);
    return read_until(world, open_chat(world), "Ann here.");
}

TEST(SimulatedWorld, carries_a_line_of_the_agent_through_both_programs_to_the_customer) {
    const auto world = make();
    ASSERT_NE(world, nullptr);
    EXPECT_THAT(first_contact(*world), HasSubstr("Ann here."));
    EXPECT_LT(world->now(), 30s);
}

TEST(SimulatedWorld, repeats_itself_and_depends_on_the_seed) {
    std::vector<std::vector<std::string>> traces;
    for (const std::uint64_t seed : {1U, 1U, 2U}) {
        auto settings = first_handover();
        settings.seed = seed;
        const auto world = make(settings);
        first_contact(*world);
        traces.push_back(world->trace());
    }
    EXPECT_GT(traces[0].size(), 20U);
    EXPECT_EQ(traces[0], traces[1]);
    EXPECT_NE(traces[0], traces[2]);
}

TEST(SimulatedWorld, never_writes_a_secret_or_a_token_into_its_trace) {
    const auto world = make();
    first_contact(*world);
    for (const std::string& line : world->trace()) {
        EXPECT_THAT(line, testing::Not(HasSubstr("client-secret-of-the-first-handover")));
        EXPECT_THAT(line, testing::Not(HasSubstr("Bearer")));
    }
}

TEST(SimulatedWorld, crashes_and_restarts_the_bridge_on_what_was_durable) {
    const auto world = make();
    const std::string before = first_contact(*world);
    EXPECT_EQ(world->crash(Place::Bridge), std::nullopt);
    EXPECT_EQ(world->crash(Place::Bridge), "bridge does not run");
    EXPECT_EQ(std::get<host::TransportFailure>(say(*world, "anybody")), host::TransportFailure::Refused);
    EXPECT_EQ(world->restart(Place::Bridge), std::nullopt);
    EXPECT_EQ(world->restart(Place::Bridge), "bridge runs already");
    EXPECT_EQ(read_until(*world, open_chat(*world), "Ann here."), before);
}

TEST(SimulatedWorld, lets_the_bridge_die_at_an_effect_and_come_back) {
    auto settings = first_handover();
    settings.bridge_crash_at_effect = 5;
    const auto world = make(settings);
    EXPECT_EQ(std::get<host::TransportFailure>(say(*world, "hello")), host::TransportFailure::Broken);
    world->wait([] { return false; }, 2s);
    EXPECT_EQ(status_of(say(*world, "hello")), 200);
    EXPECT_EQ(std::ranges::count_if(
                  world->trace(),
                  [](const std::string& line) { return line.find("bridge crashes") != std::string::npos; }),
              1);
}

TEST(SimulatedWorld, ends_the_feeds_of_a_program_that_crashes) {
    const auto world = make();
    const runner::FeedId feed = open_chat(*world);
    world->wait([] { return false; }, 1s);
    EXPECT_TRUE(world->is_open(feed));
    world->crash(Place::Bridge);
    world->wait([] { return false; }, 1s);
    EXPECT_FALSE(world->is_open(feed));
}

TEST(SimulatedWorld, tells_whether_it_came_to_rest) {
    const auto world = make();
    EXPECT_EQ(world->settle(120s), "no event pending within 120.000s");
    first_contact(*world);
    EXPECT_THAT(world->settle(20s), HasSubstr("still pending after 20.000s: bridge: "));
}

TEST(SimulatedWorld, names_every_problem_of_the_users_files_with_its_place) {
    auto settings = first_handover();
    settings.organisation_text += "\nqueus: []\n";
    const auto world = make_simulated_world(settings);
    ASSERT_FALSE(world.has_value());
    EXPECT_TRUE(world.error().is_input);
    EXPECT_THAT(world.error().message, HasSubstr("organisation.yaml:"));
    EXPECT_THAT(world.error().message, HasSubstr("queus"));

    settings = first_handover();
    settings.bridge_text = "version: 1\n";
    const auto other = make_simulated_world(settings);
    ASSERT_FALSE(other.has_value());
    EXPECT_TRUE(other.error().is_input);
    EXPECT_THAT(other.error().message, HasSubstr("bridge.yaml:"));
}

}  // namespace
}  // namespace worlds
