// SPDX-License-Identifier: MIT
// features/explain/inside/panel/inside_panel.hpp: what the network's layers make of the picture:
// all maps of one layer, of the first with the filters that made them, and the map pointed at in
// large. Fills whatever room it is given, from a phone's two rows up.
#pragma once

#include <cstddef>
#include <cstdint>

#include "features/explain/inside/inside.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class InsidePanel {
 public:
  void draw_content(const PanelContext& context, Box box);

 private:
  struct Grid;
  void take_maps(const PanelContext& context, const app::ShownLayer& layer);
  void draw_maps(const PanelContext& context, const app::ShownLayer& layer, const Box& box);
  void draw_map(const PanelContext& context, const app::ShownLayer& layer, const Grid& grid,
                std::uint32_t map);
  void point(const PanelContext& context, const app::ShownLayer& layer, const Grid& grid);
  void draw_large_map(const PanelContext& context, const app::ShownLayer& layer, Box box);

  // All maps of the layer are one texture, because every change of texture costs time.
  ImageView maps_{Sampling::kPixelated};
  app::Inside::Key pictured_;  // whose maps are on it, and which layer's
  std::size_t pictured_layer_ = 0;
  std::uint64_t version_ = 0;
  bool points_ = false;  // the pointer does, in this panel
};

}  // namespace atelier::ui
