#include "harness/command/command_line.h"

#include <gmock/gmock.h>

#include "harness/command/source_files.h"
#include "tests/harness/command/files_testing.h"

namespace command {
namespace {

using testing::HasSubstr;

const ProgramLine program{
    "handover",
    "Plays scenarios",
    {{"run",
      "Play them",
      "Examples:\n.dot first\n  handover run x",
      {{"", "path", "What to play", "", "", {}},
       {"--world", "TEXT", "Where", "HANDOVER_WORLD", "simulated", {"simulated", "live"}},
       {"--keep", "", "Keep files", "", "", {}}}}}};

TEST(CommandLine, the_manual_names_each_option_with_its_default_and_variable) {
    const std::string page = man_page(program);
    EXPECT_TRUE(page.starts_with(".TH HANDOVER 1\n"));
    EXPECT_THAT(
        page, HasSubstr("\\fB\\-\\-world\\fR \\fITEXT\\fR\nWhere One of simulated, live. Default: simulated. "
                        "Environment: HANDOVER_WORLD.\n"));
    EXPECT_THAT(page, HasSubstr("\n\\&.dot first\n"));
    EXPECT_THAT(page, HasSubstr("\\fBpath\\fR\n"));
}

// bash itself judges the script.
std::string completed(const std::string& words, int at) {
    const Folder folder;
    const std::string script = folder.write("c.bash", bash_completion(program));
    const std::string out = folder.path("out");
    const std::string command = "bash -c 'source " + script + "; COMP_WORDS=(" + words +
                                "); COMP_CWORD=" + std::to_string(at) +
                                "; _handover; echo \"${COMPREPLY[@]}\"' > " + out;
    EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT(cert-env33-c): words of this file only
    return *read_file(out);
}

TEST(CommandLine, bash_completes_commands_options_and_choices) {
    EXPECT_EQ(completed("handover r", 1), "run\n");
    EXPECT_EQ(completed("handover run --", 2), "--world --keep\n");
    EXPECT_EQ(completed("handover run --world l", 3), "live\n");
}

}  // namespace
}  // namespace command
