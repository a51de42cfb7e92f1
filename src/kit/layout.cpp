// SPDX-License-Identifier: MIT
#include "kit/layout.hpp"

#include <cmath>

#include "kit/theme.hpp"

namespace atelier::ui {
namespace {

constexpr float kTabletWidth = 900;   // below, and higher than wide: one column
constexpr float kShortWidth = 700;    // below, and wider than high, a phone on its side: the least
constexpr float kNarrowWidth = 1100;  // below: a narrower prediction column
constexpr float kLeastRailWidth = 64, kLeastPredictionWidth = 228;
// The prediction on a phone: headline, picture and ten bars, but never more than this share.
constexpr float kPhonePredictionHeight = 300;
constexpr float kPhonePredictionShare = 0.42F;
// On a short one the work needs so much for a square of 240 with its tools, as long as the
// prediction keeps room for a headline and the first few bars.
constexpr float kPhoneLeastWork = 404;
constexpr float kPhoneLeastPrediction = 148;

}  // namespace

Layout layout_for(ImVec2 page_size, float top, float bottom) {
  Box page{0, top, page_size.x, std::max(page_size.y - top - bottom, 0.0F)};
  Layout layout;
  const bool upright = page_size.y > page_size.x;
  layout.phone = upright && page.width < kTabletWidth;
  if (layout.phone) {
    layout.navigation = page.cut_bottom(kBottomBarHeight);
    layout.navigation.height += bottom;
    const float share =
        std::min(kPhonePredictionHeight, std::floor(page_size.y * kPhonePredictionShare));
    const float spare = std::max(page.height - kPhoneLeastWork, kPhoneLeastPrediction);
    layout.prediction = page.cut_bottom(std::min(share, spare));
  } else {
    const bool least = page_size.x < kShortWidth;
    layout.navigation = page.cut_left(least ? kLeastRailWidth : kRailWidth);
    layout.prediction = page.cut_right(least                        ? kLeastPredictionWidth
                                       : page_size.x < kNarrowWidth ? kPredictionWidthNarrow
                                                                    : kPredictionWidth);
  }
  layout.work = page;
  return layout;
}

}  // namespace atelier::ui
