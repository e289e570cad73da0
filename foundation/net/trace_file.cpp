#include "foundation/net/trace_file.h"

#include <utility>

#include "foundation/json/json.h"

namespace net {

std::string trace_line(const host::Trace& trace, base::UtcTime at) {
    json::Ordered line{{"t", base::to_iso8601(at)}, {"event", trace.event}};
    for (const auto& [name, value] : trace.fields) line[name] = value;
    return json::dump(line);
}

std::expected<TraceFile, std::string> TraceFile::open(const std::string& path) {
    std::ofstream file(path, std::ios::trunc | std::ios::binary);
    if (!file)
        return std::unexpected("the trace file " + path +
                               " cannot be written; check that its directory exists and is writable");
    return TraceFile(std::move(file));
}

void TraceFile::write(const host::Trace& trace, base::UtcTime at) { file_ << trace_line(trace, at) << '\n'; }

bool TraceFile::flush() { return static_cast<bool>(file_.flush()); }

}  // namespace net
