// SPDX-License-Identifier: MIT
#include "features/report/panel/calibration_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/panel/risk_coverage_panel.hpp"
#include "features/report/words.hpp"
#include "kit/chip_row.hpp"
#include "kit/figures.hpp"
#include "kit/plot.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kPlotHeight = 260;
constexpr float kCountsHeight = 48;
constexpr float kSideBySide = 700;  // least width for both diagrams beside each other
constexpr std::size_t kBins = core::Metrics::kBins;

float accuracy_of(const core::Metrics::Bin& bin) {
  return static_cast<float>(bin.correct) / static_cast<float>(std::max(bin.count, std::size_t{1}));
}

float confidence_of(const core::Metrics::Bin& bin) {
  return static_cast<float>(bin.confidence) /
         static_cast<float>(std::max(bin.count, std::size_t{1}));
}

std::size_t fullest(const core::Metrics& metrics) {
  const auto& bins = metrics.bins();
  const auto found = std::max_element(
      bins.begin(), bins.end(), [](const auto& a, const auto& b) { return a.count < b.count; });
  return static_cast<std::size_t>(found - bins.begin());
}

// The bar reaches up to how many are right; the tinted part is what is missing to how sure the
// network was, or what it is right beyond that.
void draw_bar(const PanelContext& context, const Plot& plot, std::size_t k,
              const core::Metrics::Bin& bin) {
  if (bin.count == 0) return;
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float left = plot.at(static_cast<float>(k) / kBins, 0).x + 1;
  const float right = plot.at(static_cast<float>(k + 1) / kBins, 0).x - 1;
  const float right_share = plot.at(0, accuracy_of(bin)).y;
  const float said = plot.at(0, confidence_of(bin)).y;
  list.AddRectFilled({left, right_share}, {right, plot.area.bottom()}, colors.bar);
  list.AddRectFilled({left, std::min(right_share, said)}, {right, std::max(right_share, said)},
                     colors.accent_soft);
  list.AddLine({left, said}, {right, said}, colors.accent, 2);
}

void draw_counts(const PanelContext& context, const Plot& plot, const core::Metrics& metrics,
                 Box box) {
  const Palette& colors = *context.theme.colors;
  const auto most = static_cast<float>(metrics.bins()[fullest(metrics)].count);
  for (std::size_t k = 0; k < kBins; ++k) {
    const std::size_t count = metrics.bins()[k].count;
    if (count == 0) continue;
    const float left = plot.at(static_cast<float>(k) / kBins, 0).x + 1;
    const float right = plot.at(static_cast<float>(k + 1) / kBins, 0).x - 1;
    // By the square root, or all but the last would be lines.
    const float height =
        std::max(box.height * std::sqrt(static_cast<float>(count) / std::max(most, 1.0F)), 1.0F);
    ImGui::GetWindowDrawList()->AddRectFilled({left, box.bottom() - height}, {right, box.bottom()},
                                              colors.line, 2);
    draw_rising_text(context.theme, {(left + right) / 2, box.bottom() - kGap4}, 1.5707964F,
                     Style::kCaption, colors.text, app::grouped(count));
  }
}

}  // namespace

float CalibrationPanel::draw_reliability(const PanelContext& context,
                                         const app::Evaluation& evaluation, Box box,
                                         bool pressable) {
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  const core::Metrics& metrics = before_temperature_ ? evaluation.uncalibrated : evaluation.metrics;
  draw_text(context.theme, box.cut_top(kChipHeight), Style::kBodyStrong, colors.text,
            app::say("calibration.title"));
  ChipRow chips(context, box);
  if (chips.add("after", app::say("calibration.after"), !before_temperature_) && pressable) {
    before_temperature_ = false;
  }
  if (chips.add("before", app::say("calibration.before"), before_temperature_) && pressable) {
    before_temperature_ = true;
  }
  box.cut_top(chips.height() + kGap12);
  const Plot plot =
      draw_plot(context, box, kPlotHeight, 1, app::say("calibration.x"), app::say("calibration.y"));
  const std::size_t shown = bin_.value_or(fullest(metrics));
  for (std::size_t k = 0; k < kBins; ++k) {
    draw_bar(context, plot, k, metrics.bins()[k]);
    const float left = plot.at(static_cast<float>(k) / kBins, 0).x;
    const float right = plot.at(static_cast<float>(k + 1) / kBins, 0).x;
    const Box column{left, plot.area.y, right - left, plot.area.height};
    ImGui::PushID(static_cast<int>(k));
    const Press press = press_area("bin", column);
    ImGui::PopID();
    if (press.pressed && pressable) bin_ = k;
    if (press.hovered || k == shown) {
      frame(context.theme, column, press.hovered ? colors.muted : colors.line, 2);
    }
  }
  ImGui::GetWindowDrawList()->AddLine(plot.at(0, 0), plot.at(1, 1), colors.muted);
  draw_text(context.theme, box.cut_top(22), Style::kCaption, colors.muted,
            app::say("calibration.counts"));
  draw_counts(context, plot, metrics, box.cut_top(kCountsHeight));
  box.cut_top(kGap8);
  box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.text,
                             app::bin_words(metrics, shown)));
  return box.y - top;
}

float CalibrationPanel::draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                                     Box box, bool pressable) {
  const float top = box.y;
  const Figure after = {app::say("calibration.error"),
                        app::decimals(evaluation.metrics.calibration_error(), 4),
                        app::say("calibration.error-note")};
  const Figure others[] = {
      {app::say("calibration.before"),
       app::decimals(evaluation.uncalibrated.calibration_error(), 4),
       app::say("calibration.before-note")},
      {app::say("calibration.temperature"), app::decimals(double{evaluation.temperature}, 4),
       app::say("calibration.temperature-note")},
      {app::say("calibration.loss"), app::decimals(evaluation.metrics.log_loss(), 4),
       app::say("calibration.loss-note",
                {{"loss", app::decimals(evaluation.uncalibrated.log_loss(), 4)}})},
  };
  box.cut_top(draw_figures(context, after, others, box) + kGap12);
  if (box.width >= kSideBySide) {
    Box right = box;
    const Box left = right.cut_left((box.width - kGap24) / 2);
    right.cut_left(kGap24);
    box.cut_top(std::max(draw_reliability(context, evaluation, left, pressable),
                         RiskCoveragePanel::draw_content(context, evaluation, right)));
  } else {
    box.cut_top(draw_reliability(context, evaluation, box, pressable) + kGap20);
    box.cut_top(RiskCoveragePanel::draw_content(context, evaluation, box));
  }
  return box.y - top;
}

}  // namespace atelier::ui
