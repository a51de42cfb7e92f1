// SPDX-License-Identifier: MIT
// cli/help.hpp: the help, made from the tables of the commands.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace atelier::cli {

// Of the program: what it is, and a line a command.
[[nodiscard]] std::string program_help();

// Of one command: usage, options, details.
[[nodiscard]] std::string command_help(const Command& command);

}  // namespace atelier::cli
