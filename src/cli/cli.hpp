// SPDX-License-Identifier: MIT
// cli/cli.hpp: the command line as a function. It touches nothing but its streams and the files
// that its arguments name, so that tests can call it.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace atelier::cli {

// `arguments` without the program's name. Returns the exit code: see cli/console.hpp.
[[nodiscard]] int run(std::span<const std::string_view> arguments, std::istream& in,
                      std::ostream& out, std::ostream& err);

}  // namespace atelier::cli
