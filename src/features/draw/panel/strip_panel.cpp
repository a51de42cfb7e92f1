// SPDX-License-Identifier: MIT
#include "features/draw/panel/strip_panel.hpp"

#include <algorithm>
#include <cfloat>
#include <string>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/draw/actions.hpp"
#include "features/draw/steps.hpp"
#include "features/explore/actions.hpp"
#include "features/photo/photo.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kPicture = 88;
constexpr float kPitch = kPicture + kGap16;    // of steps that have the room
constexpr float kNarrowPicture = 72;           // where they have not, answers take two lines
constexpr float kLeastPitch = 78;              // below, words stand under the steps, not beside
constexpr float kLine = 18, kAnswerLine = 16;  // of captions, and of what is answered
constexpr float kWordsWidth = 150;             // least, of the words beside
constexpr float kCheckSide = 12;

// Pictures are drawn after all captions and grounds, and so, if they share a texture, in one call:
// every change of texture costs a third of a millisecond where there is no GPU.
constexpr int kGrounds = 0, kPictures = 1, kMarks = 2, kChannels = 3;

// How the images to begin with stand: in one row with names, or, narrow, in two without, or, where
// that is too high, in one without.
struct SampleGrid {
  explicit SampleGrid(float width, float height = FLT_MAX)
      : named(width >= kNamedPitch * kSamples), columns(named ? kSamples : kSamples / 2) {
    pitch = std::min(kGreatestPitch, width / static_cast<float>(columns));
    if (named || height >= 2 * pitch - kGap8) return;
    columns = kSamples;
    pitch = width / kSamples;
  }

  static constexpr int kSamples = core::kClassCount;
  static constexpr float kNamedPitch = 58;  // with room for a name
  static constexpr float kGreatestPitch = 72;
  bool named;
  int columns;
  float pitch = 0;
};

std::string fitting_title(const Theme& theme, core::StepId id, float width) {
  std::string title = app::step_title(id);
  const bool fits = text_size(theme, Style::kCaption, title).x <= width;
  return fits ? title : app::short_step_title(id);
}

// A large picture no larger than it is shown, so that its texels are means and no samples.
core::ColorImage reduced(const core::ColorImage& image) {
  constexpr int kLongest = 2 * static_cast<int>(kPicture);
  const int longest = std::max(image.width, image.height);
  if (longest <= kLongest) return image;
  const auto side = [&](int length) { return std::max(1, length * kLongest / longest); };
  return core::resize_area(image, side(image.width), side(image.height));
}

}  // namespace

float StripPanel::height(const app::State& state, float width) {
  const std::size_t steps =
      app::shows_photo(state) ? core::kPhotoSteps.size() : core::kDrawingSteps.size();
  return width < kLeastPitch * static_cast<float>(steps) + kWordsWidth ? kHeight + kTarget
                                                                       : kHeight;
}

float StripPanel::samples_height(float width) {
  const SampleGrid grid(width);
  const int rows = static_cast<int>(core::kClassCount) / grid.columns;
  return 20 + kGap4 + grid.pitch * static_cast<float>(rows) + (grid.named ? 20 : 0);
}

void StripPanel::draw_picture(const PanelContext& context, const ImageView& drawing,
                              const Box& picture, std::size_t k) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const core::Preprocessed& prepared = context.state.steps;
  const core::Step& step = prepared.steps[k];
  const Box shape = fitted(step.width(), step.height(), picture);
  const std::uint64_t version = context.state.input.version;
  switch (step.id) {
    case core::StepId::kAsDrawn:
      is_filled_ = false;
      return drawing.draw(list, shape, kRadius);
    case core::StepId::kFilled:
      is_filled_ = true;
      filled_.set(context.textures, step.image, version);
      return filled_.draw(list, shape, kRadius);
    case core::StepId::kTrimmed:
      if (!step.color.empty()) break;
      return (is_filled_ ? filled_ : drawing).draw_part(list, shape, prepared.part, kRadius);
    default:
      break;
  }
  while (step_views_.size() <= k) step_views_.emplace_back(Sampling::kPixelated);
  ImageView& view = step_views_[k];
  if (step.color.empty()) {
    view.set(context.textures, step.image, version);
  } else if (!view.shows(context.textures, version)) {
    view.set(context.textures, reduced(step.color), version);
  }
  view.draw(list, shape, kRadius);
}

