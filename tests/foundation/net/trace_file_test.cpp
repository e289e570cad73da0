#include "foundation/net/trace_file.h"

#include <gtest/gtest.h>

#include "foundation/net/owned_file.h"
#include "tests/foundation/net/directory_testing.h"

namespace net {
namespace {

const base::UtcTime ref_time = *base::parse_iso8601("2026-03-04T05:06:07.890Z");

TEST(TraceFile, writes_the_fields_in_the_order_of_the_program) {
    EXPECT_EQ(trace_line({"webhook.attempt", {{"z", "1"}, {"a", "say \"hi\"\n"}}}, ref_time),
              R"({"t":"2026-03-04T05:06:07.890Z","event":"webhook.attempt","z":"1","a":"say \"hi\"\n"})");
}

TEST(TraceFile, replaces_what_is_not_UTF_8) {
    EXPECT_EQ(trace_line({"e", {{"bytes", "\xff"}}}, ref_time),
              "{\"t\":\"2026-03-04T05:06:07.890Z\",\"event\":\"e\",\"bytes\":\"\xef\xbf\xbd\"}");
}

TEST(TraceFile, replaces_the_file_of_the_run_before) {
    const net_testing::TemporaryDirectory directory;
    const std::string path = directory.file("trace.jsonl");
    for (const char* const run : {"first", "second"}) {
        auto file = TraceFile::open(path);
        ASSERT_TRUE(file);
        file->write({run, {}}, ref_time);
        file->write({"end", {}}, ref_time);
        EXPECT_TRUE(file->flush());
    }
    EXPECT_EQ(read_file(path),
              trace_line({"second", {}}, ref_time) + "\n" + trace_line({"end", {}}, ref_time) + "\n");
}

TEST(TraceFile, says_when_it_cannot_be_written) {
    const auto file = TraceFile::open("/no/such/directory/trace.jsonl");
    ASSERT_FALSE(file);
    EXPECT_EQ(
        file.error(),
        "the trace file /no/such/directory/trace.jsonl cannot be written; check that its directory exists "
        "and is writable");
}

}  // namespace
}  // namespace net
