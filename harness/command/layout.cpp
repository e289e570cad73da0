#include "harness/command/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "foundation/document/node.h"
#include "harness/command/source_files.h"

namespace command {
namespace {

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::string_view without_blanks_at_the_end(std::string_view line) {
    return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

// "{a: 1}" becomes "{ a: 1 }"; quoted texts, ${captures}, {} and comments stay.
std::string with_space_in_braces(std::string_view line) {
    std::string out;
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const char before = i == 0 ? ' ' : line[i - 1];
        const char after = i + 1 == line.size() ? ' ' : line[i + 1];
        if (quote == '\0' && c == '#' && before == ' ') return out + std::string(line.substr(i));
        if (quote == '\0' && (before == ' ' || before == '{' || before == '[') && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote && before != '\\')
            quote = '\0';
        const bool is_capture = quote == '\0' && c == '$' && after == '{';
        if (is_capture) {
            const std::size_t end = std::min(line.find('}', i), line.size() - 1);
            out += line.substr(i, end - i + 1);
            i = end;
            continue;
        }
        if (quote == '\0' && c == '}' && before != ' ' && before != '{') out += ' ';
        out += c;
        if (quote == '\0' && c == '{' && after != ' ' && after != '}') out += ' ';
    }
    return out;
}

bool begins_block_text(std::string_view line) {
    const std::size_t mark = line.find_last_of("|>");
    return mark != std::string_view::npos && mark > 1 && line.size() - mark <= 3 && line[mark - 1] == ' ' &&
           line.find('#') == std::string_view::npos;
}

}  // namespace

std::string laid_out(std::string_view text) {
    std::string out;
    std::size_t empty_lines = 0;
    std::size_t block_indentation = std::string_view::npos;  // of the line that began a block text
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = without_blanks_at_the_end(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) {
            ++empty_lines;
            continue;
        }
        const bool is_in_block =
            block_indentation != std::string_view::npos && indentation(line) > block_indentation;
        if (!is_in_block) block_indentation = std::string_view::npos;
        const std::size_t kept = out.empty()   ? 0
                                 : is_in_block ? empty_lines
                                               : std::min<std::size_t>(empty_lines, 1);
        out +=
            std::string(kept, '\n') + (is_in_block ? std::string(line) : with_space_in_braces(line)) + '\n';
        if (!is_in_block && begins_block_text(line)) block_indentation = indentation(line);
        empty_lines = 0;
    }
    return out;
}

ExitCode lay_out(const std::vector<std::string>& paths, Layout layout, std::ostream& out, std::ostream& err) {
    const auto files = collect_files(paths);
    if (!files) {
        err << files.error() << '\n';
        return ExitCode::Usage;
    }
    ExitCode code = ExitCode::Passed;
    std::size_t changed = 0;
    for (const SourceFile& file : *files) {
        if (const auto root = document::parse(file.text); !root) {
            err << document::render(root.error(), file.path, file.text);
            code = worse(code, ExitCode::Invalid);
            continue;
        }
        const std::string wanted = laid_out(file.text);
        if (wanted == file.text) continue;
        ++changed;
        out << file.path << '\n';
        if (layout == Layout::Check) {
            code = worse(code, ExitCode::Failed);
        } else if (const auto written = write_file(file.path, wanted); !written) {
            err << written.error() << '\n';
            code = worse(code, ExitCode::Infrastructure);
        }
    }
    out << fmt::format("{} of {} files {}\n", changed, files->size(),
                       layout == Layout::Check ? "are not laid out; handover fmt does it" : "were changed");
    return code;
}

}  // namespace command
