// Traces as lines of JSON in a file, for people and for comparing runs.
#pragma once

#include <cstddef>
#include <expected>
#include <fstream>
#include <string>

#include "foundation/base/time.h"
#include "foundation/host/host.h"

namespace net {

// {"t":"2026-03-04T05:06:07.890Z","event":"webhook.attempt","attempt":"1"}: the fields follow in the Host's
// order. No newline.
std::string trace_line(const host::Trace& trace, base::UtcTime at);

class TraceFile {
  public:
    // An existing file is replaced. The error is a sentence for people.
    static std::expected<TraceFile, std::string> open(const std::string& path);

    void write(const host::Trace& trace, base::UtcTime at);
    // Hands what was written to the system. False when the file could not take it.
    bool flush();

  private:
    explicit TraceFile(std::ofstream file) : file_(std::move(file)) {}
    std::ofstream file_;
};

}  // namespace net
