// SPDX-License-Identifier: MIT
// tests/cli/command_line.hpp: the command line, called as the shell calls it.
#pragma once

#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/cli.hpp"

namespace atelier::test {

struct Ran {
  int exit_code = 0;
  std::string out;
  std::string err;
};

inline Ran run_with_input(const std::string& input, std::vector<std::string> words) {
  const std::vector<std::string_view> arguments(words.begin(), words.end());
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = cli::run(arguments, in, out, err);
  return {exit_code, out.str(), err.str()};
}

inline Ran run(std::vector<std::string> words) { return run_with_input("", std::move(words)); }

// Where tests/support/test_data.hpp reads the official files.
inline std::string official(std::string_view file_name) {
  const char* const from_environment = std::getenv("ATELIER_TEST_DATA");
  const std::string folder = from_environment != nullptr ? from_environment : ATELIER_TEST_DATA;
  return folder + '/' + std::string(file_name);
}

}  // namespace atelier::test
