// SPDX-License-Identifier: MIT
// cli/console.hpp: the three streams of a run, and how it ends. Everything that a person reads when
// something went wrong is put together here, so that all commands say it alike.
#pragma once

#include <iosfwd>
#include <string_view>

#include "core/result.hpp"

namespace atelier::cli {

struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

// What the shell gets to know.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;   // a file could not be used, or is not what it should be
inline constexpr int kMisused = 2;  // the command line was not understood

// Says what is wrong and what to do, then the detail, which begins with the file: kFailed.
[[nodiscard]] int fail(const Console& console, const core::Error& error);

// Says what is not understood and who helps: kMisused. `command` is empty where there is none.
[[nodiscard]] int refuse(const Console& console, std::string_view command,
                         std::string_view sentence);

}  // namespace atelier::cli
