#include "foundation/net/caretaker.h"

#include <gtest/gtest.h>

#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

using net_testing::get;
using net_testing::RawClient;

class CaretakerTest : public testing::Test {
  protected:
    ~CaretakerTest() override {
        for (const auto& connection : caretaker->connections()) connection->drop();
        caretaker->stop();
    }

    // A connection that answers every request with so many bytes, and its client.
    std::pair<std::shared_ptr<Connection>, RawClient> connect(std::size_t answer_bytes, Limits limits = {}) {
        auto [ours, theirs] = net_testing::socket_pair();
        auto connection = std::make_shared<Connection>(
            std::move(ours),
            std::make_shared<const ConnectionSetup>(ConnectionSetup{
                limits,
                [answer_bytes](const std::shared_ptr<Connection>& asked, const http::Request&) {
                    asked->respond({200, {}, std::string(answer_bytes, 'x')});
                },
                caretaker}));
        caretaker->adopt(connection);
        return {connection, RawClient(std::move(theirs))};
    }

    std::shared_ptr<Caretaker> caretaker = std::make_shared<Caretaker>();
};

TEST_F(CaretakerTest, knows_the_connections_that_exist) {
    auto [first, first_client] = connect(1);
    auto [second, second_client] = connect(1);
    EXPECT_EQ(caretaker->connections().size(), 2U);
    first.reset();
    EXPECT_EQ(caretaker->connections(), std::vector{second});
}

TEST_F(CaretakerTest, finishes_the_answers_of_slow_readers_side_by_side) {
    constexpr std::size_t size = 4 * mebibyte;
    auto [never_read, never_reading] = connect(size);
    auto [read_late, reading_late] = connect(size);
    auto [read_first, reading_first] = connect(size);
    for (const auto& connection : {never_read, read_late, read_first}) connection->receive(get("/"));
    EXPECT_EQ(reading_first.response()->body.size(), size);
    EXPECT_EQ(reading_late.response()->body.size(), size);
    EXPECT_FALSE(never_read->settled());
}

TEST_F(CaretakerTest, drops_idle_and_stalled_connections_without_being_asked) {
    const Limits impatient{.idle_max = std::chrono::milliseconds(1),
                           .stall_max = std::chrono::milliseconds(1)};
    auto [idle, idle_client] = connect(1, impatient);
    auto [stalled, stalled_client] = connect(4 * mebibyte, impatient);
    stalled->receive(get("/"));
    EXPECT_EQ(idle_client.rest(), "");
    EXPECT_TRUE(stalled_client.rest());
}

TEST_F(CaretakerTest, lets_go_of_everything_when_it_stops) {
    auto [connection, client] = connect(4 * mebibyte);
    connection->receive(get("/"));
    const std::weak_ptr<Connection> watched = connection;
    caretaker->stop();
    connection->drop();
    connection.reset();
    EXPECT_TRUE(watched.expired());
}

}  // namespace
}  // namespace net
