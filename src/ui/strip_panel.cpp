// SPDX-License-Identifier: MIT
#include "ui/strip_panel.hpp"

#include <algorithm>

#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kPicture = 88;

const char* caption(core::StepId id) {
  switch (id) {
    case core::StepId::kAsDrawn:
      return "As drawn";
    case core::StepId::kTrimmed:
      return "Trimmed";
    case core::StepId::kScaled:
      return "Scaled to 28";
    case core::StepId::kCentred:
      return "Centred";
    case core::StepId::kToned:
      return "Toned";
    case core::StepId::kSeen:
      return "As seen";
  }
  return "";
}

// Pictures are drawn after all captions and grounds, and so, if they share a texture, in one call:
// every change of texture costs a third of a millisecond where there is no GPU.
constexpr int kGrounds = 0, kPictures = 1, kChannels = 2;

}  // namespace

void StripPanel::draw_steps(const PanelContext& context, const ImageView& drawing, Box box) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& steps = context.state.steps.steps;
  while (step_views_.size() < steps.size()) step_views_.emplace_back(Sampling::kPixelated);
  const float pitch = std::min(kPicture + kGap16, box.width / static_cast<float>(steps.size()));
  list.ChannelsSplit(kChannels);
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const core::Step& step = steps[k];
    Box cell = box.cut_left(pitch);
    const float side = std::min(kPicture, pitch - kGap8);
    const Box picture{cell.x, cell.y, side, side};
    const bool fills = step.image.width == step.image.height;
    if (!fills) list.AddRectFilled(picture.min(), picture.max(), colors.cloth, kRadius);
    list.ChannelsSetCurrent(kPictures);
    const Box shape = fitted(step.image, picture);
    if (step.id == core::StepId::kAsDrawn) {
      drawing.draw(list, shape, kRadius);
    } else if (step.id == core::StepId::kTrimmed) {
      drawing.draw_part(list, shape, context.state.steps.ink, kRadius);
    } else {
      step_views_[k].set(context.textures, step.image, context.state.input.version);
      step_views_[k].draw(list, shape, kRadius);
    }
    list.ChannelsSetCurrent(kGrounds);
    const bool last = k + 1 == steps.size();
    if (last) frame(context.theme, picture.inset(-3), colors.accent, kRadius + 3, 2);
    draw_text(context.theme, {cell.x, cell.y + side + kGap4, pitch - kGap4, 18}, Style::kCaption,
              last ? colors.text : colors.muted, caption(step.id));
  }
  list.ChannelsMerge();
  box.cut_left(kGap12);
  constexpr float kLeastTextWidth = 150;
  if (box.width < kLeastTextWidth) return;
  draw_paragraph(context.theme, box, Style::kSmall, colors.muted,
                 context.state.drawing.sample_index()
                     ? "A test image keeps its own frame: what you do not touch stays as it is."
                     : "Each step brings your drawing closer to how the data set was made.");
}

void StripPanel::draw_samples(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const core::DatasetView set = context.state.test_set.loader.view();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text(context.theme, box.cut_top(20), Style::kSmallStrong, colors.muted,
            "Or begin with a real one");
  box.cut_top(kGap4);
  const float pitch = std::min(72.0F, box.width / static_cast<float>(core::kClassCount));
  const float side = pitch - kGap8;
  list.ChannelsSplit(kChannels);
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const auto found = std::find(set.labels().begin(), set.labels().end(), label);
    const auto index = static_cast<std::uint32_t>(found - set.labels().begin());
    const Box cell = box.cut_left(pitch);
    const Box picture{cell.x, cell.y, side, side};
    ImGui::PushID(label);
    const Press press = press_area("begin", {cell.x, cell.y, side, side + 20});
    ImGui::PopID();
    if (context.sheets.has(index)) {
      list.ChannelsSetCurrent(kPictures);
      context.sheets.draw(list, index, picture, kRadius);
      list.ChannelsSetCurrent(kGrounds);
    } else {
      list.AddRectFilled(picture.min(), picture.max(), colors.cloth, kRadius);
    }
    if (press.hovered) frame(context.theme, picture.inset(-2), colors.muted, kRadius + 2, 1);
    draw_text(context.theme, {cell.x, cell.y + side + kGap4, side, 18}, Style::kCaption,
              colors.muted, app::label_names(context.state)[label]);
    const bool there = index < set.labels().size() && index < set.count();
    if (press.pressed && there) context.actions.push_back(app::SelectSample{index});
  }
  list.ChannelsMerge();
}

void StripPanel::draw_content(const PanelContext& context, const ImageView& drawing, Box box) {
  const app::State& state = context.state;
  const bool shows_steps = state.input.source == app::InputSource::kDrawing && !state.input.blank;
  shows_steps ? draw_steps(context, drawing, box) : draw_samples(context, box);
}

}  // namespace atelier::ui
