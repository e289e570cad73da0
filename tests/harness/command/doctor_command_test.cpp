#include "harness/command/doctor_command.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace command {
namespace {

class DoctorCommandTest : public testing::Test {
  protected:
    DoctorSettings settings{.url = doctor::fake_origin + "/webhook", .secret = doctor::fake_secret};

    ExitCode examine() {
        return examine_receiver(settings, {receiver.ask(), [] {}}, out, err);
    }

    doctor::FakeReceiver receiver;
    std::ostringstream out;
    std::ostringstream err;
};

TEST_F(DoctorCommandTest, passes_a_flawless_receiver) {
    settings.seen_url = doctor::fake_origin + "/seen";
    EXPECT_EQ(examine(), ExitCode::Passed);
    EXPECT_TRUE(out.str().ends_with("\nno findings\n")) << out.str();
    EXPECT_EQ(err.str(), "");
}

TEST_F(DoctorCommandTest, fails_with_findings_and_never_prints_the_secret) {
    receiver.verifies = [](const std::string&, const std::string&) { return true; };
    for (const ReportForm form : {ReportForm::Text, ReportForm::Json}) {
        settings.form = form;
        EXPECT_EQ(examine(), ExitCode::Failed);
    }
    EXPECT_TRUE(out.str().contains("signature.not-verified"));
    EXPECT_TRUE(out.str().contains("\"code\": \"signature.not-verified\""));
    EXPECT_FALSE(out.str().contains(doctor::fake_secret));
}

TEST_F(DoctorCommandTest, says_what_is_wrong_with_its_options) {
    settings.url = "ftp://x";
    EXPECT_EQ(examine(), ExitCode::Usage);
    settings.url = doctor::fake_origin + "/webhook";
    settings.seen_url = "/seen";
    EXPECT_EQ(examine(), ExitCode::Usage);
    settings.seen_url.clear();
    settings.slow_after = "5";
    EXPECT_EQ(examine(), ExitCode::Usage);
    settings.slow_after = "5s";
    settings.secret.clear();
    EXPECT_EQ(examine(), ExitCode::Usage);
    EXPECT_TRUE(receiver.requests.empty());
    EXPECT_EQ(err.str(),
              "doctor: the receiver's 'ftp://x' is no URL: write it like http://127.0.0.1:3000/webhook\n"
              "doctor: the --seen-url '/seen' is no URL: write it like http://127.0.0.1:3000/webhook\n"
              "doctor: --slow-after '5' is no duration: write 500ms or 5s\n"
              "doctor: the secret is empty: give --secret, or set HANDOVER_SECRET\n");
}

TEST_F(DoctorCommandTest, warns_of_a_secret_that_the_vendor_does_not_take) {
    settings.secret = "short";
    EXPECT_EQ(examine(), ExitCode::Failed);
    EXPECT_TRUE(err.str().contains("less than 16 characters"));
    EXPECT_TRUE(out.str().contains("genuine.refused"));
}

TEST_F(DoctorCommandTest, cannot_examine_who_is_not_there) {
    receiver.changes = [](const http::Request&, const doctor::Answer&) {
        return doctor::FakeReceiver::failed(host::TransportFailure::Refused);
    };
    EXPECT_EQ(examine(), ExitCode::Infrastructure);
    EXPECT_EQ(out.str(), "");
    EXPECT_TRUE(err.str().starts_with("doctor: cannot reach http://receiver.test:80/webhook: "));
}

TEST_F(DoctorCommandTest, waits_for_who_is_about_to_listen) {
    receiver.changes = [this](const http::Request&, doctor::Answer answer) {
        return receiver.requests.size() < 3 ? doctor::FakeReceiver::failed(host::TransportFailure::Refused)
                                            : answer;
    };
    settings.tries = 2;
    EXPECT_EQ(examine(), ExitCode::Passed);
    EXPECT_EQ(err.str(), "");
}

}  // namespace
}  // namespace command
