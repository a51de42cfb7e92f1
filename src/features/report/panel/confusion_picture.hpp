// SPDX-License-Identifier: MIT
// features/report/panel/confusion_picture.hpp: an evaluation's confusion matrix as a picture to be
// put on a page of one's own: twice as large as on the screen, on white, with all names and
// numbers.
#pragma once

#include <string>

#include "app/state.hpp"
#include "core/png.hpp"
#include "kit/theme.hpp"

namespace atelier::ui {

// `caption`: a line over it that says whose answers these are.
[[nodiscard]] core::ColorImage confusion_picture(const Theme& theme, const app::State& state,
                                                 const app::Evaluation& evaluation,
                                                 const std::string& caption);

}  // namespace atelier::ui
