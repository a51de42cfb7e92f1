// SPDX-License-Identifier: MIT
#include "features/models/words.hpp"

#include "features/answer/words.hpp"

namespace atelier::app {

std::string size_words(const ModelInfo& model) {
  return short_count(model.parameters) + " weights \xC2\xB7 " + short_count(model.macs) +
         " multiply-adds";
}

std::string model_words(const ModelInfo& model) {
  if (model.own) return "your own model, " + byte_size(model.bytes);
  return grouped(model.parameters) + " weights, " + grouped(model.macs) +
         " multiply-adds an image, " + byte_size(model.bytes) + ", " +
         exact_percent(model.test_accuracy) + " of the test set right";
}

std::string own_model_refusal(const OwnModel& own) {
  const std::string sentence(core::sentence(own.error->code));
  return own.refused_title.empty() ? sentence : own.refused_title + ": " + sentence;
}

std::string opening_words(const OwnModel::Opening& opening) {
  const Transfer& progress = opening.progress;
  const std::string text = "Opening " + opening.title + ": ";
  const bool counts = progress.bytes_total > 0;
  switch (opening.step) {
    case OpeningStep::kFile:
      if (!counts) return text + "reading the file";
      return text + "reading the file, " + byte_size(progress.bytes_received) + " of " +
             byte_size(progress.bytes_total);
    case OpeningStep::kEngine:
      if (!counts || progress.bytes_received >= progress.bytes_total) {
        return text + "starting it in ONNX Runtime Web";
      }
      return text + "loading ONNX Runtime Web, " + byte_size(progress.bytes_received) + " of " +
             byte_size(progress.bytes_total);
    case OpeningStep::kTrial:
      if (!counts) return text + "finding out how it reads pixels";
      return text + "finding out how it reads pixels, " + grouped(progress.bytes_received) +
             " of " + grouped(progress.bytes_total) + " images";
  }
  return text;
}

std::string reading_words(Reading reading) {
  std::string text(range_label(reading.range));
  if (reading.range == PixelRange::kStandardised) text = "mean 0.2860, deviation 0.3530";
  return reading.inverted ? text + ", inverted" : text;
}

std::string_view range_label(PixelRange range) {
  switch (range) {
    case PixelRange::k255:
      return "0 to 255";
    case PixelRange::kUnit:
      return "0 to 1";
    case PixelRange::kSymmetric:
      return "-1 to 1";
    case PixelRange::kStandardised:
      return "Standardised";
  }
  return "";
}

std::string score_words(const OwnModel& own) {
  const ReadingScore& score = own.scores[own.reading.number()];
  return "It reads pixels as " + reading_words(own.reading) + ", and so names " +
         grouped(score.right) + " of " + grouped(score.tried) + " test images right.";
}

std::string news_words(const State& state) {
  const ModelInfo* model = find_model(state, kOwnModelId);
  if (model == nullptr) return {};
  return model->title + " answers now. " + score_words(state.own_model) +
         " That was found by trying; you can change it.";
}

std::string own_model_words(const State& state) {
  const ModelInfo* model = find_model(state, kOwnModelId);
  if (model == nullptr) {
    return "Drop a .onnx file anywhere on this page, or open one of up to " +
           byte_size(kLargestModelBytes) +
           ": it answers here as the page's own networks do, and never leaves this browser. It "
           "takes images of 28 \xC3\x97 28 and gives ten numbers; how it reads pixels is found "
           "out.";
  }
  return model->title + ", " + byte_size(model->bytes) + ": takes " + state.own_model.form + ". " +
         score_words(state.own_model);
}

}  // namespace atelier::app
