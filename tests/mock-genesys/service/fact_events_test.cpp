#include "mock-genesys/service/fact_events.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

TEST(FactEvents, tell_the_course_of_a_conversation_in_order) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    driver.control("POST", "/_mock/agents/ann/on-queue");
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    driver.control("POST", "/_mock/agents/ann/accept");
    driver.api("POST", inbound_target, inbound_body("again", "e2"));
    driver.control("POST", "/_mock/agents/ann/disconnect");
    std::string course;
    for (const host::Trace& trace : driver.traces) {
        course += trace.event;
        for (const auto& [name, value] : trace.fields)
            if (name == "purpose" || name == "state" || name == "disconnectType" || name == "agent")
                course += " " + value;
        course += "\n";
    }
    EXPECT_EQ(course,
              "token.issued\n"
              "conversation.started\n"
              "participant.state customer connected\n"
              "message.inbound\n"
              "participant.state workflow connected\n"
              "message.outbound\n"
              "participant.state workflow disconnected transfer\n"
              "participant.state acd connected\n"
              "participant.state agent ann alerting\n"
              "webhook.attempt\n"
              "participant.state acd disconnected transfer\n"
              "participant.state agent ann connected\n"
              "token.issued\n"
              "message.inbound ann\n"
              "participant.state agent ann disconnected client\n"
              "participant.state customer disconnected peer\n"
              "conversation.ended peer\n");
}

TEST(FactEvents, say_nothing_of_a_message_that_is_gone) {
    const Organisation organisation = organisation_fixture("first-handover.yaml");
    const Platform platform(organisation, 1);
    EXPECT_FALSE(event_of(OutboundAppended{MessageId("gone")}, platform));
    EXPECT_FALSE(event_of(InboundAppended{MessageId("gone"), "", {}}, platform));
}

}  // namespace
}  // namespace mock
