// SPDX-License-Identifier: MIT
#include "features/models/outline.hpp"

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/models/words.hpp"

namespace atelier::app::models {

void outline_news(Outline& out, const State& state) {
  const OwnModel& own = state.own_model;
  std::string words = own.is_news ? news_words(state) : std::string();
  if (own.error) words = own_model_refusal(own);
  if (own.opening) words = opening_words(*own.opening);
  out.alert("own-model-news", words);
  if (own.opening) {
    const Transfer& done = own.opening->progress;
    if (done.bytes_total > 0) {
      out.progress("own-model-progress", say("text.opening"),
                   static_cast<float>(done.bytes_received) / static_cast<float>(done.bytes_total));
    }
    out.button("own-model-cancel", say("common.cancel"), ActionText("cancel-opening"));
    return;
  }
  if (!words.empty()) {
    out.button("own-model-dismiss", say("common.dismiss"), ActionText("dismiss-model-news"));
  }
  if (own.error) {
    out.button("own-model-other", say("common.open-another"), Opener::kModel);
    out.copier("own-model-copy", say("common.copy-details"),
               std::string(core::name(own.error->code)) + ": " + own.error->detail);
  }
}

void outline(Outline& out, const State& state) {
  const bool automatic = chooses_by_input(state);
  Node& choice = out.choice("model-choice", say("text.model"),
                            automatic ? std::nullopt : std::optional(state.engines.model_id),
                            ActionText("select-model").place("id"));
  if (drawing_reader(state) != nullptr) {
    choice.option(OutlineOption::of(say("model.automatic"), nullptr));
  }
  for (const ModelInfo& model : state.models) {
    choice.option(OutlineOption::of(model.title, model.id));
  }
  choice.unless(state.models.empty(), say("text.loading"));
  const ModelInfo* model = current_model(state);
  out.line("model-line", model == nullptr ? say("text.loading")
                         : automatic      ? automatic_words(*model)
                                          : model_words(*model));
  out.button("open-model", say("text.open-model"), Opener::kModel);
}

void outline_engines(Outline& out, const State& state) {
  Node& choice = out.choice("engine-choice", say("text.engine"), name(state.engines.wanted),
                            ActionText("select-engine").place("engine"));
  const EngineKind answering = answering_engine(state);
  const Answer* answer = current_answer(state);
  std::string line = engine_title(answer == nullptr ? answering : answer->engine);
  if (answer != nullptr) {
    line = say("text.engine-time", {{"engine", line}, {"time", milliseconds(answer->elapsed_ms)}});
  }
  bool failed = false;
  for (const EngineKind kind : {EngineKind::kOrtWeb, EngineKind::kAtelierNn}) {
    choice.option(OutlineOption::of(engine_title(kind), name(kind)));
    failed = failed || state.engines[kind].phase == Engine::Phase::kFailed;
    const std::string how = engine_state_words(state, kind);
    const bool missing = state.engines[kind].phase != Engine::Phase::kReady && !how.empty();
    if (kind != answering && missing) {
      line = say("text.engine-missing",
                 {{"line", line}, {"engine", engine_title(kind)}, {"state", how}});
    }
  }
  out.line("engine-line", line);
  if (failed) out.button("engine-retry", say("common.retry"), ActionText("retry"));
}

void outline_own(Outline& out, const State& state) {
  const OwnModel& own = state.own_model;
  if (find_model(state, kOwnModelId) == nullptr) return;
  Node& choice = out.choice(
      "own-model-range", say("text.reads"), name(own.reading.range),
      ActionText("read-own-model").place("range").with("inverted", own.reading.inverted));
  for (const PixelRange range :
       {PixelRange::k255, PixelRange::kUnit, PixelRange::kSymmetric, PixelRange::kStandardised}) {
    if (own.scores[Reading{range, own.reading.inverted}.number()].tried == 0) continue;
    choice.option(OutlineOption::of(range_label(range), name(range)));
  }
  out.toggle("own-model-inverted", say("own-model.inverted"), own.reading.inverted,
             ActionText("read-own-model").with("range", name(own.reading.range)).place("inverted"));
}

}  // namespace atelier::app::models
