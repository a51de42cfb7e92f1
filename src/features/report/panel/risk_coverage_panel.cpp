// SPDX-License-Identifier: MIT
#include "features/report/panel/risk_coverage_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/say.hpp"
#include "features/report/words.hpp"
#include "kit/plot.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kPlotHeight = 260;
constexpr float kLegendRow = 40;

void draw_mark(const PanelContext& context, const Plot& plot, const app::Evaluation::Tally& tally,
               std::size_t count, ImU32 color) {
  if (tally.count == 0) return;
  const float coverage = static_cast<float>(tally.count) / static_cast<float>(count);
  const float risk = static_cast<float>(tally.wrong) / static_cast<float>(tally.count);
  const ImVec2 at = plot.at(coverage, risk);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({at.x, plot.area.bottom()}, at, color);
  list.AddCircleFilled(at, 5, color);
  list.AddCircle(at, 6, context.theme.colors->paper, 0, 2);
}

void draw_legend(const PanelContext& context, Box box, app::Key title,
                 const app::Evaluation::Tally& tally, std::size_t count, ImU32 color) {
  const Box dot = box.cut_left(kGap20);
  ImGui::GetWindowDrawList()->AddCircleFilled({dot.x + 6, dot.y + 9}, 5, color);
  draw_text(context.theme, box.cut_top(18), Style::kSmallStrong, context.theme.colors->text,
            app::say(title));
  draw_text(context.theme, box.cut_top(18), Style::kSmall, context.theme.colors->muted,
            app::tally_words(tally, count));
}

}  // namespace

float RiskCoveragePanel::draw_content(const PanelContext& context,
                                      const app::Evaluation& evaluation, Box box) {
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  draw_text(context.theme, box.cut_top(kChipHeight), Style::kBodyStrong, colors.text,
            app::say("risk.title"));
  if (evaluation.risks.empty()) {
    draw_text(context.theme, box.cut_top(24), Style::kSmall, colors.muted,
              app::say("report.when-done"));
    return box.y - top;
  }
  box.cut_top(
      draw_paragraph(context.theme, box, Style::kSmall, colors.muted, app::say("risk.words")));
  // As far down as the chips of the diagram beside it.
  box.cut_top(std::max(kChipHeight + kGap12 - (box.y - top - kChipHeight), kGap8));
  const float greatest = *std::max_element(evaluation.risks.begin(), evaluation.risks.end());
  const float most = std::max(std::ceil(greatest * 50) / 50, 0.02F);  // even percents
  const Plot plot =
      draw_plot(context, box, kPlotHeight, most, app::say("risk.x"), app::say("risk.y"));
  std::vector<ImVec2> curve;
  for (std::size_t k = 0; k < evaluation.risks.size(); ++k) {
    const float coverage = static_cast<float>(k + 1) / static_cast<float>(evaluation.risks.size());
    curve.push_back(plot.at(coverage, evaluation.risks[k]));
  }
  ImGui::GetWindowDrawList()->AddPolyline(curve.data(), static_cast<int>(curve.size()),
                                          colors.accent, 0, 2);
  const std::size_t count = evaluation.metrics.count();
  const app::Evaluation::Tally& answer = evaluation.of(core::Verdict::kAnswer);
  const app::Evaluation::Tally both = app::operator+(answer, evaluation.of(core::Verdict::kUnsure));
  draw_mark(context, plot, both, count, colors.unsure);
  draw_mark(context, plot, answer, count, colors.sure);
  box.cut_top(kGap12);
  draw_legend(context, box.cut_top(kLegendRow), "risk.answer", answer, count, colors.sure);
  draw_legend(context, box.cut_top(kLegendRow), "risk.unsure", both, count, colors.unsure);
  const app::Evaluation::Tally all{count, count - evaluation.metrics.correct()};
  draw_legend(context, box.cut_top(kLegendRow), "risk.all", all, count, colors.muted);
  return box.y - top;
}

}  // namespace atelier::ui
