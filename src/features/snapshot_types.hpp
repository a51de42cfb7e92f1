// SPDX-License-Identifier: MIT
// features/snapshot_types.hpp: what scripts read of the page, for their authors, from the same
// descriptions that write it.
#pragma once

#include <string>

namespace atelier::app {

// TypeScript's types of a snapshot, a report and the status, and the names of errors.
[[nodiscard]] std::string snapshot_types();

// The README with the outlines of a snapshot and a report between their markers.
[[nodiscard]] std::string with_outlines(const std::string& readme);

}  // namespace atelier::app
