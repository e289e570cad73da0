#include "harness/doctor/report_text.h"

#include <gtest/gtest.h>

namespace doctor {
namespace {

Diagnosis one_finding() {
    return {.is_reached = true,
            .checks = {{"genuine message", Verdict::Passed, "200 after 3 ms"},
                       {"order", Verdict::Found, "A late message is refused"},
                       {"duplicates", Verdict::NotJudged, "give --seen-url"}},
            .findings = {{Mistake::DuplicateRefused, "the same delivery twice", "again: 409"}}};
}

TEST(ReportText, shows_checks_and_findings_aligned) {
    EXPECT_EQ(report_text(one_finding(), "http://h/w", Colour::Off), R"(doctor http://h/w

  ok    genuine message     200 after 3 ms
  FAIL  order               A late message is refused
  --    duplicates          give --seen-url

duplicate.refused  A repeated delivery is refused
  sent          the same delivery twice
  came back     again: 409
  cause         The receiver knows the message id, and answers with an error.
  at Genesys    Genesys Cloud sends again because it has not seen your first answer. An error tells it that the
                message has failed, although it was shown.
  fix           Answer 200 to a message that you already have.
  Node          if (seen.has(message.id)) return res.writeHead(200).end();
  Python        if message['id'] in seen: return '', 200

1 finding, 1 not judged
)");
}

TEST(ReportText, says_so_when_there_is_nothing_to_say) {
    EXPECT_EQ(report_text({}, "u", Colour::Off), "doctor u\n\n\nno findings\n");
}

TEST(ReportText, is_coloured_only_if_asked_to) {
    EXPECT_FALSE(report_text(one_finding(), "u", Colour::Off).contains('\x1b'));
    EXPECT_TRUE(report_text(one_finding(), "u", Colour::On).contains("\x1b[31mFAIL\x1b[0m"));
}

TEST(ReportText, keeps_lines_readable_and_indents_every_line_of_a_snippet) {
    Diagnosis diagnosis;
    diagnosis.findings = {
        {Mistake::SignatureNotVerified, std::string(40, 'a') + " " + std::string(80, 'b'), "200"}};
    const std::string report = report_text(diagnosis, "u", Colour::Off);
    EXPECT_TRUE(report.contains("aaaa\n                bbbb")) << report;
    EXPECT_TRUE(report.contains("\n                got = headers.get")) << report;
}

}  // namespace
}  // namespace doctor
