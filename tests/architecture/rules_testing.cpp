#include "tests/architecture/rules_testing.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>

namespace architecture {
namespace {

constexpr std::size_t file_lines_max = 500;
constexpr std::size_t function_lines_max = 70;

struct Module {
    std::string_view folder;
    std::vector<std::string_view> may_include;  // besides itself
};

// The module map. A folder that is missing here may not hold code.
const std::vector<Module>& modules() {
    static const std::vector<Module> map{
        {"foundation/base", {}},
        {"foundation/crypto", {"foundation/base"}},
        {"foundation/http", {"foundation/base"}},
        {"foundation/document", {"foundation/base"}},
        {"foundation/json", {"foundation/base"}},
        {"foundation/open-messaging", {"foundation/base"}},
        {"foundation/host", {"foundation/base", "foundation/http"}},
        {"foundation/net",
         {"foundation/base", "foundation/http", "foundation/crypto", "foundation/json", "foundation/host"}},
        {"mock-genesys/core", {"foundation/base", "foundation/open-messaging"}},
        {"mock-genesys/organisation",
         {"foundation/base", "foundation/open-messaging", "foundation/document", "foundation/http",
          "mock-genesys/core"}},
        {"mock-genesys/api",
         {"foundation/base", "foundation/open-messaging", "foundation/http", "foundation/crypto",
          "foundation/json", "mock-genesys/core"}},
        {"mock-genesys/operations",
         {"foundation/base", "foundation/open-messaging", "foundation/http", "foundation/crypto",
          "foundation/json", "mock-genesys/core", "mock-genesys/api"}},
        {"mock-genesys/faults", {"foundation/base", "foundation/http", "foundation/host"}},
        {"mock-genesys/service",
         {"foundation/base", "foundation/open-messaging", "foundation/http", "foundation/crypto",
          "foundation/json", "foundation/host", "mock-genesys/core", "mock-genesys/api",
          "mock-genesys/operations", "mock-genesys/faults"}},
        {"mock-genesys",
         {"foundation/base", "foundation/document", "foundation/host", "foundation/net", "mock-genesys/core",
          "mock-genesys/organisation", "mock-genesys/service"}},
        {"bridge/core", {"foundation/base", "foundation/open-messaging"}},
        {"bridge/bot", {"foundation/base", "bridge/core"}},
        {"bridge/config",
         {"foundation/base", "foundation/open-messaging", "foundation/document", "foundation/http",
          "bridge/core", "bridge/bot"}},
        {"bridge/api",
         {"foundation/base", "foundation/open-messaging", "foundation/http", "foundation/crypto",
          "foundation/json", "bridge/core"}},
        {"bridge/service",
         {"foundation/base", "foundation/open-messaging", "foundation/http", "foundation/crypto",
          "foundation/json", "foundation/host", "bridge/core", "bridge/bot", "bridge/api"}},
        {"bridge",
         {"foundation/base", "foundation/document", "foundation/host", "foundation/net", "bridge/core",
          "bridge/config", "bridge/service"}},
        {"harness/scenario", {"foundation/base", "foundation/document"}},
        {"harness/invariants", {"foundation/base", "foundation/crypto"}},
        {"harness/sim", {"foundation/base", "foundation/http", "foundation/host"}},
        {"harness/runner",
         {"foundation/base", "foundation/http", "foundation/crypto", "foundation/json", "foundation/host",
          "foundation/document", "harness/scenario", "harness/invariants"}},
        {"harness/explore", {"foundation/base", "harness/invariants", "harness/runner", "harness/scenario"}},
        {"harness/doctor",
         {"foundation/base", "foundation/http", "foundation/crypto", "foundation/json", "foundation/host"}},
        {"harness/adapter",
         {"foundation/base", "foundation/document", "foundation/http", "foundation/json",
          "harness/scenario"}},
        {"harness/worlds",
         {"foundation/base", "foundation/http", "foundation/json", "foundation/host", "foundation/document",
          "foundation/net", "mock-genesys/core", "mock-genesys/organisation", "mock-genesys/service",
          "bridge/core", "bridge/config", "bridge/service", "harness/invariants", "harness/runner",
          "harness/sim", "harness/scenario", "harness/doctor", "harness/adapter"}},
        {"harness/command",
         {"foundation/base", "foundation/document", "foundation/http", "foundation/host", "foundation/json",
          "harness/scenario", "harness/runner", "harness/explore", "harness/doctor", "harness/adapter"}},
        {"harness",
         {"foundation/base", "foundation/document", "foundation/host", "foundation/net", "harness/scenario",
          "harness/runner", "harness/worlds", "harness/command", "harness/adapter"}},
    };
    return map;
}

struct ThirdParty {
    std::string_view include;                  // a prefix of what stands between the angle brackets
    std::vector<std::string_view> allowed_in;  // path prefixes
    bool in_headers;
};

const std::vector<ThirdParty>& third_parties() {
    static const std::vector<ThirdParty> list{
        {"nlohmann/", {"foundation/json/"}, true},
        {"pistache/", {"foundation/net/"}, false},
        {"boost/", {"foundation/net/"}, false},
        {"curl/", {"foundation/net/"}, false},
        {"sqlite3.h", {"foundation/net/"}, false},
        {"openssl/", {"foundation/crypto/", "foundation/net/"}, false},
        {"rapidcheck", {"harness/explore/"}, false},
        {"yaml-cpp/", {"foundation/document/"}, false},
        {"CLI/", {"mock-genesys/main.cpp", "bridge/main.cpp", "harness/main.cpp"}, false},
    };
    return list;
}

struct Banned {
    std::string_view word;
    std::string_view instead;
    std::vector<std::string_view> only_in;  // path prefixes; empty: everywhere
    std::vector<std::string_view> exempt;   // path prefixes
};

const std::vector<Banned>& banned_words() {
    static const std::vector<Banned> list{
        {"sleep_for", "wait for a condition with a deadline, or use virtual time", {}, {}},
        {"usleep(", "wait for a condition with a deadline, or use virtual time", {}, {}},
        {"std::rand(", "base::Random", {}, {}},
        {"random_device",
         "a seed given by main",
         {},
         {"mock-genesys/main.cpp", "bridge/main.cpp", "harness/main.cpp"}},
        {"_distribution<", "base::Random, whose sequence is the same everywhere", {}, {}},
        {"system_clock::now",
         "the Now that the driver gives",
         {},
         {"foundation/net/", "tests/foundation/net/", "tests/bench/"}},
        {"steady_clock::now",
         "the Now that the driver gives",
         {},
         {"foundation/net/", "harness/worlds/", "harness/main.cpp", "tests/"}},
        {"unordered_map",
         "base::Lookup or std::map: an order that depends on a hash is not reproducible",
         {},
         {"foundation/net/", "foundation/base/lookup.h", "tests/bench/"}},
        {"unordered_set",
         "std::set: an order that depends on a hash is not reproducible",
         {},
         {"foundation/net/", "tests/bench/"}},
        {"std::endl", "'\\n'", {}, {}},
        {"using namespace std;", "names", {}, {}},
        {"const_cast", "another design", {}, {}},
        {"NOLINT"
         "BEGIN",
         "a narrow NOLINT with a reason",
         {},
         {}},
        {"TODO",
         "an issue, or do it",
         {},
         {"harness/runner/report_lines", "tests/harness/runner/report_lines"}},  // a word of the protocol
        {"FIXME", "an issue, or do it", {}, {}},
        {"std::thread",
         "a driver's thread",
         {},
         {"foundation/net/", "harness/worlds/", "harness/command/", "tests/"}},
        {"std::mutex",
         "a driver's queue",
         {},
         {"foundation/net/", "harness/worlds/", "harness/command/", "tests/"}},
    };
    return list;
}

constexpr std::array<std::string_view, 7> weak_name_endings{"Manager", "Helper",    "Helpers", "Util",
                                                            "Utils",   "Processor", "Impl"};

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string finding(const SourceFile& file, std::size_t line_index, const std::string& what) {
    return file.path + ":" + std::to_string(line_index + 1) + ": " + what;
}

std::string folder_of(std::string_view path) {
    return std::string(path.substr(0, std::min(path.rfind('/'), path.size())));
}

bool starts_with_any(std::string_view path, const std::vector<std::string_view>& prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return path.starts_with(prefix); });
}

