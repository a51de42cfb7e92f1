// SPDX-License-Identifier: MIT
// app/events.hpp: what comes back from the world through the ports. The bridge appends events as
// they arrive and has them drained before each frame, and as soon as one completes a request.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/engine_kind.hpp"
#include "app/token.hpp"
#include "core/data_file.hpp"
#include "core/names.hpp"
#include "core/neighbour_index.hpp"
#include "core/pair_search.hpp"
#include "core/result.hpp"
#include "features/data/originals.hpp"
#include "features/models/model_info.hpp"
#include "features/models/reading.hpp"
#include "nn/layer_maps.hpp"

namespace atelier::app {

enum class DatasetFile { kLabels, kImages };
ATELIER_NAMES(DatasetFile, "labels", "images");

struct DatasetFileStarted {
  DatasetFile file{};
  std::uint64_t bytes_total{};  // 0: the server did not say
};
struct DatasetFileChunk {
  DatasetFile file{};
  std::vector<std::byte> bytes;
};
struct DatasetFileEnded {
  DatasetFile file{};
};
struct DatasetFileFailed {
  DatasetFile file{};
  core::Error error;
};

struct ModelsListed {
  std::vector<ModelInfo> models;
  std::string default_id;
};
struct ModelsFailed {
  core::Error error;
};

// Bytes of the engine, where it is not a part of the page, and of the model together.
struct EngineProgress {
  EngineKind engine{};
  std::uint64_t bytes_received{};
  std::uint64_t bytes_total{};
};

struct ModelLoaded {
  Token token{};
};
struct ModelFailed {
  Token token{};
  core::Error error;
};

struct Classified {
  Token token{};
  std::array<float, 10> logits{};
  double elapsed_ms{};  // inside the engine, without the way there and back
};
struct ClassifyFailed {
  Token token{};
  core::Error error;
};

// Where the network looked, for all classes: [10, rows, columns], in units of the logit. bias: what
// the means of the activation map lack to the logits; 0 of other maps.
struct Explained {
  Token token{};
  int rows{}, columns{};
  std::vector<float> values;
  std::array<float, 10> bias{};
};
struct ExplainFailed {
  Token token{};
  core::Error error;
};

// The training images that lie closest: what is told of them on the way, and their pictures.
struct NeighboursProgress {
  std::uint64_t bytes_received{};
  std::uint64_t bytes_total{};
};
struct NeighboursFound {
  Token token{};
  std::vector<core::Neighbour> nearest;  // the closest first
  double elapsed_ms{};                   // of the network and the search
};
struct NeighboursFailed {
  Token token{};
  core::Error error;
};
struct TrainingPictures {
  Token token{};
  std::vector<std::uint8_t> pixels;  // 784 each, of a whole piece
};
struct TrainingPicturesFailed {
  Token token{};
  core::Error error;
};

// What the layers make of the picture, from the first to the last; none if there is no network.
struct LayersRead {
  Token token{};
  std::vector<nn::LayerMaps> layers;
  nn::Filters filters;  // of the first layer
};

// The picture at each strength from 0 to kMostStrength, 784 pixels and ten logits each; both empty
// if there is no network.
struct ChangesFound {
  Token token{};
  std::vector<std::uint8_t> images;
  std::vector<float> logits;
};

// Ten logits for each image of a batch; none if there is no network.
struct BatchClassified {
  Token token{};
  std::vector<float> logits;
};

// Ten logits each for test images first, first + 1, ...; in any order, each image once.
struct EvaluationLogits {
  Token token{};
  std::uint32_t first{};
  std::vector<float> logits;
};
struct EvaluationDone {
  Token token{};
  std::uint32_t workers{};  // that shared the work
};
struct EvaluationFailed {
  Token token{};
  core::Error error;
};

// A file of the visitor's is being opened, as a model.
struct OwnModelOpening {
  std::string title;
};
enum class OpeningStep { kFile, kEngine, kTrial };
ATELIER_NAMES(OpeningStep, "file", "engine", "trial");
// Bytes of the file or the engine, images of the trial.
struct OwnModelProgress {
  OpeningStep step{};
  std::uint64_t done{};
  std::uint64_t total{};  // 0: not known
};
// How many of the images tried a reading names right.
struct ReadingScore {
  std::uint32_t right{};
  std::uint32_t tried{};  // 0: the model cannot be read so
};
using ReadingScores = std::array<ReadingScore, kReadingCount>;  // by Reading::number()
struct OwnModelReady {
  std::string title;
  std::string form;  // "float32 [N, 1, 28, 28], gives logits"
  std::uint64_t bytes{};
  Reading reading;
  ReadingScores scores;
  std::string sha256{};  // of the file, 64 digits; empty where the browser cannot tell
};
// The file cannot be used; a model that was there before is there still.
struct OwnModelRefused {
  core::Error error;
};
// The model that was ready answers no more.
struct OwnModelLost {
  core::Error error;
};

// The search for close pairs of test images.
struct PairsProgress {
  Token token{};
  float share{};  // of the work that is done, 0..1
};
struct PairsFound {
  Token token{};
  std::vector<core::Pair> pairs;  // the closest first
};
struct PairsFailed {
  Token token{};
  core::Error error;
};

// What the page was told to remember on an earlier visit.
struct SettingLoaded {
  std::string key;
  std::string value;
};

// A photo of the visitor's is being read; it comes as OpenPhoto or is refused.
struct PhotoOpening {};
struct PhotoRefused {
  std::string name;  // of the file; empty: of none
  core::Error error;
};

// Files of images or labels that a visitor has brought together, read already.
struct OwnFile {
  std::string name;
  std::shared_ptr<const core::DataFile> file;  // shared: an event is copied, its images are not
};
struct OwnPicture {
  std::string name;
  std::vector<std::uint8_t> sample;  // 28 x 28
};
struct OwnDataDropped {
  std::vector<OwnFile> files;
  std::vector<OwnPicture> pictures;
  Originals originals;  // of the pictures
};
// None of them can be used, because this one cannot.
struct OwnDataRefused {
  std::string name;
  core::Error error;
};

using Event =
    std::variant<DatasetFileStarted, DatasetFileChunk, DatasetFileEnded, DatasetFileFailed,
                 ModelsListed, ModelsFailed, EngineProgress, ModelLoaded, ModelFailed, Classified,
                 ClassifyFailed, Explained, ExplainFailed, NeighboursProgress, NeighboursFound,
                 NeighboursFailed, TrainingPictures, TrainingPicturesFailed, LayersRead,
                 ChangesFound, BatchClassified, EvaluationLogits, EvaluationDone, EvaluationFailed,
                 PairsProgress, PairsFound, PairsFailed, SettingLoaded, OwnModelOpening,
                 OwnModelProgress, OwnModelReady, OwnModelRefused, OwnModelLost, OwnDataDropped,
                 OwnDataRefused, PhotoOpening, PhotoRefused>;

}  // namespace atelier::app
