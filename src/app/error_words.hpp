// SPDX-License-Identifier: MIT
// app/error_words.hpp: what a person reads when something fails, on the page and on the command
// line: what is wrong and what to do next, without details or jargon.
#pragma once

#include <string>

#include "core/result.hpp"

namespace atelier::app {

[[nodiscard]] std::string error_words(core::ErrorCode code);

// The same for a data file that somebody has brought: what to do is then another thing.
[[nodiscard]] std::string own_file_error_words(core::ErrorCode code);

}  // namespace atelier::app
