// SPDX-License-Identifier: MIT
// cli/command.hpp: what a command is, and which there are. Each is a file of its own.
#pragma once

#include <array>
#include <string_view>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace atelier::cli {

struct Command {
  std::string_view name;
  std::string_view summary;  // what it does, on half a line
  std::string_view usage;    // what follows the name on the command line
  std::string_view details;  // paragraphs for the help, as they are printed
  Syntax syntax;
  // Its exit code. The arguments obey the syntax.
  int (*run)(const Arguments& arguments, const Console& console);
};

extern const Command kInfoCommand;
extern const Command kVerifyCommand;
extern const Command kClassifyCommand;
extern const Command kEvaluateCommand;
extern const Command kDrawingCommand;
extern const Command kSpriteCommand;
extern const Command kExportCommand;

// In the order of the help.
inline constexpr std::array kCommands = {&kInfoCommand,     &kVerifyCommand,  &kClassifyCommand,
                                         &kEvaluateCommand, &kDrawingCommand, &kSpriteCommand,
                                         &kExportCommand};

}  // namespace atelier::cli
