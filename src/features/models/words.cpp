// SPDX-License-Identifier: MIT
#include "features/models/words.hpp"

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/models/events.hpp"

namespace atelier::app {

std::string reader_words(const State& state) {
  const ModelInfo* model = current_model(state);
  if (model == nullptr) return say("model.none");
  if (model->own) return say("model.own", {{"model", model->title}});
  if (!chooses_by_input(state)) {
    return say("model.current",
               {{"model", model->id}, {"weights", short_count(model->parameters)}});
  }
  return state.input.source == InputSource::kNone
             ? say("model.automatic")
             : say("model.read-by", {{"model", model_name(*model)}});
}

std::string automatic_words(const ModelInfo& model) {
  return say("text.read-by", {{"model", model_name(model)}, {"line", model_words(model)}});
}

std::string size_words(const ModelInfo& model) {
  return say("model.weights",
             {{"weights", short_count(model.parameters)}, {"operations", short_count(model.macs)}});
}

std::string model_words(const ModelInfo& model) {
  const std::string size = byte_size(model.bytes);
  if (model.own) return say("text.own-model-line", {{"size", size}});
  return say("text.model-line", {{"weights", model.parameters},
                                 {"operations", model.macs},
                                 {"size", size},
                                 {"accuracy", exact_percent(model.test_accuracy)}});
}

std::string own_model_refusal(const OwnModel& own) {
  const std::string sentence = error_words(own.error->code);
  return own.refused_title.empty()
             ? sentence
             : say("data.refused", {{"file", own.refused_title}, {"reason", sentence}});
}

std::string opening_words(const OwnModel::Opening& opening) {
  const Transfer& progress = opening.progress;
  const bool counts = progress.bytes_total > 0;
  const auto in_bytes = [&](Key key) {
    return say(key, {{"model", opening.title},
                     {"received", byte_size(progress.bytes_received)},
                     {"total", byte_size(progress.bytes_total)}});
  };
  switch (opening.step) {
    case OpeningStep::kFile:
      return counts ? in_bytes("opening.file-part")
                    : say("opening.file", {{"model", opening.title}});
    case OpeningStep::kEngine:
      return counts && progress.bytes_received < progress.bytes_total
                 ? in_bytes("opening.engine")
                 : say("opening.engine-starts", {{"model", opening.title}});
    case OpeningStep::kTrial:
      return counts ? say("opening.trial-part", {{"model", opening.title},
                                                 {"done", progress.bytes_received},
                                                 {"count", progress.bytes_total}})
                    : say("opening.trial", {{"model", opening.title}});
  }
  return {};
}

std::string reading_words(Reading reading) {
  const std::string text = reading.range == PixelRange::kStandardised ? say("reading.standardised")
                                                                      : range_label(reading.range);
  return reading.inverted ? say("reading.inverted", {{"range", text}}) : text;
}

std::string range_label(PixelRange range) {
  switch (range) {
    case PixelRange::k255:
      return say("reading.range-255");
    case PixelRange::kUnit:
      return say("reading.range-unit");
    case PixelRange::kSymmetric:
      return say("reading.range-symmetric");
    case PixelRange::kStandardised:
      return say("reading.range-standardised");
  }
  return "";
}

std::string score_words(const OwnModel& own) {
  const ReadingScore& score = own.scores[own.reading.number()];
  return say(
      "own-model.score",
      {{"reading", reading_words(own.reading)}, {"right", score.right}, {"tried", score.tried}});
}

std::string news_words(const State& state) {
  const ModelInfo* model = find_model(state, kOwnModelId);
  if (model == nullptr) return {};
  return say("own-model.news", {{"model", model->title}, {"score", score_words(state.own_model)}});
}

std::string own_model_words(const State& state) {
  const ModelInfo* model = find_model(state, kOwnModelId);
  if (model == nullptr) {
    return say("own-model.invitation", {{"size", byte_size(kLargestModelBytes)}});
  }
  return say("own-model.words", {{"model", model->title},
                                 {"size", byte_size(model->bytes)},
                                 {"form", state.own_model.form},
                                 {"score", score_words(state.own_model)}});
}

}  // namespace atelier::app
