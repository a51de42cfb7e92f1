// SPDX-License-Identifier: MIT
#include "features/answer/panel/prediction_panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <string>

#include "app/say.hpp"
#include "app/view.hpp"
#include "features/answer/panel/suggestion_line.hpp"
#include "features/answer/panel/temperature_panel.hpp"
#include "features/answer/words.hpp"
#include "features/explain/change/actions.hpp"
#include "features/explain/change/change.hpp"
#include "features/explain/map/actions.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/map/words.hpp"
#include "features/explain/panel/why_panel.hpp"
#include "features/models/panel/engine_switch.hpp"
#include "features/models/panel/model_switch.hpp"
#include "features/photo/photo.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

struct Lines {
  std::string headline;
  std::string confidence;  // coloured; may be empty
  std::string rest;        // muted, follows the confidence
  ImU32 color;
};

constexpr const char* kDot = " \xC2\xB7 ";

// Of the picture as it is, or, if `altered`, of that one, which is then said.
Lines lines_for(const PanelContext& context, const std::optional<app::Altered>& altered,
                const core::Prediction* shown) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  if (altered && shown == nullptr) return {"...", "", "", colors.muted};
  if (shown == nullptr) {
    if (state.models_error || app::all_engines_failed(state))
      return {app::say("answer.none"), "", app::say("answer.none-reason"), colors.muted};
    const bool can_answer =
        state.engines[app::answering_engine(state)].phase == app::Engine::Phase::kReady;
    const std::string progress = app::progress_words(state);
    if (!can_answer && !progress.empty()) {
      return {app::say("answer.one-moment"), "", progress, colors.muted};
    }
    if (state.input.source != app::InputSource::kNone) return {"...", "", "", colors.muted};
    return {app::say("answer.blank"), "", app::say("answer.invitation"), colors.muted};
  }
  const core::Prediction& prediction = *shown;
  // Nobody has measured how sure a visitor's model may be.
  const app::ModelInfo* model = app::current_model(state);
  const bool measured = !(model != nullptr && model->own) && !state.temperature;
  const app::VerdictWords words = app::verdict_words(prediction, app::answer_names(state));
  const auto label = static_cast<std::size_t>(prediction.label);
  const std::string share = app::percent(prediction.probabilities[label]);
  Lines lines{words.headline, words.confidence_title,
              kDot + (measured ? app::say("answer.calibrated", {{"share", share}}) : share),
              colors.sure};
  std::string within = words.confidence;
  switch (prediction.verdict) {
    case core::Verdict::kBlank:
      if (app::shows_photo(state)) {
        return {app::say("answer.nothing-left"), "", app::say("answer.all-background"),
                colors.muted};
      }
      return {words.headline, "", app::say("answer.draw-bigger"), colors.muted};
    case core::Verdict::kUnfamiliar:
      lines = {words.headline,
               words.doubt.empty() ? app::say("answer.unfamiliar-title") : words.doubt,
               words.doubt.empty() ? std::string() : kDot + share, colors.unsure};
      within = app::say("answer.unfamiliar-within");
      break;
    case core::Verdict::kUnsure:
      lines.rest = kDot + words.doubt + lines.rest;
      lines.color = colors.unsure;
      break;
    case core::Verdict::kAnswer:
      break;
  }
  // What is said of half a drawing would jump with every touch; the bars may.
  if (state.drawing.is_changing() && prediction.verdict != core::Verdict::kAnswer) {
    return {app::say("answer.keep-going"), "", "", colors.muted};
  }
  // That it is not the picture as it is comes first: where there is little room the end is cut.
  if (altered) {
    lines.rest = kDot + within;
    lines.confidence = app::say("answer.altered", {{"kind", altered->word}});
  }
  return lines;
}

void draw_lines(const PanelContext& context, Box box, const Lines& lines, const Style* sizes,
                float headline_height) {
  const Palette& colors = *context.theme.colors;
  const Style headline =
      fitting_style(context.theme, lines.headline, box.width, {sizes[0], sizes[1], sizes[2]});
  draw_text(context.theme, box.cut_top(headline_height), headline, colors.text, lines.headline);
  Box second = box.cut_top(20);
  const float width = text_size(context.theme, Style::kSmallStrong, lines.confidence).x;
  draw_text(context.theme, second, Style::kSmallStrong, lines.color, lines.confidence);
  second.cut_left(width);
  draw_text(context.theme, second, Style::kSmall, colors.muted, lines.rest);
}

