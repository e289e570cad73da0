#include "harness/worlds/messenger.h"

#include <gtest/gtest.h>

#include <mutex>
#include <thread>

#include "foundation/net/server.h"

namespace worlds {
namespace {

using host::TransportFailure;
using std::chrono::milliseconds;

class MessengerTest : public testing::Test {
  protected:
    ~MessengerTest() override {
        const std::lock_guard lock(mutex_);
        unanswered_.reset();
    }
    doctor::Errand errand(const std::string& target) const {
        return {"http://127.0.0.1:" + std::to_string(server->port()), {"POST", target, {}, "!"}};
    }

  private:
    void keep(const std::shared_ptr<net::Connection>& connection) {
        const std::lock_guard lock(mutex_);
        unanswered_ = connection;
    }

    std::mutex mutex_;
    std::shared_ptr<net::Connection> unanswered_;

  protected:
    // Answers at once, except for /never; ends before what it uses.
    std::unique_ptr<net::Server> server = *net::Server::start(
        {}, [this](const std::shared_ptr<net::Connection>& connection, const http::Request& request) {
            if (request.target == "/never")
                keep(connection);
            else
                connection->respond({202, {}, request.target + request.body});
        });
};

TEST_F(MessengerTest, brings_the_answers_in_the_order_of_the_errands) {
    Messenger messenger(std::chrono::minutes{1}, std::chrono::minutes{1});
    const auto answers = messenger.ask({errand("/a"), errand("/b")});
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(std::get<http::Response>(answers[0].outcome).body, "/a!");
    EXPECT_EQ(std::get<http::Response>(answers[1].outcome).body, "/b!");
    EXPECT_GT(answers[0].took, base::Duration::zero());
}

TEST_F(MessengerTest, gives_up_on_one_exchange_after_the_answer_limit) {
    Messenger messenger(std::chrono::minutes{1}, milliseconds{30});
    const auto answers = messenger.ask({errand("/never")});
    EXPECT_TRUE(doctor::is_transport(answers.at(0), TransportFailure::TimedOut));
}

TEST_F(MessengerTest, does_not_blame_the_receiver_when_the_time_is_over) {
    Messenger messenger(milliseconds{30}, std::chrono::minutes{1});
    EXPECT_FALSE(doctor::was_asked(messenger.ask({errand("/never")}).at(0)));
    EXPECT_FALSE(doctor::was_asked(messenger.ask({errand("/a")}).at(0)));
}

TEST_F(MessengerTest, pauses) {
    Messenger messenger(std::chrono::minutes{1}, std::chrono::minutes{1});
    const auto began = std::chrono::steady_clock::now();
    messenger.pause(milliseconds{5});
    EXPECT_GE(std::chrono::steady_clock::now() - began, milliseconds{5});
}

}  // namespace
}  // namespace worlds
