// SPDX-License-Identifier: MIT
#include "features/snapshot.hpp"

#include "app/json_writer.hpp"
#include "app/names.hpp"
#include "features/answer/suggestion.hpp"
#include "features/answer/words.hpp"
#include "features/data/words.hpp"
#include "features/draw/steps.hpp"
#include "features/explain/alteration_snapshot.hpp"
#include "features/explain/inside/snapshot.hpp"
#include "features/explain/map/words.hpp"
#include "features/explain/neighbours/words.hpp"
#include "features/photo/photo.hpp"
#include "features/report/snapshot.hpp"

namespace atelier::app {
namespace {

void write_error(JsonWriter& json, std::string_view key, const core::Error* error) {
  json.key(key);
  if (error == nullptr) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("code").value(core::name(error->code));
  json.key("message").value(core::sentence(error->code));
  json.key("detail").value(error->detail);
  json.end_object();
}

void write_names(JsonWriter& json, const ClassNames& names) {
  json.key("class_names").begin_array();
  for (const std::string& each : names) json.value(each);
  json.end_array();
}

void write_dataset(JsonWriter& json, const TestSet& set) {
  json.key("dataset").begin_object();
  json.key("name").value(data_name(set));
  json.key("own").value(set.own.has_value());
  json.key("labelled").value(set.has_labels());
  json.key("count").value(static_cast<std::uint64_t>(set.loader.view().count()));
  json.key("verified").value(set.complete() && set.loader.is_official_test_set());
  json.key("bytes").value(set.images.bytes_received + set.labels.bytes_received);
  json.key("bytes_total").value(set.images.bytes_total + set.labels.bytes_total);
  json.key("decode_ms").value(set.decode_ms);
  write_names(json, set.class_names);
  json.end_object();
}

void write_model(JsonWriter& json, const State& state) {
  const ModelInfo* model = current_model(state);
  json.key("model").begin_object();
  json.key("id").value(state.engines.model_id);
  json.key("parameters").value(model == nullptr ? 0U : model->parameters);
  json.key("engine").value(name(answering_engine(state)));
  write_names(json, answer_names(state));
  json.end_object();
}

void write_models(JsonWriter& json, const State& state) {
  json.key("models").begin_array();
  for (const ModelInfo& model : state.models) {
    json.begin_object();
    json.key("id").value(model.id);
    json.key("title").value(model.title);
    json.key("parameters").value(model.parameters);
    json.key("macs").value(model.macs);
    json.key("bytes").value(model.bytes);
    json.key("test_accuracy").value(model.test_accuracy);
    json.key("reads_drawings").value(model.reads_drawings);
    json.end_object();
  }
  json.end_array();
}

void write_engines(JsonWriter& json, const State& state) {
  json.key("engines").begin_array();
  for (const EngineKind kind : {EngineKind::kAtelierNn, EngineKind::kOrtWeb}) {
    const Engine& engine = state.engines[kind];
    json.begin_object();
    json.key("name").value(name(kind));
    json.key("phase").value(name(engine.phase));
    json.key("bytes").value(engine.transfer.bytes_received);
    json.key("bytes_total").value(engine.transfer.bytes_total);
    write_error(json, "error", engine.error ? &*engine.error : nullptr);
    json.end_object();
  }
  json.end_array();
  json.key("agreement").begin_object();
  json.key("inputs").value(state.engines.agreement.inputs);
  json.key("largest_difference").value(state.engines.agreement.largest_difference);
  json.end_object();
}

void write_input(JsonWriter& json, const State& state) {
  const Input& input = state.input;
  json.key("input").begin_object();
  json.key("source").value(name(input.source));
  json.key("index");
  input.index ? json.value(*input.index) : json.null();
  json.key("label");
  input.label ? json.value(*input.label) : json.null();
  json.key("pixels").begin_array();
  for (const std::uint8_t pixel : input.seen.pixels) json.value(pixel);
  json.end_array();
  json.key("original");
  if (const auto original = shown_original(state)) {
    json.begin_object();
    json.key("width").value(static_cast<std::uint32_t>(original->width));
    json.key("height").value(static_cast<std::uint32_t>(original->height));
    json.end_object();
  } else {
    json.null();
  }
  json.end_object();
}

void write_prediction(JsonWriter& json, const Answer* answer, const ClassNames& names) {
  json.key("prediction");
  if (answer == nullptr) {
    json.null();
    return;
  }
  const core::Prediction& prediction = answer->prediction;
  json.begin_object();
  json.key("label").value(static_cast<std::uint64_t>(prediction.label));
  json.key("name").value(names[static_cast<std::size_t>(prediction.label)]);
  json.key("logits").begin_array();
  for (const float logit : prediction.logits) json.value(logit);
  json.end_array();
  json.key("probabilities").begin_array();
  for (const float probability : prediction.probabilities) json.value(probability);
  json.end_array();
  json.key("verdict").value(name(prediction.verdict));
  json.key("words").value(verdict_words(prediction, names).headline);
  json.key("ms").value(answer->elapsed_ms);
  json.key("engine").value(name(answer->engine));
  json.end_object();
}

void write_suggestion(JsonWriter& json, const State& state) {
  json.key("suggestion");
  const auto offered = suggestion(state);
  if (!offered) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("model").value(offered->model_id);
  json.key("words").value(offered->words);
  json.key("use").value(offered->use);
  json.end_object();
}

void write_temperature(JsonWriter& json, const State& state) {
  json.key("temperature").begin_object();
  json.key("shown").value(shown_temperature(state));
  json.key("calibrated").value(calibrated_temperature(state));
  json.end_object();
}

void write_preprocessing(JsonWriter& json, const State& state) {
  json.key("preprocessing").begin_object();
  json.key("off").begin_array();
  for (std::size_t k = 0; k < core::kStepCount; ++k) {
    if (skipped_steps(state)[k]) json.value(name(static_cast<core::StepId>(k)));
  }
  json.end_array();
  json.key("steps").begin_array();
  for (std::size_t k = 0; shows_steps(state) && k < state.steps.steps.size(); ++k) {
    const core::Step& step = state.steps.steps[k];
    const auto answer = step_answer(state, k, true);
    json.begin_object();
    json.key("step").value(name(step.id));
    json.key("title").value(step_title(step.id));
    json.key("on");
    core::can_skip(step.id) ? json.value(!step.skipped) : json.null();
    json.key("words").value(step_words(state, step));
    json.key("label");
    answer ? json.value(static_cast<std::uint64_t>(answer->label)) : json.null();
    json.key("probability");
    answer ? json.value(answer->probability) : json.null();
    json.end_object();
  }
  json.end_array().end_object();
}

void write_photo(JsonWriter& json, const State& state) {
  const Photo& photo = state.photo;
  json.key("photo").begin_object();
  json.key("opening").value(photo.opening);
  write_error(json, "error", photo.error ? &*photo.error : nullptr);
  const std::string refusal = photo_refusal(photo);
  json.key("words").value(refusal.empty() ? photo_advice(state) : std::string_view(refusal));
  json.key("shown").value(shows_photo(state));
  json.key("name");
  if (!photo.there()) {
    json.null();
    json.end_object();
    return;
  }
  const auto number = [&](int value) { json.value(static_cast<std::uint32_t>(value)); };
  json.value(photo.name);
  json.key("width");
  number(photo.image.width);
  json.key("height");
  number(photo.image.height);
  const core::Rect part = chosen_part(photo);
  json.key("crop").begin_array();
  for (const int edge : {part.x, part.y, part.width, part.height}) number(edge);
  json.end_array();
  json.key("background_tolerance").value(photo.options.background_tolerance);
  json.key("trim_tolerance").value(photo.options.trim_tolerance);
  json.key("sharpening").value(photo.options.sharpening);
  json.key("resampling").value(name(photo.options.resampling));
  json.end_object();
}

void write_explanation(JsonWriter& json, const State& state) {
  const ExplanationSettings& settings = state.explanation.settings;
  json.key("explanation");
  if (!settings.method) {
    json.null();
    return;
  }
  const auto label = explained_label(state);
  const ShownMap map = shown_map(state).value_or(ShownMap{});
  json.begin_object();
  json.key("method").value(name(*settings.method));
  json.key("label");
  label ? json.value(*label) : json.null();
  json.key("patch").value(static_cast<std::uint32_t>(settings.patch));
  json.key("stride").value(static_cast<std::uint32_t>(settings.stride));
  json.key("strength").value(settings.strength);
  json.key("rows").value(static_cast<std::uint32_t>(map.rows));
  json.key("columns").value(static_cast<std::uint32_t>(map.columns));
  json.key("values").begin_array();
  for (const float value : map.values) json.value(value);
  json.end_array();
  json.key("largest").value(map.largest);
  json.key("bias").value(map.bias);
  json.key("words").value(explanation_words(state));
  json.end_object();
}

void write_neighbours(JsonWriter& json, const State& state) {
  json.key("neighbours");
  if (state.why != WhyTopic::kNeighbours) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("nearest").begin_array();
  for (const core::Neighbour& each : shown_neighbours(state)) {
    json.begin_object();
    json.key("number").value(each.number);
    json.key("label").value(each.label);
    json.key("degrees").value(each.degrees);
    json.key("pictured").value(!training_picture(state, each).empty());
    json.end_object();
  }
  json.end_array();
  const bool known = !shown_neighbours(state).empty();
  json.key("ms");
  known ? json.value(state.neighbours.found->elapsed_ms) : json.null();
  json.key("headline").value(neighbour_headline(state));
  json.key("words").value(neighbour_words(state));
  json.end_object();
}

void write_explore(JsonWriter& json, const State& state) {
  const ExploreFilter& filter = state.explore.filter;
  json.key("explore").begin_object();
  json.key("filter").begin_object();
  json.key("label");
  filter.label ? json.value(*filter.label) : json.null();
  json.key("prediction");
  filter.prediction ? json.value(*filter.prediction) : json.null();
  json.key("right");
  filter.right ? json.value(*filter.right) : json.null();
  json.key("verdict");
  filter.verdict ? json.value(name(*filter.verdict)) : json.null();
  json.key("confidence").begin_array();
  json.value(filter.least_confidence).value(filter.most_confidence).end_array();
  json.key("sort").value(name(filter.sort));
  json.end_object();
  json.key("count").value(static_cast<std::uint64_t>(state.explore.indices.size()));
  json.key("needs_evaluation").value(explore_lacks_answers(state));
  json.end_object();
}

void write_votes(JsonWriter& json, const LabelVotes& votes) {
  json.key("votes").begin_object();
  json.key("kept").value(votes.kept);
  json.key("by_image").begin_object();
  for (const auto& [index, vote] : votes.by_image) {
    json.key(std::to_string(index)).value(vote == Vote::kAgree ? "agree" : "disagree");
  }
  json.end_object().end_object();
}

void write_own_data(JsonWriter& json, const State& state) {
  const OwnData& data = state.own_data;
  json.key("own_data").begin_object();
  write_error(json, "error", data.error ? &*data.error : nullptr);
  const std::string words = data.error ? own_data_refusal(data) : own_data_news(state);
  json.key("words").value(words);
  json.end_object();
}

void write_own_model(JsonWriter& json, const State& state) {
  const OwnModel& own = state.own_model;
  const ModelInfo* model = find_model(state, kOwnModelId);
  json.key("own_model").begin_object();
  json.key("opening");
  own.opening ? json.value(name(own.opening->step)) : json.null();
  write_error(json, "error", own.error ? &*own.error : nullptr);
  json.key("title");
  if (model == nullptr) {
    json.null();
    json.end_object();
    return;
  }
  const ReadingScore& score = own.scores[own.reading.number()];
  json.value(model->title);
  json.key("form").value(own.form);
  json.key("range").value(name(own.reading.range));
  json.key("inverted").value(own.reading.inverted);
  json.key("right").value(std::uint64_t{score.right});
  json.key("tried").value(std::uint64_t{score.tried});
  json.end_object();
}

}  // namespace

std::string snapshot_json(const State& state, std::uint64_t frames) {
  JsonWriter json;
  json.begin_object();
  json.key("phase").value(name(phase(state)));
  write_error(json, "error", current_error(state));
  write_error(json, "notice", notice(state));
  write_dataset(json, state.test_set);
  write_model(json, state);
  write_models(json, state);
  write_engines(json, state);
  json.key("view").value(name(state.view));
  write_input(json, state);
  write_prediction(json, current_answer(state), answer_names(state));
  write_suggestion(json, state);
  write_temperature(json, state);
  write_preprocessing(json, state);
  write_photo(json, state);
  json.key("trace");
  state.trace ? json.value(*state.trace) : json.null();
  json.key("why");
  state.why ? json.value(name(*state.why)) : json.null();
  write_explanation(json, state);
  write_neighbours(json, state);
  write_inside(json, state);
  write_change(json, state);
  write_stress(json, state);
  write_explore(json, state);
  json.key("report");
  write_report(json, state);
  write_own_model(json, state);
  write_own_data(json, state);
  write_votes(json, state.votes);
  json.key("frames").value(frames);
  json.end_object();
  return json.text();
}

}  // namespace atelier::app
