// SPDX-License-Identifier: MIT
// The executable `atelier`: nothing but the way from main() to run().
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/cli.hpp"

int main(int argc, char** argv) {
  std::vector<std::string_view> arguments;
  for (int i = 1; i < argc; ++i) arguments.emplace_back(argv[i]);
  return atelier::cli::run(arguments, std::cin, std::cout, std::cerr);
}
