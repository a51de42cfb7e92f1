// SPDX-License-Identifier: MIT
// features/answer/panel/prediction_panel.hpp: the answer, always in sight: what the network sees,
// the verdict in words, ten bars, the true label where there is one, and what computed it in how
// long. Raw logits and the temperature are there for who opens the details.
#pragma once

#include <array>
#include <optional>

#include "features/explain/altered.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class PredictionPanel {
 public:
  // On a phone something else may stand in the place of the bars.
  void draw_content(const PanelContext& context, Box box, bool with_bars = true);
  [[nodiscard]] static Box bars_place(Box box);
  [[nodiscard]] bool shows_details() const { return details_; }

 private:
  // The prediction in sight: of the picture as it is or as an explanation has altered it; null
  // while there is none.
  [[nodiscard]] const core::Prediction* shown(const PanelContext& context) const;
  void draw_wide(const PanelContext& context, Box box);
  void draw_compact(const PanelContext& context, Box box);
  void draw_bars(const PanelContext& context, const Box& box);
  void glide(const PanelContext& context);
  void draw_details_link(const PanelContext& context, Box& line);

  ImageView seen_{Sampling::kPixelated};
  std::optional<app::Altered> altered_;
  std::array<float, 10> lengths_{};  // of the bars as drawn, on their way to the answer
  double last_frame_ms_ = 0;
  bool details_ = false;
  bool with_bars_ = true;
};

}  // namespace atelier::ui
