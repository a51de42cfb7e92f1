// SPDX-License-Identifier: MIT
#include "features/photo/panel/photo_panel.hpp"

#include <array>
#include <cmath>
#include <string>

#include "features/answer/words.hpp"
#include "features/draw/actions.hpp"
#include "features/photo/actions.hpp"
#include "features/photo/photo.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

// Each belongs to a step, which moving it switches on.
struct Setting {
  core::StepId step;
  const char* id;
  const char* title;
  const char* short_title;
  const char* words;
  float core::PhotoOptions::*value;  // null: of the way it is scaled
  float greatest;
};

constexpr std::array kSettings = {
    Setting{core::StepId::kCutOut, "background", "Background", "Cut out",
            "How far a colour may be from the edge's", &core::PhotoOptions::background_tolerance,
            core::kGreatestBackgroundTolerance},
    Setting{core::StepId::kTrimmed, "trim", "Trim", "Trim",
            "How far a colour may be from the corner's", &core::PhotoOptions::trim_tolerance,
            core::kGreatestTrimTolerance},
    Setting{core::StepId::kScaled, "scale", "Scale", "Scale", "", nullptr, 0},
    Setting{core::StepId::kSharpened, "sharpen", "Sharpen", "Sharpen", "1 is as in the data set",
            &core::PhotoOptions::sharpening, core::kGreatestSharpening},
};

std::string value_words(const core::PhotoOptions& options, const Setting& setting) {
  if (setting.value == nullptr) return {};
  if (options.skips(setting.step)) return "off";
  const float value = options.*setting.value;
  if (setting.step == core::StepId::kSharpened) {
    return app::decimals(static_cast<double>(value), 1);
  }
  return std::to_string(std::lround(value * 100)) + " %";
}

void change(const PanelContext& context, core::PhotoOptions options, const Setting& setting) {
  options.skipped[static_cast<std::size_t>(setting.step)] = false;
  context.actions.push_back(app::AdjustPhoto{options});
}

void draw_slider(const PanelContext& context, const Setting& setting, const Box& box) {
  core::PhotoOptions options = context.state.photo.options;
  float& value = options.*setting.value;
  if (slider(context.theme, setting.id, box, value, 0, setting.greatest, setting.words)) {
    change(context, options, setting);
  }
}

void draw_resampling(const PanelContext& context, const Setting& setting, Box row) {
  core::PhotoOptions options = context.state.photo.options;
  const auto offer = [&](const char* id, const char* label, core::Resampling resampling) {
    if (!chip_at_left(context.theme, id, row, label, options.resampling == resampling)) return;
    options.resampling = resampling;
    change(context, options, setting);
  };
  offer("skipping", "Skip rows", core::Resampling::kSkipping);
  offer("averaging", "Average", core::Resampling::kAveraging);
}

const char* const kHelp =
    "What is darkened was taken away, what is outside the frame trimmed. Drag on the photo to "
    "choose "
    "a part of it.";

}  // namespace

void PhotoPanel::draw_column(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const core::PhotoOptions& options = context.state.photo.options;
  for (const Setting& setting : kSettings) {
    Box head = box.cut_top(20);
    draw_text(context.theme, head, Style::kSmall, colors.text, value_words(options, setting),
              Align::kRight);
    draw_text(context.theme, head, Style::kSmallStrong, colors.muted, setting.title);
    if (setting.value == nullptr) {
      box.cut_top(kGap4);
      draw_resampling(context, setting, box.cut_top(kChipHeight));
    } else {
      draw_slider(context, setting, box.cut_top(32));
    }
    box.cut_top(kGap16);
  }
  const std::string_view advice = app::photo_advice(context.state);
  if (!advice.empty()) {
    box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.unsure, advice) + kGap12);
  }
  draw_paragraph(context.theme, box, Style::kSmall, colors.muted, kHelp);
}

void PhotoPanel::draw_rows(const PanelContext& context, Box box, bool leads_back) {
  const Palette& colors = *context.theme.colors;
  Box row = box.cut_top(kTarget);
  if (leads_back && chip_at_right(context.theme, "back to the drawing", row, "Back")) {
    context.actions.push_back(app::ShowDrawing{});
  }
  for (std::size_t k = 0; k < kSettings.size(); ++k) {
    const Setting& setting = kSettings[k];
    ImGui::PushID("choose");
    if (chip_at_left(context.theme, setting.id, row, setting.short_title, k == chosen_)) {
      chosen_ = k;
    }
    ImGui::PopID();
  }
  const Setting& setting = kSettings[chosen_];
  Box last = box.cut_bottom(kTarget);
  if (setting.value == nullptr) return draw_resampling(context, setting, last);
  draw_text(context.theme, last.cut_right(48), Style::kSmall, colors.text,
            value_words(context.state.photo.options, setting), Align::kRight);
  draw_slider(context, setting, last);
}

}  // namespace atelier::ui
