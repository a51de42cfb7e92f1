// SPDX-License-Identifier: MIT
#include "core/framing.hpp"

#include <algorithm>

namespace atelier::core {
namespace {

int middle_margin(int length) { return (kSampleSide - length + 1) / 2; }

// The margin before `length` seen pixels that has the same share of the free ones as on the canvas,
// where `part` of `whole` pixels begin at `start`.
int margin_as_given(int length, int start, int part, int whole) {
  const int free = whole - part;
  return free == 0 ? middle_margin(length) : ((kSampleSide - length) * start + free / 2) / free;
}

}  // namespace

int scaled_length(int length, int longest) {
  return std::max(1, (length * kSampleSide + longest / 2) / longest);
}

Rect place_in_frame(int width, int height, const Rect& part, const Rect& whole, bool centred) {
  Rect place{middle_margin(width), middle_margin(height), width, height};
  if (centred) return place;
  place.x = margin_as_given(width, part.x - whole.x, part.width, whole.width);
  place.y = margin_as_given(height, part.y - whole.y, part.height, whole.height);
  return place;
}

}  // namespace atelier::core
