#include "harness/runner/report_text.h"

#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

const std::string steps =
    "  - customer: x\n"
    "  - agent(ann).says: { text: Hello, capture: m }\n"
    "  - expect: { genesys.webhook: { message: \"${m}\", attempts: 3 }, within: 10s }\n";

ScenarioResult failing() {
    FakeWorld world;
    world.answer = [](Place, const http::Request&) { return FakeWorld::ok(R"({"messageId":"9f1c"})"); };
    world.push_at(
        5s, "/_mock/events",
        "id: 1\nevent: webhook.outcome\ndata: "
        R"({"messageId":"9f1c","conversationId":"c","attempt":2,"status":200,"verdict":"delivered"})"
        "\n\n");
    return play(world, steps);
}

TEST(ReportText, a_failure_says_where_what_and_how_to_play_it_again) {
    const ReportedFile file{"scenarios/retry.yaml", played_head + steps};
    EXPECT_EQ(report_failures(failing(), file, {}),
              R"(FAIL scenarios/retry.yaml:7:5  expect genesys.webhook  [simulated t=10.000s, seed 7]
   7 |   - expect: { genesys.webhook: { message: "${m}", attempts: 3 }, within: 10s }
     |                                                             ^ wanted "3", got "2" within 10.000s
       closest event  #4 genesys.webhook "9f1c" (attempts 2, conversation c, status 200, verdict delivered)
       captured       m = "9f1c" at line 6
       last events    #1 t=0.000s customer: "x"
                      #2 t=0.000s agent(ann).says: { text: "Hello", capture: m }
                      #3 t=0.000s expect: { genesys.webhook: { message: "${m}", attempts: "3" }, within: 10s }
                      #4 t=5.000s genesys.webhook "9f1c" (attempts 2, conversation c, status 200, verdict delivered)
       replay         handover run scenarios/retry.yaml:7 --world simulated --seed 7 --trace
)");
}

TEST(ReportText, secrets_are_taken_out) {
    const ReportedFile file{"a.yaml", played_head + steps};
    EXPECT_EQ(report_failures(failing(), file, Redactor({"9f1c"})).find("9f1c"), std::string::npos);
}

TEST(ReportText, one_line_says_how_it_went) {
    ScenarioResult result = failing();
    EXPECT_EQ(report_line(result, {"a.yaml", ""}, Colour::Off),
              "FAIL a.yaml  [simulated, 3 steps, t=10.000s]\n");
    result.failures.clear();
    EXPECT_EQ(report_line(result, {"a.yaml", ""}, Colour::On),
              "\x1b[32mPASS\x1b[0m a.yaml  [simulated, 3 steps, t=10.000s]\n");
    EXPECT_EQ(report_failures(result, {"a.yaml", ""}, {}), "");
}

TEST(ReportText, a_row_of_a_matrix_is_named_in_every_line_and_in_the_replay) {
    const ReportedFile file{"a.yaml", played_head + steps, "status=500"};
    const ScenarioResult result = failing();
    EXPECT_TRUE(report_line(result, file, Colour::Off).starts_with("FAIL a.yaml [status=500]  [simulated"));
    const std::string text = report_failures(result, file, {});
    EXPECT_NE(text.find("seed 7, status=500]"), std::string::npos);
    EXPECT_NE(text.find("handover run a.yaml:7 --case 'status=500' --world"), std::string::npos);
}

TEST(ReportText, a_known_failure_is_one_line_and_its_passing_a_failure_with_advice) {
    ScenarioResult result = failing();
    result.xfail = "issue 7";
    EXPECT_EQ(report_line(result, {"a.yaml", ""}, Colour::Off), "XFAIL a.yaml  [simulated: issue 7]\n");
    EXPECT_EQ(report_failures(result, {"a.yaml", ""}, {}), "");
    result.failures.clear();
    EXPECT_TRUE(report_line(result, {"a.yaml", ""}, Colour::Off).starts_with("FAIL a.yaml"));
    EXPECT_NE(report_failures(result, {"a.yaml", ""}, {}).find("take the xfail line out"), std::string::npos);
}

TEST(ReportText, survives_a_file_that_is_shorter_than_its_positions) {
    EXPECT_NE(report_failures(failing(), {"a.yaml", ""}, {}).find("wanted"), std::string::npos);
}

}  // namespace
}  // namespace runner
