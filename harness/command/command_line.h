// What the command line of a program offers, as data: main reads it out of its option table, completions and
// the manual are printed from it.
#pragma once

#include <string>
#include <vector>

namespace command {

struct OptionLine {
    std::string name;   // "--seed"; empty: a positional argument
    std::string value;  // what stands behind it, "TEXT"; empty: a flag
    std::string meaning;
    std::string environment;           // variable that gives it; empty: none
    std::string fallback;              // default; empty: none
    std::vector<std::string> choices;  // the only values; empty: any
};

struct CommandLine {
    std::string name;  // "run"; empty: the program itself
    std::string meaning;
    std::string footer;  // examples and exit codes
    std::vector<OptionLine> options;
};

struct ProgramLine {
    std::string name;
    std::string meaning;
    std::vector<CommandLine> commands;
};

// A script for bash that completes commands, options, choices and files; source it, or put it into
// /usr/share/bash-completion/completions.
std::string bash_completion(const ProgramLine& program);

// A manual page, roff with the man macros, section 1.
std::string man_page(const ProgramLine& program);

}  // namespace command
