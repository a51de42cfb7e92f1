// SPDX-License-Identifier: MIT
#include "features/draw/panel/trace_view.hpp"

#include <algorithm>

#include "core/class_mean.hpp"

namespace atelier::ui {
namespace {

// The drawing over the outline. A stroke's soft edge lets it through as far as it is dark itself.
core::GrayImage laid_over(const core::GrayImage& outline, const core::GrayImage& drawing) {
  constexpr int kDense = 64;  // darker than any cloth
  core::GrayImage result = drawing;
  for (std::size_t i = 0; i < result.pixels.size(); ++i) {
    const int ink = drawing.pixels[i];
    const int through = outline.pixels[i] * std::max(kDense - ink, 0) / kDense;
    result.pixels[i] = static_cast<std::uint8_t>(std::max(ink, through));
  }
  return result;
}

}  // namespace

void TraceView::follow(const app::State& state) {
  const core::DatasetView set = state.test_set.loader.view();
  const Source source{*state.trace, state.test_set.version,
                      std::min(set.count(), set.labels().size())};
  if (source_ == source) return;
  source_ = source;
  const auto mean = core::class_mean(set, source.label);
  outline_ = mean ? core::tracing(*mean, core::kCanvasSide) : core::GrayImage{};
  ++outline_version_;
}

bool TraceView::draw(const PanelContext& context, const Box& sheet) {
  const app::State& state = context.state;
  if (!state.trace) return false;
  follow(state);
  if (outline_.pixels.empty()) return false;
  // Both versions grow; their sum names the content.
  const std::uint64_t content = state.drawing.version() + (outline_version_ << 32U);
  if (content != shown_) {
    over_ = laid_over(outline_, state.drawing.raster());
    shown_ = content;
  }
  view_.set(context.textures, over_, content);
  view_.draw(*ImGui::GetWindowDrawList(), sheet);
  return true;
}

}  // namespace atelier::ui
