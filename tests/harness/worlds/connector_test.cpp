#include "harness/worlds/connector.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "harness/command/work_directory.h"

namespace worlds {
namespace {

// Answers 200 to everything, and exits with 3 when its secret is wrong.
constexpr std::string_view script = R"(import http.server, os, sys
if os.environ["SECRET"] != "s3cret": sys.exit("no secret")
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/live" else 404); self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
)";

class ConnectorTest : public testing::Test {
  protected:
    void SetUp() override { std::ofstream(directory.path() + "/connector.py") << script; }
    Connector connector(const std::string& secret) const {
        adapter::Adapter adapter;
        adapter.name = "Test";
        adapter.command = {"python3", "connector.py", "${connector.port}"};
        adapter.environment = {{"SECRET", "${webhook.secret}"}};
        adapter.ready = "/live";
        return Connector(
            {adapter, {{"webhook.secret", secret}}, directory.path(), directory.path() + "/log"});
    }

    command::WorkDirectory directory{command::WorkDirectory::Keep::No};
};

TEST_F(ConnectorTest, starts_in_its_folder_with_its_environment_and_answers) {
    Connector one = connector("s3cret");
    EXPECT_EQ(one.start(), std::nullopt);
    EXPECT_TRUE(one.is_running());
    EXPECT_TRUE(one.origin().starts_with("http://127.0.0.1:"));
    one.stop();
    EXPECT_FALSE(one.is_running());
}

TEST_F(ConnectorTest, comes_back_at_the_same_place_after_a_crash) {
    Connector one = connector("s3cret");
    ASSERT_EQ(one.start(), std::nullopt);
    const std::string origin = one.origin();
    one.crash();
    EXPECT_FALSE(one.is_running());
    EXPECT_EQ(one.start(), std::nullopt);
    EXPECT_EQ(one.origin(), origin);
}

TEST_F(ConnectorTest, that_ends_at_once_is_reported_with_its_last_words) {
    Connector one = connector("wrong");
    const auto error = one.start();
    ASSERT_TRUE(error);
    EXPECT_TRUE(error->starts_with("the connector 'Test' ended at once with exit code 1; its log "))
        << *error;
    EXPECT_TRUE(error->ends_with("no secret\n")) << *error;
}

TEST(FreePort, is_a_port) {
    const auto port = free_port();
    ASSERT_TRUE(port);
    EXPECT_GT(*port, 0);
}

}  // namespace
}  // namespace worlds