bool is_code(std::string_view path) { return path.ends_with(".cpp") || path.ends_with(".h"); }

bool is_production(std::string_view path) { return is_code(path) && !path.starts_with("tests/"); }

// What an #include line names, with its brackets or quotes.
std::optional<std::string_view> included(std::string_view line) {
    if (!line.starts_with("#include ")) return std::nullopt;
    return line.substr(9, line.find_last_of(">\"") - 8);
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

// The formatter closes a block at the indentation where it began; so the block that a lone '}' ends began at
// the nearest line above with the same indentation. Classes and the like are no functions.
bool begins_type(std::string_view line) {
    const std::string_view words = line.substr(indentation(line));
    constexpr std::array<std::string_view, 5> types{"class ", "struct ", "enum ", "union ", "namespace"};
    return std::ranges::any_of(types, [&](std::string_view word) { return words.starts_with(word); }) ||
           words.starts_with("template") || words.ends_with("= {") || words.ends_with("{{");
}

}  // namespace

Findings check_includes(const SourceFile& file) {
    if (!is_production(file.path)) return {};
    const std::string folder = folder_of(file.path);
    const auto module = std::ranges::find(modules(), folder, &Module::folder);
    if (module == modules().end()) return {finding(file, 0, "the folder is not in the module map")};
    Findings findings;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto name = included(lines[i]);
        if (!name || !name->starts_with('"')) continue;
        const std::string target = folder_of(name->substr(1, name->size() - 2));
        if (target == folder || std::ranges::find(module->may_include, target) != module->may_include.end())
            continue;
        findings.push_back(finding(file, i, folder + " must not include " + target));
    }
    return findings;
}

