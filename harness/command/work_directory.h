// A fresh directory for the files of one run.
#pragma once

#include <string>

namespace command {

class WorkDirectory {
  public:
    enum class Keep { No, Yes };
    // Below TMPDIR, or /tmp; readable by this user only.
    explicit WorkDirectory(Keep keep);
    // Removes it with everything in it, unless it is to be kept.
    ~WorkDirectory();
    WorkDirectory(const WorkDirectory&) = delete;
    WorkDirectory& operator=(const WorkDirectory&) = delete;

    const std::string& path() const { return path_; }
    // A sentence if there is no directory; empty otherwise.
    const std::string& error() const { return error_; }

  private:
    Keep keep_;
    std::string path_;
    std::string error_;
};

}  // namespace command