// CSS pixels, whole multiples of the image's.
constexpr float kSeenPicture = 112;
constexpr float kSeenPictureNarrow = 84;

// Below, on a phone on its side, the headline needs all that the picture leaves, and what opens the
// explanations goes below.
constexpr float kLeastHead = 240;

constexpr float kCompactHeight = 580;  // below, the column is laid out like a phone's

constexpr Style kWideHeadlines[] = {Style::kAnswer, Style::kTitle, Style::kBodyStrong};
constexpr Style kCompactHeadlines[] = {Style::kTitle, Style::kBodyStrong, Style::kSmallStrong};

// The engine of the answer that is shown, or of the one to come.
std::string engine_words(const app::State& state, bool altered) {
  if (altered) return app::engine_title(app::EngineKind::kAtelierNn);
  if (!state.answer) return app::engine_title(app::answering_engine(state));
  return app::engine_title(state.answer->engine) + kDot +
         app::milliseconds(state.answer->elapsed_ms);
}

// What keeps the wanted engine from answering; empty when it does.
std::string waiting_words(const app::State& state) {
  const app::EngineKind wanted = state.engines.wanted;
  if (app::answering_engine(state) == wanted) return {};
  return app::say("answer.waiting", {{"engine", app::engine_title(wanted)},
                                     {"state", app::engine_state_words(state, wanted)}});
}

// The true class of a sample, with a mark that does not depend on colour.
void draw_label(const PanelContext& context, const Box& box, const core::Prediction* shown) {
  const app::State& state = context.state;
  if (!state.input.label) return;
  const Palette& colors = *context.theme.colors;
  const bool original = app::shows_sample(state);
  const std::string& name = app::label_names(state)[*state.input.label];
  Box rest = box;
  if (original && shown != nullptr && app::current_answer(state) != nullptr) {
    const bool right = shown->label == *state.input.label;
    const Box mark = rest.cut_left(18);
    draw_icon(*ImGui::GetWindowDrawList(), right ? Icon::kCheck : Icon::kCross,
              {mark.x + 7, mark.center().y}, 13, right ? colors.sure : colors.accent);
  }
  draw_text(context.theme, rest, Style::kSmall, colors.text,
            app::say(original ? app::Key("answer.labelled") : app::Key("answer.drawn-over"),
                     {{"name", name}}));
}

// "was Coat, 92.1 %": the answer to the picture before it was altered.
std::string words_before(const app::State& state) {
  const app::Answer* answer = app::current_answer(state);
  if (answer == nullptr) return {};
  const auto label = static_cast<std::size_t>(answer->prediction.label);
  return app::say("answer.was", {{"name", app::answer_names(state)[label]},
                                 {"share", app::percent(answer->prediction.probabilities[label])}});
}

// A bar that can be pressed.
bool choose(const PanelContext& context, std::size_t label, const Box& row, bool chosen) {
  ImGui::PushID(static_cast<int>(label));
  const Press press = press_area("bar", row);
  ImGui::PopID();
  const Box around = row.inset(-6, 1);
  if (chosen) {
    frame(context.theme, around, context.theme.colors->text, kRadius);
  } else if (press.hovered) {
    frame(context.theme, around, context.theme.colors->line, kRadius);
  }
  return press.pressed;
}

// Of the names before the bars: what they need, but not more than the bars can spare.
float names_width(const PanelContext& context, float width) {
  float widest = 0;
  for (const std::string& name : app::answer_names(context.state)) {
    widest = std::max(widest, text_size(context.theme, Style::kSmallStrong, name).x);
  }
  return std::clamp(widest + kGap8, kBarLabelWidth, std::max(kBarLabelWidth, 0.4F * width));
}

std::optional<std::uint8_t> label_unless(std::optional<std::uint8_t> now, std::size_t label) {
  if (now == label) return std::nullopt;
  return static_cast<std::uint8_t>(label);
}

