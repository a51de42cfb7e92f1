// SPDX-License-Identifier: MIT
// features/draw/panel/trace_view.hpp: a class's outline under the drawing, to be traced. It is on
// the screen alone: neither the drawing nor what the network sees knows of it.
#pragma once

#include <cstdint>
#include <optional>

#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class TraceView {
 public:
  // True if there is something to trace and it was drawn, with the drawing over it, where all of
  // the sheet lies.
  bool draw(const PanelContext& context, const Box& sheet);

 private:
  // What the outline was made from.
  struct Source {
    std::uint8_t label;
    std::uint32_t set_version;
    std::size_t images;
    bool operator==(const Source&) const = default;
  };

  void follow(const app::State& state);

  std::optional<Source> source_;
  core::GrayImage outline_;  // of the canvas's size; empty if the class has no images
  std::uint64_t outline_version_ = 0;
  core::GrayImage over_;  // it, with the drawing over it
  std::uint64_t shown_ = 0;
  ImageView view_{Sampling::kSmooth};
};

}  // namespace atelier::ui
