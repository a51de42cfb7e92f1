// SPDX-License-Identifier: MIT
// app/ports.hpp: the doors to the world. The page implements them in bridge/, the tests with fakes.
// Nothing here blocks: answers come back as events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "app/engine_kind.hpp"
#include "app/token.hpp"
#include "app/work.hpp"
#include "features/models/reading.hpp"

namespace atelier::app {

// An engine: runs a network. Every call with a token is answered by exactly one event with that
// token.
class Classifier {
 public:
  virtual ~Classifier() = default;
  // Starts the engine if it is not running (a failed one anew) and loads model `id`.
  // Answer: ModelLoaded or ModelFailed.
  virtual void load(Token token, std::string_view id) = 0;
  // Brings model `id` for later. No answer: load() says what went wrong.
  virtual void prepare(std::string_view id) = 0;
  // Goes on with model `id` at once if it is here; or else false, and load() is needed.
  [[nodiscard]] virtual bool use(std::string_view id) = 0;
  // One 28x28 image, row by row, 0 = background; copied during the call.
  // Answer: Classified or ClassifyFailed.
  virtual void classify(Token token, std::span<const std::uint8_t> pixels) = 0;
};

// Finds the training images that lie closest to another one, in what the network of our own engine
// makes of them, and brings their pictures.
class NeighbourFinder {
 public:
  virtual ~NeighbourFinder() = default;
  // Drops what is under way, which is then not answered. `id`: of the model that our engine has
  // loaded; what it makes of the training images is fetched first if it is not here, and any number
  // of NeighboursProgress tell of it. `pixels` of a 28x28 image are copied during the call. Answer:
  // NeighboursFound or NeighboursFailed.
  virtual void find(Token token, std::string_view id, std::span<const std::uint8_t> pixels) = 0;
  virtual void cancel() = 0;
  // Answer: TrainingPictures or TrainingPicturesFailed.
  virtual void fetch_pictures(Token token, std::string_view id, std::uint32_t piece) = 0;
};

// Brings the files that the page starts with. Answers: the DatasetFile… and Models… events.
class Files {
 public:
  virtual ~Files() = default;
  virtual void load_test_set() = 0;
  virtual void list_models() = 0;
};

// Answers the whole test set, elsewhere.
class Evaluator {
 public:
  virtual ~Evaluator() = default;
  // Answers all images of the test set with model `id`: any number of EvaluationLogits, then
  // EvaluationDone or EvaluationFailed.
  virtual void evaluate(Token token, EngineKind engine, std::string_view id) = 0;
  // What still comes for the token is of no use to anybody.
  virtual void cancel(Token token) = 0;
};

// Gives a visitor something to keep: the browser downloads it. Nothing answers: whether they keep
// it is between them and the browser.
class FileSaver {
 public:
  virtual ~FileSaver() = default;
  // `name` is a file name without a folder, UTF-8; `mime_type` like "text/csv". All of it is copied
  // during the call.
  virtual void save(std::string_view name, std::string_view mime_type,
                    std::span<const std::byte> bytes) = 0;
};

// What a visitor brings. Answers to choose_model(): the OwnModel… events, if a file is chosen.
class Visitor {
 public:
  virtual ~Visitor() = default;
  // Must happen in the course of a press, or the browser shows no files to choose from.
  virtual void choose_model() = 0;
  // The same for images and labels; answers: the OwnData… events.
  virtual void choose_data() = 0;
  // The same for a photo, or lets them take one; answers: OpenPhoto, or the Photo... events.
  virtual void choose_photo() = 0;
  virtual void use_camera() = 0;
  virtual void cancel_opening() = 0;
  virtual void read_own_model(Reading reading) = 0;
  virtual void forget_own_model() = 0;
};

// What the browser remembers from visit to visit.
class Settings {
 public:
  virtual ~Settings() = default;
  // Answers: a SettingLoaded for each that is there.
  virtual void load() = 0;
  // False if the browser refuses; nothing else goes wrong then.
  virtual bool save(std::string_view key, std::string_view value) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  // Milliseconds since some fixed moment; never runs backwards.
  [[nodiscard]] virtual double now_ms() const = 0;
};

// Made with designated initialisers: ports of one type cannot be told apart by their places.
struct Ports {
  Classifier& atelier_nn;
  Classifier& ort_web;
  Files& files;
  Work& work;
  Evaluator& evaluator;
  NeighbourFinder& neighbours;
  Clock& clock;
  FileSaver& saver;
  Visitor& visitor;
  Settings& settings;

  [[nodiscard]] Classifier& classifier(EngineKind engine) const {
    return engine == EngineKind::kAtelierNn ? atelier_nn : ort_web;
  }
};

}  // namespace atelier::app