// Beneath the picture: what the step is called, with its switch, and what would be answered there.
void StripPanel::draw_caption(const PanelContext& context, Box box, std::size_t k, bool two_lines) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  const auto& steps = state.steps.steps;
  const core::Step& step = steps[k];
  const bool last = k + 1 == steps.size();
  if (core::can_skip(step.id)) {
    const Box target{box.x, box.y, box.width, context.theme.coarse_pointer ? kTarget : kLine + 4};
    const Press press = press_area("switch", target);
    if (press.hovered) hovered_ = step.id;
    if (press.pressed) context.actions.push_back(app::SwitchStep{step.id, step.skipped});
    Box title = box.cut_top(kLine);
    // Before the title, or, where that needs the width, in the corner of the picture.
    const bool in_corner = box.width < kNarrowPicture;
    Box check{box.x, title.y + (kLine - kCheckSide) / 2, kCheckSide, kCheckSide};
    if (in_corner) {
      check.x += box.width - kGap8 - kCheckSide;
      check.y = title.y - kGap4 - kCheckSide - 2;
    } else {
      title.cut_left(kCheckSide + kGap4);
    }
    const ImU32 ink = press.hovered ? colors.text : colors.muted;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSetCurrent(kMarks);
    if (in_corner) list.AddRectFilled(check.min(), check.max(), colors.surface, 3);
    frame(context.theme, check, ink, 3);
    if (!step.skipped) draw_icon(list, Icon::kCheck, check.center(), kCheckSide, ink);
    list.ChannelsSetCurrent(kGrounds);
    draw_text(context.theme, title, Style::kCaption, colors.muted,
              fitting_title(context.theme, step.id, title.width));
  } else {
    const Box title = box.cut_top(kLine);
    draw_text(context.theme, title, Style::kCaption, last ? colors.text : colors.muted,
              fitting_title(context.theme, step.id, title.width));
  }
  const auto answer = app::step_answer(state, k);
  if (!answer || box.height < kAnswerLine) return;
  const std::string& name = app::answer_names(state)[static_cast<std::size_t>(answer->label)];
  const std::string share = app::whole_percent(answer->probability);
  const ImU32 ink = last ? colors.text : colors.muted;
  if (two_lines) {
    draw_text(context.theme, box.cut_top(kAnswerLine), Style::kCaption, ink, name);
    draw_text(context.theme, box.cut_top(kAnswerLine), Style::kCaption, ink, share);
  } else {
    draw_text(context.theme, box.cut_top(kAnswerLine), Style::kCaption, ink,
              app::say("strip.answer", {{"name", name}, {"share", share}}));
  }
}

void StripPanel::draw_words(const PanelContext& context, Box box, bool beside) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  const bool has_room = beside || box.height >= kTarget;
  if (has_room && app::are_steps_changed(state) && app::goes_through_steps(state)) {
    Box row = beside ? box.cut_bottom(kChipHeight) : box;
    const std::string reset = app::say("draw.reset");
    const bool pressed = beside ? chip_at_left(context.theme, "reset steps", row, reset)
                                : chip_at_right(context.theme, "reset steps", row, reset);
    if (pressed) context.actions.push_back(app::SwitchStep{});
    if (!beside) box = row;
  }
  const auto shown = hovered_ ? hovered_ : chosen_;
  const auto& steps = state.steps.steps;
  const auto found = std::find_if(steps.begin(), steps.end(),
                                  [&](const core::Step& step) { return step.id == shown; });
  const bool photo = app::shows_photo(state);
  std::string words = app::photo_advice(state);
  if (words.empty()) {
    words = photo ? app::say("strip.photo") : app::say("strip.drawing");
  }
  if (!photo && state.drawing.sample_index()) {
    words = app::say("strip.sample");
  } else if (found != steps.end()) {
    if (beside) {
      draw_text(context.theme, box.cut_top(kLine + kGap4), Style::kSmallStrong, colors.text,
                app::step_title(found->id));
    }
    words = app::step_words(state, *found);
  }
  draw_paragraph(context.theme, box, Style::kSmall, colors.muted, words);
}

