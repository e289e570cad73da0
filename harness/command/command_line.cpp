#include "harness/command/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cctype>

namespace command {
namespace {

std::string options_of(const CommandLine& line) {
    std::vector<std::string> names;
    for (const OptionLine& option : line.options)
        if (!option.name.empty()) names.push_back(option.name);
    return fmt::format("{}", fmt::join(names, " "));
}

// "run:--world) words="simulated live both" ;;" for each option that has a fixed set of values.
std::string choice_cases(const ProgramLine& program) {
    std::string out;
    for (const CommandLine& line : program.commands)
        for (const OptionLine& option : line.options)
            if (!option.name.empty() && !option.choices.empty())
                out += fmt::format("        {}:{}) words=\"{}\" ;;\n", line.name, option.name,
                                   fmt::join(option.choices, " "));
    return out;
}

std::string option_cases(const ProgramLine& program) {
    std::string out;
    for (const CommandLine& line : program.commands) {
        std::string words = options_of(line);
        for (const OptionLine& option : line.options)
            if (option.name.empty() && !option.choices.empty())
                words += fmt::format(" {}", fmt::join(option.choices, " "));
        out += fmt::format("        {}) words=\"{}\" ;;\n", line.name, words);
    }
    return out;
}

// A text that roff takes as it stands.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '-') out += '\\';
        if (c == '\\')
            out += 'e';
        else
            out += c;
    }
    std::string safe;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool begins_line = i == 0 || out[i - 1] == '\n';
        if (begins_line && (out[i] == '.' || out[i] == '\'')) safe += "\\&";
        safe += out[i];
    }
    return safe;
}

std::string man_option(const OptionLine& option) {
    const std::string name = option.name.empty() ? option.value : option.name;
    const std::string value =
        option.name.empty() || option.value.empty() ? "" : fmt::format(" \\fI{}\\fR", roff(option.value));
    std::string text = option.meaning;
    if (!option.choices.empty()) text += fmt::format(" One of {}.", fmt::join(option.choices, ", "));
    if (!option.fallback.empty()) text += fmt::format(" Default: {}.", option.fallback);
    if (!option.environment.empty()) text += fmt::format(" Environment: {}.", option.environment);
    return fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(name), value, roff(text));
}

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

std::string bash_completion(const ProgramLine& program) {
    std::vector<std::string> names;
    for (const CommandLine& line : program.commands) names.push_back(line.name);
    return fmt::format(R"(# bash completion for {0}
_{0}() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words=""
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "{1} --help" -- "$current"))
        return
    fi
    case "${{COMP_WORDS[1]}}:$before" in
{2}    esac
    if [ -z "$words" ]; then
        case "${{COMP_WORDS[1]}}" in
{3}        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    [ ${{#COMPREPLY[@]}} -eq 0 ] && COMPREPLY=($(compgen -f -- "$current"))
}}
complete -o filenames -F _{0} {0}
)",
                       program.name, fmt::join(names, " "), choice_cases(program), option_cases(program));
}

std::string man_page(const ProgramLine& program) {
    std::string out =
        fmt::format(".TH {} 1\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n\\fB{}\\fR COMMAND [OPTIONS]\n",
                    upper(program.name), roff(program.name), roff(program.meaning), roff(program.name));
    for (const CommandLine& line : program.commands) {
        out +=
            fmt::format(".SH {} {}\n{}.\n", upper(program.name), upper(roff(line.name)), roff(line.meaning));
        for (const OptionLine& option : line.options) out += man_option(option);
        if (!line.footer.empty()) out += fmt::format(".PP\n.nf\n{}\n.fi\n", roff(line.footer));
    }
    return out;
}

}  // namespace command
