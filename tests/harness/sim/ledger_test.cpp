#include "harness/sim/ledger.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

constexpr host::RequestId first{1};
constexpr host::RequestId second{2};
constexpr ExchangeId exchange{7};

Ledger with_request() {
    Ledger ledger;
    ledger.request_arrived(first, exchange);
    return ledger;
}

Ledger with_stream() {
    Ledger ledger = with_request();
    EXPECT_EQ(ledger.accepted(first), exchange);
    return ledger;
}

TEST(Ledger, takes_one_answer_per_request) {
    Ledger ledger = with_request();
    EXPECT_EQ(ledger.waiting().size(), 1U);
    EXPECT_EQ(ledger.answered(first), exchange);
    EXPECT_TRUE(ledger.waiting().empty());
    EXPECT_EQ(ledger.answered(first).error(),
              "Respond to request 1, which was answered before (or was never given to it)");
}

TEST(Ledger, finds_an_answer_to_a_request_that_was_never_given) {
    Ledger ledger = with_request();
    EXPECT_EQ(ledger.answered(second).error(), "Respond to request 2, which was never given to it");
}

TEST(Ledger, finds_a_request_that_is_answered_and_accepted) {
    Ledger ledger = with_request();
    EXPECT_TRUE(ledger.answered(first).has_value());
    EXPECT_FALSE(ledger.accepted(first).has_value());
}

TEST(Ledger, finds_bytes_on_what_is_no_stream) {
    Ledger ledger = with_request();
    EXPECT_EQ(ledger.stream(first, "Send").error(), "Send on request 1 before AcceptStream");
    EXPECT_TRUE(ledger.answered(first).has_value());
    EXPECT_EQ(ledger.stream(first, "Send").error(), "Send on request 1, which never became a stream");
}

TEST(Ledger, forgives_bytes_on_a_stream_that_has_closed_meanwhile) {
    Ledger ledger = with_stream();
    EXPECT_EQ(ledger.stream(first, "Send").value(), exchange);
    EXPECT_EQ(ledger.stream_closing(first), exchange);
    EXPECT_FALSE(ledger.stream(first, "Send").value().has_value());
    EXPECT_TRUE(ledger.stream_closed(first));
    EXPECT_FALSE(ledger.stream(first, "Send").value().has_value());
}

TEST(Ledger, closes_a_stream_once) {
    Ledger ledger = with_stream();
    EXPECT_EQ(ledger.open_streams().size(), 1U);
    EXPECT_TRUE(ledger.stream_closing(first).has_value());
    EXPECT_FALSE(ledger.stream_closing(first).has_value());
    EXPECT_TRUE(ledger.open_streams().empty());
    EXPECT_TRUE(ledger.stream_closed(first));
    EXPECT_FALSE(ledger.stream_closed(first));
    EXPECT_FALSE(ledger.stream_closed(second));
}

TEST(Ledger, finds_a_call_id_that_is_used_twice_even_after_its_end) {
    Ledger ledger;
    EXPECT_FALSE(ledger.check_call(host::CallId{1}).has_value());
    ledger.called(host::CallId{1}, exchange);
    EXPECT_EQ(ledger.calls().size(), 1U);
    ledger.call_finished(host::CallId{1});
    EXPECT_TRUE(ledger.calls().empty());
    EXPECT_EQ(ledger.check_call(host::CallId{1}), "Call 1 uses an id a second time");
}

}  // namespace
}  // namespace sim
