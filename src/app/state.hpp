// SPDX-License-Identifier: MIT
// app/state.hpp: everything that a frame can show. Panels read it, update() alone writes it; the
// defaults are what a visitor sees before the first byte has arrived.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/ask.hpp"
#include "app/engine_kind.hpp"
#include "app/token.hpp"
#include "app/view.hpp"
#include "core/data_file.hpp"
#include "core/dataset_loader.hpp"
#include "core/drawing.hpp"
#include "core/names.hpp"
#include "core/prediction.hpp"
#include "core/preprocess.hpp"
#include "core/result.hpp"
#include "features/answer/job.hpp"
#include "features/data/class_names.hpp"
#include "features/data/originals.hpp"
#include "features/draw/state.hpp"
#include "features/explain/change/state.hpp"
#include "features/explain/inside/state.hpp"
#include "features/explain/map/state.hpp"
#include "features/explain/neighbours/state.hpp"
#include "features/explain/stress/state.hpp"
#include "features/explain/why.hpp"
#include "features/explore/filter.hpp"
#include "features/models/events.hpp"
#include "features/models/model_info.hpp"
#include "features/models/reading.hpp"
#include "features/photo/state.hpp"
#include "features/report/state.hpp"

namespace atelier::app {

inline constexpr std::size_t kPixelCount = 28 * 28;

struct Transfer {
  std::uint64_t bytes_received{};
  std::uint64_t bytes_total{};  // 0: unknown
};

// Images in the place of the test set that a visitor has brought.
struct OwnSet {
  std::string name;  // of the file
  std::optional<core::KnownFile> known;
  std::uint32_t rows{}, columns{};  // of the images in the file; 0: they differ
  Originals originals;
};

struct TestSet {
  core::DatasetLoader loader;
  Transfer labels;
  Transfer images;
  bool labels_ended = false;
  bool images_ended = false;
  double decode_ms{};  // spent so far in inflating, checking and reading
  std::optional<core::Error> error;
  std::optional<OwnSet> own;  // none: the page's own
  ClassNames class_names = garment_names();
  std::uint32_t version{};  // grows when other images take the place of these

  [[nodiscard]] bool has_labels() const { return !loader.view().labels().empty(); }
  [[nodiscard]] bool complete() const { return labels_ended && images_ended && !error; }
};

struct Answer {
  core::Prediction prediction;
  double elapsed_ms{};
  std::uint64_t input_version{};
  EngineKind engine{};
  std::string model_id;
};

struct Engine {
  enum class Phase { kStarting, kReady, kFailed };
  Phase phase = Phase::kStarting;
  Transfer transfer;
  std::optional<core::Error> error;
  Token load_in_flight{};      // 0: none
  Token classify_in_flight{};  // 0: none; never more than one, the newest input wins
  std::uint64_t input_in_flight{};
  std::optional<Answer> answer;  // its newest one
  bool prepared = false;         // for the other model that the page may choose
};

ATELIER_NAMES(Engine::Phase, "loading", "ready", "failed");

// How far the two engines' answers lie apart, over the inputs that both have answered.
struct Agreement {
  std::uint64_t inputs{};
  float largest_difference{};  // between their probabilities for one class, 0..1
};

struct Engines {
  std::array<Engine, kEngineCount> each;  // by EngineKind
  EngineKind wanted = EngineKind::kOrtWeb;
  std::string model_id;  // what they run, or load
  // What a visitor wants to be read by; none: the page chooses by the input.
  std::optional<std::string> chosen_model_id;
  Agreement agreement;
  std::uint32_t stale_answers{};  // answers to requests that nobody waited for any more
  bool notice_dismissed = false;

