// SPDX-License-Identifier: MIT
#include "cli/console.hpp"

#include <ostream>

#include "app/error_words.hpp"

namespace atelier::cli {

int fail(const Console& console, const core::Error& error) {
  console.err << "atelier: " << app::error_words(error.code) << '\n';
  if (!error.detail.empty()) console.err << "  " << error.detail << '\n';
  return kFailed;
}

int refuse(const Console& console, std::string_view command, std::string_view sentence) {
  const std::string_view space = command.empty() ? "" : " ";
  console.err << "atelier" << space << command << ": " << sentence << "\n  atelier" << space
              << command << " --help tells what there is.\n";
  return kMisused;
}

}  // namespace atelier::cli
