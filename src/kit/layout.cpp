// SPDX-License-Identifier: MIT
#include "kit/layout.hpp"

#include <cmath>

#include "kit/theme.hpp"

namespace atelier::ui {
namespace {

constexpr float kPhoneWidth = 700;    // below: one column
constexpr float kTabletWidth = 900;   // below, and higher than wide: one column, too
constexpr float kNarrowWidth = 1100;  // below: a narrower prediction column
// The prediction on a phone: headline, picture and ten bars, but never more than this share.
constexpr float kPhonePredictionHeight = 300;
constexpr float kPhonePredictionShare = 0.42F;

}  // namespace

Layout layout_for(ImVec2 page_size, float top, float bottom) {
  Box page{0, top, page_size.x, std::max(page_size.y - top - bottom, 0.0F)};
  Layout layout;
  const bool upright = page_size.y > page_size.x;
  layout.phone = page.width < kPhoneWidth || (upright && page.width < kTabletWidth);
  if (layout.phone) {
    layout.navigation = page.cut_bottom(kBottomBarHeight);
    layout.navigation.height += bottom;
    layout.prediction = page.cut_bottom(
        std::min(kPhonePredictionHeight, std::floor(page_size.y * kPhonePredictionShare)));
  } else {
    layout.navigation = page.cut_left(kRailWidth);
    layout.prediction =
        page.cut_right(page_size.x < kNarrowWidth ? kPredictionWidthNarrow : kPredictionWidth);
  }
  layout.work = page;
  return layout;
}

}  // namespace atelier::ui
