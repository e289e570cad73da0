#include "harness/adapter/read_adapter.h"

#include <gtest/gtest.h>

#include "tests/harness/adapter/adapter_testing.h"

namespace adapter {
namespace {

// "line:column: what (hint)" of each problem of the full adapter in which `from` has become `to`.
std::vector<std::string> problems(const std::string& from, const std::string& to) {
    const auto adapter = read_adapter(replaced(full_adapter, from, to));
    if (adapter) return {"none"};
    std::vector<std::string> lines;
    for (const document::Problem& problem : adapter.error())
        lines.push_back(std::to_string(problem.at.line) + ": " + problem.what + " (" + problem.hint + ")");
    return lines;
}

using Lines = std::vector<std::string>;

TEST(ReadAdapter, reads_everything_there_is) {
    const auto adapter = read_adapter(full_adapter);
    ASSERT_TRUE(adapter);
    EXPECT_EQ(adapter->name, "Full");
    EXPECT_EQ(adapter->command, (std::vector<std::string>{"node", "--port=${connector.port}"}));
    EXPECT_EQ(adapter->environment.at(0).first, "SECRET");
    EXPECT_EQ(adapter->ready, "/live");
    EXPECT_EQ(adapter->webhook, "/hook");
    EXPECT_EQ(adapter->says,
              (LineRequest{"PUT", "/c/${customer}", {{"X-Id", "${message.id}"}}, R"({"t":"${text}"})"}));
    EXPECT_EQ(adapter->sees,
              (Page{"/c/${customer}", "/lines", "/t", "/id", "/by", std::chrono::milliseconds{20}}));
    EXPECT_TRUE(adapter->survives_crash);
    EXPECT_EQ(adapter->cannot.at(1), (Inability{"", "happy-path", "it has no bot"}));
}

TEST(ReadAdapter, needs_little) {
    const auto adapter = read_adapter(
        "version: 1\nname: Small\nstart: { command: [x], ready: / }\nwebhook: /w\ncustomer: { says: { path: "
        "/l, body: b } }\n");
    ASSERT_TRUE(adapter);
    EXPECT_EQ(adapter->says.method, "POST");
    EXPECT_EQ(adapter->says.headers.at(0).second, "application/json");
    EXPECT_FALSE(adapter->sees);
    EXPECT_FALSE(adapter->survives_crash);
}

TEST(ReadAdapter, says_where_and_what_is_wrong_and_what_is_allowed) {
    EXPECT_EQ(problems("webhook: /hook", "webhok: /hook").size(), 2U);
    EXPECT_EQ(problems("${connector.port}", "${port}").at(0).substr(0, 31),
              "4: there is no ${port} here (al");
    EXPECT_EQ(problems("${text}", "${txt}").at(0),
              "9: there is no ${txt} here (did you mean 'text'? allowed here: customer, text, message.id)");
    EXPECT_EQ(problems("step: customer.repeats", "step: customer.repeat").at(0).substr(0, 86),
              "13: there is no step 'customer.repeat' (did you mean 'customer.repeats'? allowed here:");
    EXPECT_EQ(problems("ready: /live", "ready: live"),
              Lines{"4: 'ready' must be a path (for example /webhook)"});
    EXPECT_EQ(problems("text: /t,", "text: t,"),
              Lines{"10: 'text' is no JSON pointer (for example /lines or /text)"});
    EXPECT_EQ(problems("text: /t,", "text: /~2,"),
              Lines{"10: 'text' is no JSON pointer (for example /lines or /text)"});
    EXPECT_EQ(problems("[node, \"--port=${connector.port}\"]", "[]"),
              Lines{"4: 'command' is missing (a list of words: [node, connector.mjs])"});
    EXPECT_EQ(problems("{ tag: happy-path,", "{ step: fault, tag: x,").size(), 2U);
    EXPECT_EQ(problems("version: 1", "version: 2"),
              Lines{"1: this program reads version 1 of adapter files (version: 1)"});
}

TEST(ReadAdapter, reports_yaml_that_cannot_be_read) {
    const auto adapter = read_adapter("a: [");
    ASSERT_FALSE(adapter);
    EXPECT_EQ(adapter.error().size(), 1U);
}

}  // namespace
}  // namespace adapter
