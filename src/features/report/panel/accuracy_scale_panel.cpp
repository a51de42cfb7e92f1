// SPDX-License-Identifier: MIT
#include "features/report/panel/accuracy_scale_panel.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/published_results.hpp"
#include "features/report/words.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kRowHeight = 28;
constexpr float kNameWidth = 250;
constexpr float kNumberWidth = 64;
constexpr float kMargin = 0.01F;  // of accuracy, on both sides of the scale

struct Mark {
  std::string name;
  double accuracy;
  bool own;
};

}  // namespace

float AccuracyScalePanel::draw_content(const PanelContext& context,
                                       const app::Evaluation& evaluation, Box box) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float top = box.y;
  const core::Metrics& metrics = evaluation.metrics;
  std::vector<Mark> marks = {{app::evaluation_title(evaluation), metrics.accuracy(), true},
                             {app::say("scale.people"), app::kHumanLevel.accuracy, false}};
  const app::Neighbourhood near = app::nearest_published(metrics.accuracy());
  for (const auto* results : {&near.better, &near.others}) {
    for (const app::PublishedResult& result : *results) {
      marks.push_back({std::string(result.name), result.accuracy, false});
    }
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.accuracy > b.accuracy; });
  const auto least = static_cast<float>(marks.back().accuracy) - kMargin;
  const auto most = static_cast<float>(marks.front().accuracy) + kMargin;

  draw_text(context.theme, box.cut_top(kChipHeight), Style::kBodyStrong, colors.text,
            app::say("scale.title"));
  for (const Mark& mark : marks) {
    Box row = box.cut_top(kRowHeight);
    const ImU32 ink = mark.own ? colors.accent : colors.text;
    draw_text(context.theme, row.cut_left(std::min(kNameWidth, row.width * 0.58F)),
              mark.own ? Style::kSmallStrong : Style::kSmall, ink, mark.name);
    draw_text(context.theme, row.cut_right(kNumberWidth),
              mark.own ? Style::kSmallStrong : Style::kSmall, ink,
              app::exact_percent(mark.accuracy), Align::kRight);
    row = row.inset(kGap12, 0);
    const auto place = [&](double accuracy) {
      return row.x + row.width * (static_cast<float>(accuracy) - least) / (most - least);
    };
    const float middle = row.center().y;
    list.AddRectFilled({row.x, middle - 1}, {row.right(), middle + 1}, colors.line, 1);
    if (mark.own) {
      const core::Interval interval = core::wilson_interval(metrics.correct(), metrics.count());
      list.AddRectFilled({std::max(place(interval.low), row.x), middle - 3},
                         {std::min(place(interval.high), row.right()), middle + 3},
                         colors.accent_soft, 3);
    }
    list.AddCircleFilled({place(mark.accuracy), middle}, mark.own ? 5.0F : 4.0F,
                         mark.own ? colors.accent : colors.muted);
  }
  box.cut_top(kGap4);
  box.cut_top(
      draw_paragraph(context.theme, box, Style::kCaption, colors.muted, app::say("scale.sources")));
  return box.y - top;
}

}  // namespace atelier::ui
