#include "harness/doctor/courier.h"

#include <gtest/gtest.h>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

using host::TransportFailure;

class CourierTest : public testing::Test {
  protected:
    Body body(std::string name = "b") { return {std::move(name), text_body(envelopes.next(), "x")}; }

    FakeReceiver receiver;
    Envelopes envelopes = fake_envelopes();
    Courier courier = receiver.courier();
};

TEST_F(CourierTest, posts_the_bytes_with_the_vendors_signature) {
    const Body sent = body("named");
    const Exchange exchange = courier.genuine(sent);
    EXPECT_EQ(exchange.name, "named");
    EXPECT_TRUE(is_accepted(exchange.answer));
    const http::Request& got = receiver.requests.at(0);
    EXPECT_EQ(got.method, "POST");
    EXPECT_EQ(got.target, "/webhook");
    EXPECT_EQ(got.body, sent.bytes);
    EXPECT_EQ(got.headers.get("x-hub-signature-256"), FakeReceiver::signature(sent.bytes));
    EXPECT_EQ(got.headers.get("Content-Type"), "application/json");
    EXPECT_EQ(got.headers.get("Connection"), "close");
    EXPECT_FALSE(got.headers.get("Transfer-Encoding"));
}

TEST_F(CourierTest, signs_in_another_form_once_told_so) {
    courier.sign_as({Encoding::HexPrefixed, SignedBytes::AsSent});
    EXPECT_EQ(status_of(courier.genuine(body()).answer), 401);
    EXPECT_EQ(receiver.requests.at(0).headers.get(signature_header)->size(), 7U + 64U);
}

TEST_F(CourierTest, sends_any_signature_or_none_and_chunks) {
    courier.with_signature(body(), "");
    courier.with_signature(body(), std::nullopt);
    courier.genuine(body(), Framing::Chunked);
    EXPECT_EQ(receiver.requests.at(0).headers.get(signature_header), "");
    EXPECT_FALSE(receiver.requests.at(1).headers.get(signature_header));
    EXPECT_EQ(receiver.requests.at(2).headers.get("Transfer-Encoding"), "chunked");
}

TEST_F(CourierTest, sends_the_same_bytes_several_times_at_once) {
    std::size_t at_once = 0;
    Courier other({fake_origin, "/", fake_secret}, [&](const std::vector<Errand>& errands) {
        at_once = errands.size();
        EXPECT_EQ(errands.front().request, errands.back().request);
        return receiver.ask()(errands);
    });
    EXPECT_EQ(other.at_once(body(), 2).size(), 2U);
    EXPECT_EQ(at_once, 2U);
}

TEST_F(CourierTest, remembers_the_slowest_answer_but_not_what_was_none) {
    receiver.changes = [&](const http::Request&, Answer answer) {
        answer.took = std::chrono::seconds{receiver.requests.size()};
        if (receiver.requests.size() == 3) answer.outcome = TransportFailure::TimedOut;
        return answer;
    };
    courier.all_genuine({body(), body(), body()});
    EXPECT_EQ(courier.slowest(), std::chrono::seconds{2});
}

TEST_F(CourierTest, stops_when_the_receiver_has_gone_and_knows_what_came_before) {
    receiver.changes = [&](const http::Request&, Answer answer) {
        return receiver.requests.size() < 3 ? answer : FakeReceiver::failed(TransportFailure::Refused);
    };
    const auto exchanges = courier.all_genuine({body("one"), body("two"), body("three"), body("four")});
    EXPECT_EQ(courier.gone_after(), "two");
    EXPECT_FALSE(was_asked(exchanges[2].answer));
    EXPECT_FALSE(was_asked(exchanges[3].answer));
    EXPECT_EQ(receiver.requests.size(), 3U);
}

TEST_F(CourierTest, does_not_call_a_receiver_gone_that_was_never_there) {
    receiver.changes = [](const http::Request&, const Answer&) {
        return FakeReceiver::failed(TransportFailure::Refused);
    };
    EXPECT_TRUE(is_transport(courier.genuine(body()).answer, TransportFailure::Refused));
    EXPECT_FALSE(courier.gone_after());
}

}  // namespace
}  // namespace doctor