// While it is asked where the network looked, a press on a bar asks about its class, and a second
// one about the answer again; while it is asked what would change its mind, what it shall become,
// and a second one whatever it is not.
void choose_explained(const PanelContext& context, std::size_t label, const Box& row) {
  const app::State& state = context.state;
  if (state.why == app::WhyTopic::kMap) {
    app::ExplanationSettings settings = state.explanation.settings;
    if (!choose(context, label, row, app::explained_label(state) == label)) return;
    settings.label = label_unless(settings.label, label);
    context.actions.push_back(app::Explain{settings});
  } else if (state.why == app::WhyTopic::kChange) {
    app::ChangeSettings settings = state.change.settings;
    if (!choose(context, label, row, settings.target == label)) return;
    const app::Answer* answer = app::current_answer(state);
    const bool is_it = answer != nullptr && answer->prediction.label == static_cast<int>(label);
    settings.target = is_it ? std::nullopt : label_unless(settings.target, label);
    settings.strength.reset();
    context.actions.push_back(app::SetChange{settings});
  }
}

}  // namespace

const core::Prediction* PredictionPanel::shown(const PanelContext& context) const {
  if (altered_) return altered_->prediction ? &*altered_->prediction : nullptr;
  return context.state.answer ? &context.state.answer->prediction : nullptr;
}

void PredictionPanel::glide(const PanelContext& context) {
  const core::Prediction* prediction = shown(context);
  const bool empty = prediction == nullptr || prediction->verdict == core::Verdict::kBlank;
  // After a rest the last frame was long ago, but the bars have not moved since.
  const double elapsed_ms = std::clamp(context.now_ms - last_frame_ms_, 0.0, 34.0);
  last_frame_ms_ = context.now_ms;
  // Reaches 95 % of the way in kBarGlideMs.
  const float step = context.theme.still
                         ? 1.0F
                         : 1.0F - std::exp(-3.0F * static_cast<float>(elapsed_ms) / kBarGlideMs);
  for (std::size_t k = 0; k < lengths_.size(); ++k) {
    const float target = empty ? 0.0F : prediction->probabilities[k];
    const float distance = target - lengths_[k];
    if (std::abs(distance) < 0.002F) {
      lengths_[k] = target;
    } else {
      lengths_[k] += distance * step;
      context.moving = true;
    }
  }
}