void StripPanel::draw_steps(const PanelContext& context, const ImageView& drawing, Box box) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& steps = context.state.steps.steps;
  const auto count = static_cast<float>(steps.size());
  const float beside_pitch = (box.width - kGap12 - kWordsWidth) / count;
  const bool beside = beside_pitch >= kLeastPitch;
  const float pitch = std::min(kPitch, beside ? beside_pitch : box.width / count);
  const bool two_lines = pitch < kPitch;
  const float beneath = kGap4 + kLine + (two_lines ? 2 : 1) * kAnswerLine;
  const float side =
      std::min({two_lines ? kNarrowPicture : kPicture, pitch - kGap8, box.height - beneath});
  // In the place of the tools there is no room for words: they take that of the answers.
  const bool low = box.height < kHeight && !beside;
  const bool explains = low && chosen_.has_value();
  Box row = box;
  if (explains) {
    row = box.cut_top(box.height - 2 * kAnswerLine - kGap4);
  } else if (!beside) {
    row = box.cut_top(std::min(kHeight, box.height));
  }
  hovered_.reset();
  list.ChannelsSplit(kChannels);
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const core::Step& step = steps[k];
    Box cell = row.cut_left(pitch);
    const Box picture{cell.x, cell.y, side, side};
    ImGui::PushID(static_cast<int>(step.id));
    const Press press = press_area("step", picture);
    if (press.hovered && !low) hovered_ = step.id;
    if (press.pressed) {
      if (chosen_ == step.id) {
        chosen_.reset();
      } else {
        chosen_ = step.id;
      }
    }
    if (step.skipped) {
      frame(context.theme, picture, colors.line, kRadius);
    } else {
      const bool fills = step.width() == step.height();
      if (!fills) list.AddRectFilled(picture.min(), picture.max(), colors.cloth, kRadius);
      list.ChannelsSetCurrent(kPictures);
      draw_picture(context, drawing, picture, k);
      list.ChannelsSetCurrent(kGrounds);
    }
    const bool last = k + 1 == steps.size();
    if (last) {
      frame(context.theme, picture.inset(-3), colors.accent, kRadius + 3, 2);
    } else if (hovered_ == step.id || chosen_ == step.id) {
      frame(context.theme, picture.inset(-2), colors.muted, kRadius + 2, 1);
    }
    cell.cut_top(side + kGap4);
    cell.cut_right(two_lines ? 2 : kGap4);
    draw_caption(context, cell, k, two_lines);
    ImGui::PopID();
  }
  list.ChannelsMerge();
  if (beside) row.cut_left(kGap12);
  if (!low || explains) draw_words(context, beside ? row : box, beside);
}

void StripPanel::draw_samples(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const core::DatasetView set = context.state.test_set.loader.view();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text(context.theme, box.cut_top(20), Style::kSmallStrong, colors.muted,
            app::say("strip.begin"));
  box.cut_top(kGap4);
  const SampleGrid grid(box.width, box.height);
  const float pitch = grid.pitch;
  const float side = pitch - kGap8;
  const Box all = box;
  list.ChannelsSplit(kChannels);
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const auto found = std::find(set.labels().begin(), set.labels().end(), label);
    const auto index = static_cast<std::uint32_t>(found - set.labels().begin());
    const int column = label % grid.columns;
    const int row = label / grid.columns;
    const Box cell{all.x + pitch * static_cast<float>(column),
                   all.y + pitch * static_cast<float>(row), pitch, pitch};
    const Box picture{cell.x, cell.y, side, side};
    ImGui::PushID(label);
    const Press press = press_area("begin", {cell.x, cell.y, side, side + (grid.named ? 20 : 0)});
    ImGui::PopID();
    const std::string& name = app::label_names(context.state)[label];
    if (!grid.named) tooltip(context.theme, name);
    if (context.sheets.has(index)) {
      list.ChannelsSetCurrent(kPictures);
      context.sheets.draw(list, index, picture, kRadius);
      list.ChannelsSetCurrent(kGrounds);
    } else {
      list.AddRectFilled(picture.min(), picture.max(), colors.cloth, kRadius);
    }
    if (press.hovered) frame(context.theme, picture.inset(-2), colors.muted, kRadius + 2, 1);
    if (grid.named) {
      draw_text(context.theme, {cell.x, cell.y + side + kGap4, side, 18}, Style::kCaption,
                colors.muted, name);
    }
    const bool there = index < set.labels().size() && index < set.count();
    if (press.pressed && there) context.actions.push_back(app::SelectSample{index});
  }
  list.ChannelsMerge();
}

void StripPanel::draw_content(const PanelContext& context, const ImageView& drawing, Box box) {
  const app::State& state = context.state;
  app::shows_steps(state) ? draw_steps(context, drawing, box) : draw_samples(context, box);
}

}  // namespace atelier::ui
