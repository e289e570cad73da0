// A folder with files for one test.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "harness/command/work_directory.h"

namespace command {

class Folder {
  public:
    std::string path(const std::string& name = {}) const {
        return name.empty() ? directory_.path() : directory_.path() + "/" + name;
    }
    std::string write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name)) << text;
        return path(name);
    }
    // The two fixtures that scenarios stand on if they do not name others.
    void write_fixtures() const {
        write("fixtures/organisations/first-handover.yaml", "integrations: []\n");
        write("fixtures/bridges/first-handover.yaml",
              "endpoint: { URLToken: t }\nx: { webhookSecret: hook-secret }\n");
    }

  private:
    WorkDirectory directory_{WorkDirectory::Keep::No};
};

inline const std::string good_scenario =
    "version: 1\ntitle: Good\nwhy: w\ntags: [x]\nsteps:\n  - after: 1s\n  - after: 2s\n";
inline const std::string failing_scenario =
    "version: 1\ntitle: Bad\nwhy: w\nsteps:\n  - customer: \"hook-secret\"\n  - expect: { customer.sees: x "
    "}\n";

}  // namespace command