void PredictionPanel::draw_bars(const PanelContext& context, const Box& box) {
  const Palette& colors = *context.theme.colors;
  const core::Prediction* prediction = shown(context);
  const bool empty = prediction == nullptr || prediction->verdict == core::Verdict::kBlank;
  const app::Answer* before = altered_ ? app::current_answer(context.state) : nullptr;
  constexpr float kHeads = 16;
  constexpr float kLeastRow = 14;
  // Where there is no room for all, the likeliest come first and the others are left out.
  const float room = box.height - (details_ ? kHeads : 0);
  const auto rows_shown = static_cast<std::size_t>(
      std::clamp(std::floor(room / kLeastRow), 1.0F, static_cast<float>(core::kClassCount)));
  std::array<std::size_t, core::kClassCount> order{};
  std::iota(order.begin(), order.end(), 0U);
  if (rows_shown < order.size() && !empty) {
    const auto ranks = core::ranking(prediction->logits);
    std::copy(ranks.begin(), ranks.end(), order.begin());
  }
  const float row_height = std::min(room / static_cast<float>(rows_shown), 26.0F);
  const bool in_sight = context.state.view == app::View::kDraw;
  // In the narrow column the names make room, as the bars would have none.
  const bool tight = details_ && box.width < kPredictionWidthNarrow;
  const auto caption_width = [&](const std::string& words) {
    return text_size(context.theme, Style::kCaption, words).x;
  };
  const std::string share_words = app::say("answer.probability");
  const std::string logit_words = app::say("answer.logit");
  const float label_width = tight ? 80 : names_width(context, box.width);
  const float share_width = details_ ? std::max(72.0F, caption_width(share_words)) : 64.0F;
  const float logit_width = std::max(46.0F, caption_width(logit_words) + kGap8);
  Box rows = box;
  if (details_) {
    Box heads = rows.cut_top(kHeads);
    draw_text(context.theme, heads.cut_right(share_width), Style::kCaption, colors.muted,
              share_words, Align::kRight);
    draw_text(context.theme, heads.cut_right(logit_width), Style::kCaption, colors.muted,
              logit_words, Align::kRight);
  }
  for (const std::size_t k : std::span(order).first(rows_shown)) {
    Box row = rows.cut_top(row_height);
    if (in_sight) choose_explained(context, k, row);
    const bool top = !empty && static_cast<int>(k) == prediction->label;
    const Style style = top ? Style::kSmallStrong : Style::kSmall;
    const ImU32 ink = empty ? colors.muted : colors.text;
    Box label = row.cut_left(label_width);
    label.cut_right(kGap8);
    draw_text(context.theme, label, style, ink, app::answer_names(context.state)[k]);
    const Box value = row.cut_right(share_width);
    if (details_) {
      const Box logit = row.cut_right(logit_width);
      if (!empty) {
        draw_text(context.theme, logit, Style::kSmall, colors.muted,
                  app::signed_number(prediction->logits[k]), Align::kRight);
      }
    }
    if (!empty) {
      draw_text(context.theme, value, style, top ? colors.text : colors.muted,
                app::percent(prediction->probabilities[k]), Align::kRight);
    }
    bar(context.theme, {row.x, row.center().y - 5, row.width, 10}, lengths_[k],
        top ? colors.accent : colors.bar);
    // How long it was before the picture was altered, if it could be seen.
    const float share = before == nullptr ? 0 : before->prediction.probabilities[k];
    if (share < 0.005F) continue;
    const float x = row.x + row.width * share;
    ImGui::GetWindowDrawList()->AddRectFilled({x - 1, row.center().y - 8},
                                              {x + 1, row.center().y + 8}, colors.text);
  }
}

// At the right end of `line`, which it takes.
void PredictionPanel::draw_details_link(const PanelContext& context, Box& line) {
  const Palette& colors = *context.theme.colors;
  const std::string word = app::say("answer.details");
  const float width = text_size(context.theme, Style::kCaption, word).x + 1;
  const Box words = line.cut_right(width);
  line.cut_right(kGap12);
  if (text_link(context.theme, "details", words, word, details_ ? colors.text : colors.muted)) {
    details_ = !details_;
  }
}

void PredictionPanel::draw_wide(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  ImGui::GetWindowDrawList()->AddRectFilled(box.min(), {box.x + 1, box.bottom()}, colors.line);
  box = box.inset(kGap24, 0);
  box.cut_top(kGap24);
  draw_text(context.theme, box.cut_top(20), Style::kSmallStrong, colors.muted,
            app::say("answer.title"));
  draw_lines(context, box.cut_top(54), lines_for(context, altered_, shown(context)), kWideHeadlines,
             34);
  const Box suggestion = box.cut_top(SuggestionLine::kHeight);
  if (!altered_) SuggestionLine::draw_content(context, suggestion);
  box.cut_top(kGap8);

  const bool narrow = box.width < kPredictionWidth - 2 * kGap24;
  const float side = narrow ? kSeenPictureNarrow : kSeenPicture;
  Box seen = box.cut_top(side);
  const Box picture = seen.cut_left(side);
  ImGui::GetWindowDrawList()->AddRectFilled(picture.min(), picture.max(), colors.cloth, kRadius);
  if (state.input.source != app::InputSource::kNone) {
    seen_.draw(*ImGui::GetWindowDrawList(), picture, kRadius);
  }
  seen.cut_left(narrow ? kGap12 : kGap16);
  const std::string title = altered_ ? app::say("answer.altered-seen", {{"kind", altered_->word}})
                                     : app::say("answer.seen");
  draw_text(context.theme, seen.cut_top(20), Style::kSmall, colors.muted,
            altered_ && narrow ? words_before(state) : title);
  if (!narrow) {
    draw_text(context.theme, seen.cut_top(20), Style::kSmall, colors.muted,
              altered_ ? words_before(state)
                       : app::say("answer.seen-size",
                                  {{"sides", app::sides(core::kSampleSide, core::kSampleSide)}}));
  }
  draw_label(context, seen.cut_bottom(24), shown(context));
  Box why = seen.cut_bottom(kChipHeight);
  WhyPanel::draw_chip(context, why.cut_left(WhyPanel::chip_width(context)));

  box.cut_top(kGap12);
  constexpr float kBars = 260;
  constexpr float kBelow = kGap12 + kChipHeight + kGap4 + 20;  // of the bars: what has answered
  constexpr float kDetails = 2 * kGap12 + TemperaturePanel::kLeastHeight;
  const float room = box.height - kBelow - (details_ ? kDetails : 0);
  draw_bars(context, box.cut_top(details_ ? std::min(kBars, room) : kBars));
  box.cut_top(kGap12);
  ModelSwitch::draw_chip(context, box.cut_top(kChipHeight));
  box.cut_top(kGap4);
  Box line = box.cut_top(20);
  draw_details_link(context, line);
  draw_text(context.theme, line, Style::kSmall, colors.muted,
            engine_words(state, altered_.has_value()));
  if (details_) {
    box.cut_top(kGap12);
    TemperaturePanel::draw_content(context, box);
    return;
  }
  if (box.height < kChipHeight + kGap12 + 24) return;
  box.cut_top(kGap12);
  EngineSwitch::draw_content(context, box.cut_top(kChipHeight));
  draw_text(context.theme, box.cut_top(24), Style::kCaption, colors.muted, waiting_words(state));
}

