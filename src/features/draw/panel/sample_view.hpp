// SPDX-License-Identifier: MIT
// features/draw/panel/sample_view.hpp: the image of the set that is on the canvas: a visitor's as
// it came, others as the network sees them, or as an open explanation has altered them.
#pragma once

#include <cstdint>
#include <optional>

#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class SampleView {
 public:
  // `sheet` has equal sides; the state's input is a sample.
  void draw(const PanelContext& context, const Box& sheet);

 private:
  ImageView view_{Sampling::kPixelated};
  std::optional<core::GrayImage> original_;  // of the sample that was shown last, if there is one
  std::uint64_t asked_for_ = 0;              // version of the input that it is of
};

}  // namespace atelier::ui