  [[nodiscard]] Engine& operator[](EngineKind kind) { return each[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const Engine& operator[](EngineKind kind) const {
    return each[static_cast<std::size_t>(kind)];
  }
};

enum class InputSource { kNone, kSample, kDrawing, kPhoto };
ATELIER_NAMES(InputSource, "none", "sample", "drawing", "photo");

// What is in front of the network.
struct Input {
  InputSource source = InputSource::kNone;
  std::optional<std::uint32_t> index;  // of the sample shown, or of the one that was drawn over
  std::optional<std::uint8_t> label;   // the true class, where there is one
  core::GrayImage seen = core::blank_image(28, 28);  // 28x28, exactly what the network gets
  bool blank = false;                                // too little ink to be a garment
  std::uint64_t version{};                           // grows with every change
  // Since when it is this sample or photo, or a drawing.
  std::uint64_t first_version{};
};

// What our own engine answers to each step of the preprocessing.
struct StepAnswers {
  struct Key {
    std::uint64_t input_version{};
    std::string model_id;
    std::size_t steps{};
    friend bool operator==(const Key&, const Key&) = default;
  };
  bool in_sight = true;           // or else nothing is computed
  Ask<ClassifyImages, Key> asks;  // what is under way is seen to its end: the brush is faster
};

struct Explore {
  ExploreFilter filter;
  std::vector<std::uint32_t> indices;  // of the images shown, arrived or not, as they are sorted
  // The answers that they were chosen by: whose, and how many there were.
  struct Source {
    Token evaluation{};
    std::size_t answers{};
    bool operator==(const Source&) const = default;
  };
  Source source;
  std::uint64_t version{};  // grows whenever they are chosen again
};

// The model that the visitor has brought. It is listed among the models once it is ready.
struct OwnModel {
  struct Opening {
    std::string title;
    OpeningStep step = OpeningStep::kFile;
    Transfer progress;  // bytes or images
  };
  std::optional<Opening> opening;
  std::string refused_title;
  std::optional<core::Error> error;  // of the last attempt, or of the model that broke
  bool is_news = false;              // it has just become ready
  std::string form;                  // what it takes and gives, in words
  Reading reading;
  ReadingScores scores;
};

// What a visitor would bring more images than: what textures can show.
inline constexpr std::uint32_t kMaxOwnImages = 100'000;
static_assert(kImageNumbers.most == kMaxOwnImages - 1, "scripts may name all of them");

// What became of the data files that a visitor has brought.
struct OwnData {
  std::optional<core::Error> error;
  std::string refused_name;
  bool is_news = false;                         // the images have just been opened
  std::vector<std::uint8_t> labels_in_waiting;  // whose images have not come yet
  std::string labels_name;
};

// Images that others have taken the place of, and what was said about them.
struct SetAside {
  TestSet set;
  LabelVotes votes;
};

struct State {
  View view = View::kDraw;
  TestSet test_set;
  std::optional<SetAside> bundled;  // the page's own, while the visitor's is in its place
  std::vector<ModelInfo> models;
  std::string default_model_id;
  std::optional<core::Error> models_error;
  Engines engines;
  core::Drawing drawing;
  std::uint64_t kept_drawing_version{};  // that the browser remembers
  core::PreprocessOptions preprocess;    // with what is left out for as long as the page is open
  core::Preprocessed steps;              // of the drawing or the photo that is the input
  Photo photo;
  StepAnswers step_answers;
  Input input;
  std::optional<Answer> answer;
  bool suggests_model = false;       // suggestion.hpp
  std::optional<float> temperature;  // of the probabilities shown; none: the model's, as measured
  Tools tools;
  std::optional<std::uint8_t> trace;  // the class whose outline lies under the drawing
  std::optional<WhyTopic> why;        // the explanation that is open
  Explanation explanation;            // has a method while it is that one
  Neighbours neighbours;
  Inside inside;
  Change change;
  Stress stress;
  Explore explore;
  Report report;
  OwnModel own_model;
  LabelVotes votes;
  OwnData own_data;
  Token last_token{};
  std::uint64_t version{};  // grows with every change that a reader could see
};

enum class Phase { kLoading, kReady, kFailed };
ATELIER_NAMES(Phase, "loading", "ready", "failed");

// Failed as soon as anything failed to load, though the rest goes on working.
[[nodiscard]] Phase phase(const State& state);

// The engine that answers now: the wanted one, or the other one while that one alone is ready.
[[nodiscard]] EngineKind answering_engine(const State& state);

[[nodiscard]] bool all_engines_failed(const State& state);

// The first thing that went wrong and is still wrong. An engine that failed is no error as long as
// the other one may answer.
[[nodiscard]] const core::Error* current_error(const State& state);

// Why ONNX Runtime Web is missing, while our own engine answers in its place and nobody has said
// that they know; null otherwise.
[[nodiscard]] const core::Error* notice(const State& state);

// The answer to what is shown, or null while there is none. To a drawing, the newest counts, though
// the brush may have moved on since; the answer to another sample does not.
[[nodiscard]] const Answer* current_answer(const State& state);

// What the report shows: the evaluation under way, or else the chosen one, or else the newest; null
// while there is none.
[[nodiscard]] const Evaluation* shown_evaluation(const State& state);

// The finished evaluation with this token, or null.
[[nodiscard]] const Evaluation* find_evaluation(const State& state, Token token);

// Explore is asked for what only an evaluation can tell, and there is none.
[[nodiscard]] bool explore_lacks_answers(const State& state);

// The listed model with this id, or null.
[[nodiscard]] const ModelInfo* find_model(const State& state, std::string_view id);

// The model that answers, or null while none is known.
[[nodiscard]] const ModelInfo* current_model(const State& state);

// The model that a visitor has chosen, or null while the page chooses.
[[nodiscard]] const ModelInfo* chosen_model(const State& state);

// The first model that was trained to read drawings, or null.
[[nodiscard]] const ModelInfo* drawing_reader(const State& state);

// What reads photographs, and is evaluated on them: the chosen model, or else the page's default.
// Null while none is known.
[[nodiscard]] const ModelInfo* photograph_reader(const State& state);

// The page chooses by what is in front of the network.
[[nodiscard]] bool chooses_by_input(const State& state);

// The temperature of the current model as it was measured; 1 while none is known.
[[nodiscard]] float calibrated_temperature(const State& state);

// The one that the probabilities are at.
[[nodiscard]] inline float shown_temperature(const State& state) {
  return state.temperature.value_or(calibrated_temperature(state));
}

// True while the canvas shows a sample that has not been drawn over.
[[nodiscard]] inline bool shows_sample(const State& state) {
  return state.input.source == InputSource::kSample;
}

// True while something else than the drawing is on the canvas.
[[nodiscard]] inline bool hides_drawing(const State& state) {
  return shows_sample(state) || state.input.source == InputSource::kPhoto;
}

// The gray that the canvas shows at x, y of the drawing square, 0..1; nothing outside of it.
[[nodiscard]] std::optional<std::uint8_t> shown_gray(const State& state, float x, float y);

// The box around what the canvas shows, in 0..1 of the drawing square; nothing while it is black.
struct DrawnBox {
  float x{}, y{}, width{}, height{};
};
[[nodiscard]] std::optional<DrawnBox> drawn_box(const State& state);

// Is there something that Undo would take back?
[[nodiscard]] inline bool can_undo(const State& state) {
  return hides_drawing(state) || state.drawing.can_undo();
}

}  // namespace atelier::app