void PredictionPanel::draw_compact(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  const ImVec2 edge_end =
      context.phone ? ImVec2(box.right(), box.y + 1) : ImVec2(box.x + 1, box.bottom());
  ImGui::GetWindowDrawList()->AddRectFilled(box.min(), edge_end, colors.line);
  box = box.inset(kGap16, kGap8);
  Box head = box.cut_top(64);
  const Box picture = head.cut_right(64);
  head.cut_right(kGap12);
  const float chip = WhyPanel::chip_width(context);
  if (box.width < kLeastHead) {
    WhyPanel::draw_chip(context, box.cut_top(kChipHeight).cut_left(chip));
  } else {
    WhyPanel::draw_chip(context, head.cut_right(chip).middle(kChipHeight));
    head.cut_right(kGap8);
  }
  ImGui::GetWindowDrawList()->AddRectFilled(picture.min(), picture.max(), colors.cloth, kRadius);
  if (state.input.source != app::InputSource::kNone) {
    seen_.draw(*ImGui::GetWindowDrawList(), picture, kRadius);
  }
  draw_lines(context, head.cut_top(46), lines_for(context, altered_, shown(context)),
             kCompactHeadlines, 26);
  // A drawing that another model might read has no label.
  const Box last = head.cut_top(SuggestionLine::kHeight);
  draw_label(context, last, shown(context));
  if (!altered_) SuggestionLine::draw_content(context, last);
  Box caption = box.cut_bottom(16);
  draw_details_link(context, caption);
  ModelSwitch::draw_caption(context, caption, engine_words(state, altered_.has_value()));
  box.cut_top(kGap4);
  if (details_) TemperaturePanel::draw_row(context, box.cut_bottom(TemperaturePanel::kRowHeight));
  if (with_bars_) draw_bars(context, box);
}

Box PredictionPanel::bars_place(Box box) {
  box = box.inset(kGap16, kGap8);
  box.cut_top(64 + kGap12);
  box.cut_bottom(16 + kGap4);
  return box;
}

void PredictionPanel::draw_content(const PanelContext& context, Box box, bool with_bars) {
  with_bars_ = with_bars;
  const app::Input& input = context.state.input;
  altered_ = app::altered_picture(context.state);
  if (altered_) {
    seen_.set(context.textures, altered_->picture, 2 * context.state.version + 1);
  } else if (!input.seen.pixels.empty()) {
    seen_.set(context.textures, input.seen, 2 * input.version);
  }
  glide(context);
  context.grounds.push_back({box, context.theme.colors->surface});
  const bool compact = context.phone || box.height < kCompactHeight;
  compact ? draw_compact(context, box) : draw_wide(context, box);
}

}  // namespace atelier::ui
