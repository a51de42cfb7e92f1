// SPDX-License-Identifier: MIT
// features/explain/neighbours/panel/neighbours_panel.hpp: the eight training images that are most
// alike to the network, with their classes, how far they lie apart, and how many are of one class.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/neighbour_index.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct NeighbourGrid;

class NeighboursPanel {
 public:
  // Fills whatever room it is given, from a phone's two rows up.
  void draw_content(const PanelContext& context, Box box);

 private:
  void take_pictures(const PanelContext& context, std::span<const core::Neighbour> nearest);
  void draw_neighbour(const PanelContext& context, Box cell, const NeighbourGrid& grid,
                      std::size_t k);

  // All pictures are one texture, because every change of texture costs time.
  ImageView pictures_{Sampling::kPixelated};
  std::vector<std::uint32_t> pictured_;  // training images on it, by their place; kNone: not here
  std::uint64_t version_ = 0;
};

}  // namespace atelier::ui
