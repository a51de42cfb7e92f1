// SPDX-License-Identifier: MIT
#include "features/explore/panel/selection_summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/say.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kPicture = 56;  // CSS pixels, twice the image's
constexpr float kCaption = 20;
constexpr std::size_t kBars = 32;  // of eight grays each

// Background, which is most of every image, is not counted.
void draw_histogram(const PanelContext& context, const Box& box,
                    const core::GrayHistogram& histogram) {
  const Palette& colors = *context.theme.colors;
  std::array<std::uint64_t, kBars> bars{};
  for (std::size_t gray = 1; gray < histogram.size(); ++gray) bars[gray / 8] += histogram[gray];
  const auto most =
      static_cast<float>(std::max<std::uint64_t>(*std::max_element(bars.begin(), bars.end()), 1));
  const float pitch = box.width / kBars;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t k = 0; k < kBars; ++k) {
    const float height = std::ceil(box.height * static_cast<float>(bars[k]) / most);
    const float x = box.x + pitch * static_cast<float>(k);
    list.AddRectFilled({x, box.bottom() - height}, {x + pitch - 1, box.bottom()}, colors.bar);
  }
  list.AddRectFilled({box.x, box.bottom()}, {box.right(), box.bottom() + 1}, colors.line);
}

}  // namespace

void SelectionSummary::refresh(const app::State& state) {
  const app::Explore& explore = state.explore;
  if (version_ == explore.version) return;
  version_ = explore.version;
  const core::DatasetView& set = state.test_set.loader.view();
  histogram_ = core::gray_histogram(set, explore.indices);
  mean_ = core::mean_image(set, explore.indices);
}

void SelectionSummary::draw_content(const PanelContext& context, Box box) {
  const app::State& state = context.state;
  if (!state.test_set.complete() || state.explore.indices.empty()) return;
  refresh(state);
  mean_view_.set(context.textures, mean_, version_);
  const Palette& colors = *context.theme.colors;
  Box mean = box.cut_left(kPicture);
  const Box picture = mean.cut_top(kPicture);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(picture.min(), picture.max(), colors.cloth, 4);
  mean_view_.draw(list, picture, 4);
  draw_text(context.theme, mean.cut_top(kCaption), Style::kCaption, colors.muted,
            app::say("summary.mean"), Align::kCenter);
  box.cut_left(kGap16);
  Box histogram = box.cut_left(kWidth - kPicture - kGap16);
  draw_histogram(context, histogram.cut_top(kPicture), histogram_);
  draw_text(context.theme, histogram.cut_top(kCaption), Style::kCaption, colors.muted,
            app::say("summary.histogram"));
}

}  // namespace atelier::ui
