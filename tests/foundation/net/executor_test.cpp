#include "foundation/net/executor.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "foundation/net/caretaker.h"
#include "tests/foundation/net/scripted_peer_testing.h"

namespace net {
namespace {

using net_testing::get;
using net_testing::RawClient;

class ExecutorTest : public testing::Test {
  protected:
    ~ExecutorTest() override {
        for (const auto& connection : connections) connection->drop();
        caretaker->stop();
    }

    struct Asked {
        host::RequestId id;
        RawClient client;
    };
    // A client whose request has been admitted.
    Asked ask() {
        auto [ours, theirs] = net_testing::socket_pair();
        const auto setup = std::make_shared<const ConnectionSetup>(
            ConnectionSetup{{}, [](const auto&, const auto&) {}, caretaker});
        connections.push_back(std::make_shared<Connection>(std::move(ours), setup));
        connections.back()->receive(get("/"));
        return {executor.admit(connections.back()), RawClient(std::move(theirs))};
    }
    // What comes next, holding the engine from then on.
    std::vector<InputQueue::Item> take() {
        queue->release(std::chrono::steady_clock::now() + net_testing::patience);
        EXPECT_TRUE(queue->wait_and_hold());
        return queue->take_all();
    }

    std::shared_ptr<Caretaker> caretaker = std::make_shared<Caretaker>();
    std::vector<std::shared_ptr<Connection>> connections;
    std::shared_ptr<InputQueue> queue = std::make_shared<InputQueue>();
    std::vector<std::string> traces;
    Executor executor{Clock(1), queue,
                      [this](const host::Trace& trace, base::Now) { traces.push_back(trace.event); }};
};

TEST_F(ExecutorTest, answers_the_connection_that_asked) {
    Asked first = ask();
    Asked second = ask();
    executor.execute(host::Respond{second.id, {200, {}, "second"}}, {});
    executor.execute(host::Respond{first.id, {200, {}, "first"}}, {});
    EXPECT_EQ(first.client.response()->body, "first");
    EXPECT_EQ(second.client.response()->body, "second");
}

TEST_F(ExecutorTest, runs_a_stream_and_reports_its_end_once) {
    Asked asked = ask();
    executor.execute(host::AcceptStream{asked.id, {}}, {});
    executor.execute(host::Send{asked.id, "one"}, {});
    executor.execute(host::CloseStream{asked.id}, {});
    EXPECT_EQ(asked.client.response()->body, "one");
    const auto items = take();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(std::get<host::StreamClosed>(items[0]).id, asked.id);
    EXPECT_TRUE(executor.forget_stream(asked.id));
    EXPECT_FALSE(executor.forget_stream(asked.id));
    executor.execute(host::Send{asked.id, "late"}, {});
    executor.execute(host::CloseStream{asked.id}, {});
}

TEST_F(ExecutorTest, reports_a_reader_that_leaves_a_stream) {
    Asked asked = ask();
    executor.execute(host::AcceptStream{asked.id, {}}, {});
    connections.back()->reader_gone();
    EXPECT_EQ(std::get<host::StreamClosed>(take().at(0)).id, asked.id);
}

TEST_F(ExecutorTest, finishes_every_call_with_its_id) {
    executor.execute(
        host::Call{{7}, net_testing::refusing_origin(), {"GET", "/", {}, ""}, std::chrono::seconds(9)}, {});
    const auto items = take();
    ASSERT_EQ(items.size(), 1U);
    const auto& finished = std::get<host::CallFinished>(items[0]);
    EXPECT_EQ(finished.id, host::CallId{7});
    EXPECT_EQ(std::get<host::TransportFailure>(finished.result), host::TransportFailure::Refused);
}

TEST_F(ExecutorTest, passes_traces_on_and_leaves_records_to_the_engine) {
    executor.execute(host::Trace{"noted", {}}, {});
    executor.execute(host::Persist{{{"a", "b"}}}, {});
    EXPECT_EQ(traces, std::vector<std::string>{"noted"});
}

using ExecutorDeathTest = ExecutorTest;

TEST_F(ExecutorDeathTest, stops_a_program_that_answers_a_request_that_is_not_there) {
    EXPECT_DEATH(executor.execute(host::Respond{{99}, {}}, {}), "a request is answered exactly once");
}

}  // namespace
}  // namespace net
