// SPDX-License-Identifier: MIT
// features/report/panel/image_cards.hpp: test images in a grid, each with what there is to say
// about it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

inline constexpr float kThumbnail = 56;

// Cards of one height, as many beside each other as have at least `least_width` each.
class CardGrid {
 public:
  CardGrid(const Box& box, float least_width, float height);
  [[nodiscard]] Box card(std::size_t number) const;
  [[nodiscard]] std::size_t columns() const { return columns_; }
  // Of the grid with this many cards.
  [[nodiscard]] float height(std::size_t count) const;

 private:
  Box box_;
  std::size_t columns_;
  float pitch_;  // from card to card, across
  float height_;
};

// One test image; pressed, it opens in Draw. Inside a PushID of its own.
void draw_sample(const PanelContext& context, std::uint32_t index, const Box& at, bool pressable);

}  // namespace atelier::ui
