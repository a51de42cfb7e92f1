// SPDX-License-Identifier: MIT
// features/explore/panel/selection_summary.hpp: what the images that Explore lists look like
// together: their mean, and how bright their pixels are.
#pragma once

#include "core/sample_pictures.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class SelectionSummary {
 public:
  static constexpr float kWidth = 222;
  static constexpr float kHeight = 76;
  // At the left end of `box`. Nothing until the test set is complete, or when nothing is listed.
  void draw_content(const PanelContext& context, Box box);

 private:
  void refresh(const app::State& state);

  core::GrayImage mean_;
  ImageView mean_view_{Sampling::kPixelated};
  core::GrayHistogram histogram_{};
  std::uint64_t version_ = 0;  // of the list that they are of
};

}  // namespace atelier::ui
