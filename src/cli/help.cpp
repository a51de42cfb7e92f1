// SPDX-License-Identifier: MIT
#include "cli/help.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace atelier::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string_view>>;

// Two columns, the second where the longest entry of the first allows it.
std::string columns(const Rows& rows) {
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, left.size());
  std::string text;
  for (const auto& [left, right] : rows) {
    text += "  " + left + std::string(width - left.size() + 2, ' ');
    for (const char letter : right) {
      text += letter;
      if (letter == '\n') text.append(width + 4, ' ');
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::string program_help() {
  Rows rows;
  for (const Command* command : kCommands) rows.emplace_back(command->name, command->summary);
  return "Fashion-MNIST on the command line.\n"
         "\n"
         "usage: atelier COMMAND [OPTION...]\n"
         "\n" +
         columns(rows) +
         "\n"
         "atelier COMMAND --help tells how a command is used, atelier --version which\n"
         "version this is. Files of the dataset may be packed with gzip or not. A file\n"
         "that is written has its name only when it is complete.\n"
         "\n"
         "Exit codes: 0 done; 1 a file could not be used, or is not what it should be;\n"
         "2 the command line was not understood.\n";
}

std::string command_help(const Command& command) {
  Rows rows;
  for (const Option& option : command.syntax.options) {
    std::string usage(option.name);
    if (!option.value.empty()) usage.append(" ").append(option.value);
    rows.emplace_back(usage, option.help);
  }
  rows.emplace_back("--help", "print this text");
  return std::string(command.name) + ": " + std::string(command.summary) + ".\n\nusage: atelier " +
         std::string(command.name) + ' ' + std::string(command.usage) + "\n\n" + columns(rows) +
         '\n' + std::string(command.details);
}

}  // namespace atelier::cli
