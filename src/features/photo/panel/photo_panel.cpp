// SPDX-License-Identifier: MIT
#include "features/photo/panel/photo_panel.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "app/say.hpp"
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
  app::Key title;
  app::Key short_title;
  std::optional<app::Key> words;
  float core::PhotoOptions::*value;  // null: of the way it is scaled
  float greatest;
};

constexpr std::array kSettings = {
    Setting{core::StepId::kCutOut, "background", "photo.background", "photo.background-short",
            app::Key("photo.background-tooltip"), &core::PhotoOptions::background_tolerance,
            core::kGreatestBackgroundTolerance},
    Setting{core::StepId::kTrimmed, "trim", "photo.trim", "photo.trim",
            app::Key("photo.trim-tooltip"), &core::PhotoOptions::trim_tolerance,
            core::kGreatestTrimTolerance},
    Setting{core::StepId::kScaled, "scale", "photo.scale", "photo.scale", {}, nullptr, 0},
    Setting{core::StepId::kSharpened, "sharpen", "photo.sharpen", "photo.sharpen",
            app::Key("photo.sharpen-tooltip"), &core::PhotoOptions::sharpening,
            core::kGreatestSharpening},
};

std::string value_words(const core::PhotoOptions& options, const Setting& setting) {
  if (setting.value == nullptr) return {};
  if (options.skips(setting.step)) return app::say("photo.off");
  const float value = options.*setting.value;
  if (setting.step == core::StepId::kSharpened) {
    return app::decimals(static_cast<double>(value), 1);
  }
  return app::say("number.percent", {{"number", std::lround(value * 100)}});
}

void change(const PanelContext& context, core::PhotoOptions options, const Setting& setting) {
  options.skipped[static_cast<std::size_t>(setting.step)] = false;
  context.actions.push_back(app::AdjustPhoto{options});
}

void draw_slider(const PanelContext& context, const Setting& setting, const Box& box) {
  core::PhotoOptions options = context.state.photo.options;
  float& value = options.*setting.value;
  if (slider(context.theme, setting.id, box, value, 0, setting.greatest,
             app::say(*setting.words))) {
    change(context, options, setting);
  }
}

void draw_resampling(const PanelContext& context, const Setting& setting, Box row) {
  core::PhotoOptions options = context.state.photo.options;
  const auto offer = [&](const char* id, app::Key label, core::Resampling resampling) {
    const bool chosen = options.resampling == resampling;
    if (!chip_at_left(context.theme, id, row, app::say(label), chosen)) return;
    options.resampling = resampling;
    change(context, options, setting);
  };
  offer("skipping", "photo.skip-rows", core::Resampling::kSkipping);
  offer("averaging", "photo.average", core::Resampling::kAveraging);
}

}  // namespace

void PhotoPanel::draw_column(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const core::PhotoOptions& options = context.state.photo.options;
  for (const Setting& setting : kSettings) {
    Box head = box.cut_top(20);
    draw_text(context.theme, head, Style::kSmall, colors.text, value_words(options, setting),
              Align::kRight);
    draw_text(context.theme, head, Style::kSmallStrong, colors.muted, app::say(setting.title));
    if (setting.value == nullptr) {
      box.cut_top(kGap4);
      draw_resampling(context, setting, box.cut_top(kChipHeight));
    } else {
      draw_slider(context, setting, box.cut_top(32));
    }
    box.cut_top(kGap16);
  }
  const std::string advice = app::photo_advice(context.state);
  if (!advice.empty()) {
    box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.unsure, advice) + kGap12);
  }
  draw_paragraph(context.theme, box, Style::kSmall, colors.muted, app::say("photo.help"));
}

void PhotoPanel::draw_rows(const PanelContext& context, Box box, bool leads_back) {
  const Palette& colors = *context.theme.colors;
  Box row = box.cut_top(kTarget);
  if (leads_back &&
      chip_at_right(context.theme, "back to the drawing", row, app::say("draw.back"))) {
    context.actions.push_back(app::ShowDrawing{});
  }
  for (std::size_t k = 0; k < kSettings.size(); ++k) {
    const Setting& setting = kSettings[k];
    ImGui::PushID("choose");
    if (chip_at_left(context.theme, setting.id, row, app::say(setting.short_title), k == chosen_)) {
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
