// SPDX-License-Identifier: MIT
// cli/stroke_script.hpp: a drawing as JSON, a list of strokes. The fields of a stroke are those of
// the page's script interface (README.md), and what that asks for is asked for here:
//
//   [{"points": [[0.2, 0.3], [0.8, 0.5, 0.7]], "tool": "brush", "gray": 200, "size": 0.1}]
//
// "mirrored" may be left out and is false then; so may a point's pressure, which then is a mouse's,
// 0.5, and what a fill takes for one area: "tolerance", 16 grays, and "gap", 0 pixels. Fields that
// are not known are passed over, as there.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "core/stroke.hpp"

namespace atelier::cli {

// Strokes that are all valid. kBadJson, with line and column; kBadStroke, with the number of the
// stroke, the field, what it should be and what it is.
core::Result<std::vector<core::Stroke>> parse_stroke_script(std::string_view json);

}  // namespace atelier::cli
