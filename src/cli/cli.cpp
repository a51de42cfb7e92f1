// SPDX-License-Identifier: MIT
#include "cli/cli.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/help.hpp"
#include "cli/nearest_word.hpp"

namespace atelier::cli {
namespace {

int run_command(const Command& command, std::span<const std::string_view> words,
                const Console& console) {
  const Parsed parsed = parse(words, command.syntax);
  if (parsed.wants_help) {
    console.out << command_help(command);
    return kDone;
  }
  if (!parsed.misuse.empty()) return refuse(console, command.name, parsed.misuse);
  return command.run(parsed.arguments, console);
}

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(kCommands.begin(), kCommands.end(),
                                  [name](const Command* each) { return each->name == name; });
  return found == kCommands.end() ? nullptr : *found;
}

int unknown_word(std::string_view word, const Console& console) {
  std::vector<std::string_view> names;
  for (const Command* command : kCommands) names.push_back(command->name);
  names.insert(names.end(), {"help", "--help", "--version"});
  const std::string kind = word.starts_with('-') ? "option" : "command";
  return refuse(console, {},
                "there is no " + kind + " '" + std::string(word) + "'" + did_you_mean(word, names));
}

int dispatch(std::span<const std::string_view> arguments, const Console& console) {
  if (arguments.empty()) return refuse(console, {}, "what is to be done? Name a command.");
  const std::string_view name = arguments.front();
  const auto rest = arguments.subspan(1);
  if (const Command* const command = find_command(name)) {
    return run_command(*command, rest, console);
  }
  if (name == "--version") {
    console.out << "atelier " << ATELIER_VERSION << '\n';
    return kDone;
  }
  if (name != "help" && name != "--help" && name != "-h") return unknown_word(name, console);
  if (rest.empty()) {
    console.out << program_help();
    return kDone;
  }
  const Command* const command = find_command(rest.front());
  if (command == nullptr) return unknown_word(rest.front(), console);
  console.out << command_help(*command);
  return kDone;
}

}  // namespace

int run(std::span<const std::string_view> arguments, std::istream& in, std::ostream& out,
        std::ostream& err) {
  const Console console{in, out, err};
  const int exit_code = dispatch(arguments, console);
  // A full disk behind `> file` shows here at the latest.
  if (!out.flush()) {
    return fail(console, {core::ErrorCode::kCannotWrite, "standard output"});
  }
  return exit_code;
}

}  // namespace atelier::cli