Findings check_third_party(const SourceFile& file) {
    if (!is_production(file.path)) return {};
    Findings findings;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto name = included(lines[i]);
        if (!name || !name->starts_with('<')) continue;
        for (const ThirdParty& library : third_parties()) {
            if (!name->substr(1).starts_with(library.include)) continue;
            if (!starts_with_any(file.path, library.allowed_in))
                findings.push_back(
                    finding(file, i, std::string(*name) + " belongs behind the module that wraps it"));
            else if (file.path.ends_with(".h") && !library.in_headers)
                findings.push_back(finding(file, i, std::string(*name) + " must not be in a header"));
        }
    }
    return findings;
}

Findings check_sizes(const SourceFile& file) {
    if (!is_code(file.path)) return {};
    Findings findings;
    const auto lines = lines_of(file.text);
    if (lines.size() > file_lines_max)
        findings.push_back(
            finding(file, file_lines_max, "longer than " + std::to_string(file_lines_max) + " lines"));
    for (std::size_t end = 0; end < lines.size(); ++end) {
        if (lines[end] != "}" && lines[end] != "    }") continue;
        std::size_t begin = end - 1;
        while (begin > 0 && (lines[begin].empty() || indentation(lines[begin]) > indentation(lines[end])))
            --begin;
        const std::size_t length = end - begin + 1;
        if (length > function_lines_max && !begins_type(lines[begin]))
            findings.push_back(finding(file, begin, "a function of " + std::to_string(length) + " lines"));
    }
    return findings;
}

Findings check_banned_words(const SourceFile& file) {
    if (!is_code(file.path) || file.path.starts_with("tests/architecture/")) return {};
    Findings findings;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const Banned& banned : banned_words()) {
            if (!lines[i].contains(banned.word) || starts_with_any(file.path, banned.exempt)) continue;
            if (!banned.only_in.empty() && !starts_with_any(file.path, banned.only_in)) continue;
            findings.push_back(
                finding(file, i, std::string(banned.word) + ": use " + std::string(banned.instead)));
        }
        for (const std::string_view kind : {"class ", "struct "}) {
            if (!lines[i].starts_with(kind)) continue;
            std::string_view name = lines[i].substr(kind.size());
            name = name.substr(0, name.find_first_of(" ;:{<"));
            for (const std::string_view ending : weak_name_endings)
                if (name.ends_with(ending))
                    findings.push_back(finding(file, i, std::string(name) + " says nothing: name the idea"));
        }
    }
    return findings;
}

Findings check_mirrored_test(const SourceFile& file, const std::vector<std::string>& all_paths) {
    if (!is_production(file.path) || !file.path.ends_with(".cpp") || file.path.ends_with("main.cpp"))
        return {};
    const std::string test = "tests/" + file.path.substr(0, file.path.size() - 4) + "_test.cpp";
    if (std::ranges::binary_search(all_paths, test)) return {};
    return {finding(file, 0, "has no " + test)};
}

Findings check_header_habits(const SourceFile& file, const std::vector<std::string>& all_paths) {
    if (!is_code(file.path)) return {};
    const auto lines = lines_of(file.text);
    if (file.path.ends_with(".h")) {
        const bool guarded = std::ranges::find(lines, "#pragma once") != lines.end();
        return guarded ? Findings{} : Findings{finding(file, 0, "has no #pragma once")};
    }
    const std::string own = file.path.substr(0, file.path.size() - 4) + ".h";
    if (!std::ranges::binary_search(all_paths, own)) return {};
    const auto first =
        std::ranges::find_if(lines, [](std::string_view line) { return line.starts_with("#include"); });
    if (first != lines.end() && first->contains('"' + own + '"')) return {};
    return {finding(file, 0, "does not include its own header first")};
}

std::vector<SourceFile> read_tree(const std::string& root) {
    namespace fs = std::filesystem;
    std::vector<SourceFile> files;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator();
         ++entry) {
        const std::string name = entry->path().filename().string();
        const bool skipped = name == "build" || name == ".git" || name == "node_modules" || name == ".cache";
        if (entry->is_directory() && skipped) entry.disable_recursion_pending();
        if (!entry->is_regular_file()) continue;
        std::ifstream stream(entry->path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(stream), {}};
        files.push_back({fs::relative(entry->path(), root).generic_string(), std::move(text)});
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

}  // namespace architecture
