#include "mock-genesys/faults/faulty_host.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

base::Now at(base::Duration since_start) { return {base::TimePoint(since_start), {}}; }

// Answers every request with 200 and makes one call for each; keeps the results it is told.
class FakePlatform : public host::Host {
  public:
    void handle(host::Input input, base::Now /*now*/) override {
        if (const auto* const arrived = std::get_if<host::RequestArrived>(&input)) {
            ++handled;
            effects_.emplace_back(host::Respond{arrived->id, {200, {}, "real"}});
            effects_.emplace_back(host::Call{{next_call_++}, "http://127.0.0.1:1", {}, 10s});
        }
        if (auto* const finished = std::get_if<host::CallFinished>(&input))
            results.push_back(finished->result);
    }
    std::vector<host::Effect> drain() override { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override { return std::nullopt; }

    int handled = 0;
    std::vector<std::variant<http::Response, host::TransportFailure>> results;

  private:
    std::vector<host::Effect> effects_;
    std::uint64_t next_call_ = 1;
};

class FaultyHostTest : public ::testing::Test {
  protected:
    FaultyHostTest() {
        auto platform = std::make_unique<FakePlatform>();
        platform_ = platform.get();
        host_ = std::make_unique<FaultyHost>(std::move(platform), faults_,
                                             [](int status) { return http::Response{status, {}, "fault"}; });
    }
    void request(const std::string& target, base::Duration when = 0s) {
        host_->handle(host::RequestArrived{{7}, {"GET", target, {}, {}}}, at(when));
    }
    template <class Kind>
    std::vector<Kind> drain() {
        std::vector<Kind> found;
        for (const host::Effect& effect : host_->drain())
            if (const auto* const kind = std::get_if<Kind>(&effect)) found.push_back(*kind);
        return found;
    }

    std::shared_ptr<FaultList> faults_ = std::make_shared<FaultList>();
    FakePlatform* platform_ = nullptr;
    std::unique_ptr<FaultyHost> host_;
};

const OperationTarget thing{"GET", "/thing"};

TEST_F(FaultyHostTest, changes_nothing_while_no_fault_is_armed) {
    request("/thing");
    EXPECT_EQ(host_->drain().size(), 2U);
    host_->handle(host::CallFinished{{1}, http::Response{}}, at(1s));
    EXPECT_EQ(platform_->results.size(), 1U);
    EXPECT_FALSE(host_->next_wakeup());
}

TEST_F(FaultyHostTest, answers_instead_of_the_platform) {
    faults_->arm({thing, Answer{503}, 1});
    request("/thing");
    const auto responses = drain<host::Respond>();
    ASSERT_EQ(responses.size(), 1U);
    EXPECT_EQ(responses[0].response.status, 503);
    EXPECT_EQ(platform_->handled, 0);
}

TEST_F(FaultyHostTest, replaces_the_answer_of_a_handled_request) {
    faults_->arm({thing, LoseResponse{}, 1});
    request("/thing");
    EXPECT_EQ(platform_->handled, 1);
    const auto responses = drain<host::Respond>();
    ASSERT_EQ(responses.size(), 1U);
    EXPECT_EQ(responses[0].response.status, 504);
}

TEST_F(FaultyHostTest, holds_an_answer_back_until_its_time) {
    faults_->arm({thing, Delay{12s}, 1});
    request("/thing");
    EXPECT_TRUE(drain<host::Respond>().empty());
    ASSERT_TRUE(host_->next_wakeup());
    EXPECT_EQ(host_->next_wakeup()->when, at(12s).monotonic);
    host_->handle(host::TimeReached{}, at(12s));
    const auto responses = drain<host::Respond>();
    ASSERT_EQ(responses.size(), 1U);
    EXPECT_EQ(responses[0].response.body, "real");
}

TEST_F(FaultyHostTest, tells_an_invented_answer_without_calling) {
    faults_->arm({WebhookTarget{}, Answer{503}, 1});
    request("/thing");
    EXPECT_TRUE(drain<host::Call>().empty());
    ASSERT_EQ(platform_->results.size(), 1U);
    EXPECT_EQ(std::get<http::Response>(platform_->results[0]).status, 503);
}

TEST_F(FaultyHostTest, throws_the_real_answer_of_a_lost_response_away) {
    faults_->arm({WebhookTarget{}, LoseResponse{}, 1});
    request("/thing");
    EXPECT_EQ(drain<host::Call>().size(), 1U);
    host_->handle(host::CallFinished{{1}, http::Response{}}, at(1s));
    ASSERT_EQ(platform_->results.size(), 1U);
    EXPECT_EQ(std::get<host::TransportFailure>(platform_->results[0]), host::TransportFailure::TimedOut);
}

TEST_F(FaultyHostTest, makes_a_delayed_call_later) {
    faults_->arm({WebhookTarget{}, Delay{3s}, 1});
    request("/thing");
    EXPECT_TRUE(drain<host::Call>().empty());
    host_->handle(host::TimeReached{}, at(3s));
    EXPECT_EQ(drain<host::Call>().size(), 1U);
}

TEST_F(FaultyHostTest, leaves_the_control_interface_alone) {
    faults_->arm({OperationTarget{"GET", "/_mock/live"}, Answer{503}, 1});
    request("/_mock/live");
    EXPECT_EQ(drain<host::Respond>().at(0).response.body, "real");
}

TEST_F(FaultyHostTest, traces_each_fault_that_was_met) {
    faults_->arm({thing, Answer{503}, 1});
    request("/thing");
    const auto traces = drain<host::Trace>();
    ASSERT_EQ(traces.size(), 1U);
    EXPECT_EQ(traces[0].event, "fault.met");
}

}  // namespace
}  // namespace mock
