// SPDX-License-Identifier: MIT
#include "features/about/panel/about_panel.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/panel/own_data_chips.hpp"
#include "features/data/words.hpp"
#include "features/models/panel/engine_switch.hpp"
#include "features/models/panel/model_switch.hpp"
#include "features/models/panel/own_model_panel.hpp"
#include "features/models/words.hpp"

namespace atelier::ui {
namespace {

constexpr float kTextWidth = 640;  // about 90 characters a line

enum class Below { kNothing, kOwnData, kModelSwitch, kOwnModel, kEngineSwitch };

struct Section {
  std::string heading;
  std::string text;
  Below below = Below::kNothing;
};

std::string data_words(const app::State& state) {
  const app::TestSet& set = state.test_set;
  if (set.error) return app::say("about.unreadable");
  if (!set.complete()) return app::say("about.loading", {{"progress", app::progress_words(state)}});
  const std::string text = app::say("about.images", {{"count", set.loader.view().count()}}) + " ";
  if (set.own) {
    return text +
           app::say("about.own", {{"name", app::data_name(set)}, {"labelled", set.has_labels()}});
  }
  return text +
         (set.loader.is_official_test_set() ? app::say("about.official")
                                            : app::say("about.unofficial")) +
         " " + app::say("about.inflated", {{"time", app::milliseconds(set.decode_ms)}});
}

std::string models_words(const app::State& state) {
  if (state.models.empty()) return app::say("about.no-models");
  std::string text;
  for (const app::ModelInfo& model : state.models) {
    if (model.own) continue;  // it has a section of its own
    text += app::say("about.model", {{"model", model.title},
                                     {"weights", ModelSwitch::size_words(model)},
                                     {"size", app::byte_size(model.bytes)},
                                     {"accuracy", app::exact_percent(model.test_accuracy)}});
    text += "\n";
  }
  return text + app::say("about.models-words");
}

std::string engines_words(const app::State& state) {
  std::string text = app::say("about.engines-words") + " ";
  const app::EngineKind answering = app::answering_engine(state);
  const app::EngineKind other = app::other(answering);
  if (state.engines[answering].phase == app::Engine::Phase::kReady) {
    text += app::say("about.engines-now", {{"answering", app::engine_title(answering)},
                                           {"other", app::engine_title(other)},
                                           {"state", app::engine_state_words(state, other)}});
    text += " ";
  }
  return text + app::agreement_words(state.engines.agreement);
}

std::vector<Section> sections(const app::State& state) {
  using app::say;
  return {
      {say("about.what"), say("about.what-words")},
      {say("about.data"), data_words(state), Below::kOwnData},
      {say("about.models", {{"count", state.models.size()}}), models_words(state),
       Below::kModelSwitch},
      {say("about.own-model"), app::own_model_words(state), Below::kOwnModel},
      {say("about.engines"), engines_words(state), Below::kEngineSwitch},
      {say("about.unknown"), say("about.unknown-words")},
      {say("about.keys"), say("about.keys-words")},
      {say("about.sources"), say("about.sources-words")},
  };
}

}  // namespace

void AboutPanel::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  box = box.inset(context.phone ? kGap16 : kGap28, 0);
  box.cut_top(context.phone ? kGap8 : kGap20);
  draw_text(context.theme, box.cut_top(kTarget), context.phone ? Style::kBodyStrong : Style::kTitle,
            colors.text, app::say("about.title"));
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild("about text", {box.width, box.height});
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  Box text{origin.x, origin.y, std::min(box.width - kGap16, kTextWidth), 10'000};
  for (const Section& section : sections(context.state)) {
    text.cut_top(kGap12);
    draw_text(context.theme, text.cut_top(24), Style::kBodyStrong, colors.text, section.heading);
    text.cut_top(draw_paragraph(context.theme, text, Style::kBody, colors.muted, section.text));
    if (section.below == Below::kNothing) continue;
    text.cut_top(kGap8);
    switch (section.below) {
      case Below::kOwnData: {
        Box row = text.cut_top(kChipHeight);
        OwnDataChips::draw_content(context, row);
        if (row.width < ClassNamesMenu::chip_width(context.theme)) {
          text.cut_top(kGap8);
          row = text.cut_top(kChipHeight);
        }
        class_names_.draw_left(context, row);
        break;
      }
      case Below::kModelSwitch:
        ModelSwitch::draw_chip(context, text.cut_top(kTarget));
        break;
      case Below::kOwnModel:
        text.cut_top(OwnModelPanel::draw_chips(context, text));
        break;
      case Below::kEngineSwitch:
        EngineSwitch::draw_content(context, text.cut_top(kTarget));
        break;
      case Below::kNothing:
        break;
    }
  }
  ImGui::Dummy({1, text.y - origin.y + kGap28});  // tells the window how far it scrolls
  if (touch_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
}

}  // namespace atelier::ui
