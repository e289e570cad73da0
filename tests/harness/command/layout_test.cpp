#include "harness/command/layout.h"

#include <gtest/gtest.h>

#include <sstream>

#include "harness/command/source_files.h"
#include "tests/harness/command/files_testing.h"

namespace command {
namespace {

TEST(Layout, keeps_words_order_and_comments) {
    EXPECT_EQ(laid_out("\r\n# first {a}\r\na: {b: [1], c: {}}   \r\n\r\n\r\n\r\nd: 1  # {x}\r\n\r\n"),
              "# first {a}\na: { b: [1], c: {} }\n\nd: 1  # {x}\n");
}

TEST(Layout, leaves_texts_and_captures_alone) {
    for (const char* const text : {"a: \"{b}\"\n", "a: '{b}'\n", "a: ${b}\n", "- agent(${who}).accepts\n",
                                   "a: { b: \"x {y} \\\" {z}\" }\n", "a: |\n  {b}\n\n\n  c {d}\nb: 1\n"})
        EXPECT_EQ(laid_out(text), text);
}

TEST(Layout, is_done_after_once) {
    const std::string once = laid_out("a: {b: 1}\n\n\n\nc: {d: {e: 2}}");
    EXPECT_EQ(once, "a: { b: 1 }\n\nc: { d: { e: 2 } }\n");
    EXPECT_EQ(laid_out(once), once);
}

TEST(Layout, is_written_or_only_checked) {
    const Folder folder;
    const std::string file = folder.write("a.yaml", "a: {b: 1}\n");
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(lay_out({file}, Layout::Check, out, err), ExitCode::Failed);
    EXPECT_EQ(*read_file(file), "a: {b: 1}\n");
    EXPECT_EQ(lay_out({file}, Layout::Write, out, err), ExitCode::Passed);
    EXPECT_EQ(*read_file(file), "a: { b: 1 }\n");
    EXPECT_EQ(lay_out({file}, Layout::Check, out, err), ExitCode::Passed);
}

TEST(Layout, leaves_a_file_alone_that_is_no_yaml) {
    const Folder folder;
    const std::string file = folder.write("a.yaml", "a: {b: 1\n");
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(lay_out({file}, Layout::Write, out, err), ExitCode::Invalid);
    EXPECT_EQ(*read_file(file), "a: {b: 1\n");
    EXPECT_EQ(lay_out({"/no/such"}, Layout::Write, out, err), ExitCode::Usage);
}

}  // namespace
}  // namespace command
