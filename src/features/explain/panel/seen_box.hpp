// SPDX-License-Identifier: MIT
// features/explain/panel/seen_box.hpp: where the 28x28 picture that the network sees lies on the
// canvas.
#pragma once

#include "app/state.hpp"
#include "kit/box.hpp"

namespace atelier::ui {

// `canvas` shows the sample, the drawing or the photo. A drawing's picture may be larger than that.
[[nodiscard]] Box seen_box(const app::State& state, const Box& canvas);

}  // namespace atelier::ui
