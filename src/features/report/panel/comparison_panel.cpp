// SPDX-License-Identifier: MIT
#include "features/report/panel/comparison_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "features/report/panel/image_cards.hpp"
#include "features/report/words.hpp"
#include "kit/chip_row.hpp"
#include "kit/figures.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kCardWidth = 172;
constexpr std::size_t kMostImages = 24;

// The engine that has not yet been asked by the current model: a press away.
float draw_invitation(const PanelContext& context, Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.muted,
                             app::say("compare.invitation")));
  box.cut_top(kGap12);
  ChipRow chips(context, box);
  for (const app::EngineKind engine : {app::EngineKind::kAtelierNn, app::EngineKind::kOrtWeb}) {
    const auto& done = context.state.report.done;
    const bool asked = std::any_of(done.begin(), done.end(), [&](const app::Evaluation& each) {
      return each.engine == engine && each.model_id == context.state.engines.model_id;
    });
    if (asked) continue;
    const std::string label =
        app::say("compare.evaluate-with", {{"engine", app::engine_title(engine)}});
    const char* id = engine == app::EngineKind::kOrtWeb ? "evaluate with ort" : "evaluate with nn";
    if (chips.add(id, label) && pressable) {
      context.actions.push_back(app::Evaluate{engine});
    }
  }
  box.cut_top(chips.height());
  return box.y - top;
}

float draw_choice(const PanelContext& context, const app::Comparison& comparison, Box box,
                  bool pressable) {
  const float top = box.y;
  draw_text(context.theme, box.cut_top(24), Style::kSmall, context.theme.colors->muted,
            app::say("compare.with"));
  box.cut_top(kGap4);
  ChipRow chips(context, box);
  for (const app::Evaluation& each : context.state.report.done) {
    if (each.token == comparison.first) continue;
    ImGui::PushID(static_cast<int>(each.token));
    const bool chosen = each.token == comparison.second;
    if (chips.add("against", app::evaluation_title(each), chosen) && pressable) {
      context.actions.push_back(app::CompareWith{each.token});
    }
    ImGui::PopID();
  }
  box.cut_top(chips.height());
  return box.y - top;
}

// Two by two: who is right about how many.
float draw_table(const PanelContext& context, const app::Comparison& comparison,
                 const std::string& first, const std::string& second, Box box) {
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  const float width = std::min(box.width, 520.0F);
  const auto row = [&](const std::string& name, const std::string& left, const std::string& right,
                       Style style, ImU32 color) {
    Box line = box.cut_top(32);
    line.width = width;
    draw_text(context.theme, line.cut_left(width * 0.46F), style, color, name);
    const float half = line.width / 2;
    draw_text(context.theme, line.cut_left(half), style, color, left, Align::kRight);
    draw_text(context.theme, line, style, color, right, Align::kRight);
    ImGui::GetWindowDrawList()->AddRectFilled({box.x, box.y - 1}, {box.x + width, box.y},
                                              colors.line);
  };
  row("", app::say("compare.right"), app::say("compare.wrong"), Style::kCaption, colors.muted);
  row(app::say("compare.which-right", {{"which", first}}), app::grouped(comparison.both_right),
      app::grouped(comparison.only_first.size()), Style::kSmall, colors.text);
  row(app::say("compare.which-wrong", {{"which", first}}),
      app::grouped(comparison.only_second.size()), app::grouped(comparison.both_wrong),
      Style::kSmall, colors.text);
  draw_text(context.theme, box.cut_top(22), Style::kCaption, colors.muted,
            app::say("compare.columns", {{"which", second}}));
  return box.y - top;
}

// The images that only `right` names right, with what the other takes them for.
float draw_images(const PanelContext& context, const std::vector<std::uint32_t>& images,
                  const std::string& right, const app::Evaluation& other, Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  draw_text(context.theme, box.cut_top(28), Style::kBodyStrong, colors.text,
            app::say("compare.only", {{"which", right}, {"count", images.size()}}));
  box.cut_top(kGap4);
  const CardGrid grid(box, kCardWidth, kThumbnail);
  const std::size_t shown = std::min(images.size(), kMostImages);
  for (std::size_t k = 0; k < shown; ++k) {
    Box card = grid.card(k);
    ImGui::PushID(static_cast<int>(images[k]));
    draw_sample(context, images[k], card.cut_left(kThumbnail), pressable);
    ImGui::PopID();
    card.cut_left(kGap8);
    const auto label = context.state.test_set.loader.view().label(images[k]);
    const app::Evaluation::ImageAnswer& wrong = other.answers[images[k]];
    draw_text(context.theme, card.cut_top(19), Style::kSmallStrong, colors.text,
              label ? app::label_names(context.state)[*label] : "");
    draw_text(context.theme, card.cut_top(18), Style::kSmall, colors.muted,
              app::say("compare.not",
                       {{"name", app::answer_names(context.state, other.model_id)[wrong.label]}}));
    draw_text(context.theme, card.cut_top(18), Style::kCaption, colors.muted,
              app::percent(wrong.confidence));
  }
  box.cut_top(grid.height(shown));
  if (shown < images.size()) {
    draw_text(context.theme, box.cut_top(24), Style::kCaption, colors.muted,
              app::say("compare.most-wrong", {{"count", shown}}));
  }
  return box.y - top;
}

}  // namespace

float ComparisonPanel::draw_content(const PanelContext& context, const app::Evaluation& shown,
                                    Box box, bool pressable) {
  const app::Comparison& comparison = context.state.report.comparison;
  const app::Evaluation* other = app::find_evaluation(context.state, comparison.second);
  if (other == nullptr) return draw_invitation(context, box, pressable);
  const float top = box.y;
  box.cut_top(draw_choice(context, comparison, box, pressable) + kGap16);
  const double lead = shown.metrics.accuracy() - other->metrics.accuracy();
  const Figure difference = {
      app::say("compare.difference"),
      (lead >= 0 ? "+" : "\xE2\x88\x92") + app::decimals(100 * std::abs(lead), 2),
      app::say("compare.points")};
  const std::string first = app::evaluation_title(shown);
  const std::string second = app::evaluation_title(*other);
  const Figure both[] = {
      {app::say("compare.shown"), app::exact_percent(shown.metrics.accuracy()), first},
      {app::say("compare.with"), app::exact_percent(other->metrics.accuracy()), second}};
  box.cut_top(draw_figures(context, difference, both, box) + kGap8);
  box.cut_top(draw_paragraph(context.theme, box, Style::kBody, context.theme.colors->text,
                             app::comparison_words(comparison)));
  box.cut_top(kGap16);
  box.cut_top(draw_table(context, comparison, first, second, box) + kGap20);
  box.cut_top(draw_images(context, comparison.only_first, first, *other, box, pressable) + kGap20);
  // The same image is never in both lists, so that their ids differ.
  box.cut_top(draw_images(context, comparison.only_second, second, shown, box, pressable));
  return box.y - top;
}

}  // namespace atelier::ui
