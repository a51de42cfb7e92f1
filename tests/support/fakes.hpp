// SPDX-License-Identifier: MIT
// tests/support/fakes.hpp: the program without a world around it. The ports record what they are
// asked for and answer nothing by themselves; a test sends the answers, when and as it likes.
//
//   Program program;
//   program.load_model();
//   program.load_test_set(12);
//   program.act(app::SelectSample{3});
//   program.answer(kSneaker);
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/answer/classification.hpp"
#include "features/answer/events.hpp"
#include "features/data/events.hpp"
#include "features/draw/steps.hpp"
#include "features/explain/change/change.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/neighbours/events.hpp"
#include "features/explain/neighbours/neighbours.hpp"
#include "features/explain/stress/stress.hpp"
#include "features/features.hpp"
#include "features/models/events.hpp"
#include "features/photo/events.hpp"
#include "features/report/events.hpp"
#include "features/update.hpp"
#include "tests/support/bytes.hpp"
#include "tests/support/idx_builder.hpp"

namespace atelier::test {

struct FakeClassifier final : app::Classifier {
  struct Load {
    app::Token token{};
    std::string id;
  };
  struct Request {
    app::Token token{};
    std::vector<std::uint8_t> pixels;
  };
  std::vector<Load> loads;
  std::vector<std::string> prepared;
  std::vector<std::string> here;  // models that need no load()
  std::vector<Request> requests;

  void load(app::Token token, std::string_view id) override {
    loads.push_back({token, std::string(id)});
  }
  void prepare(std::string_view id) override { prepared.emplace_back(id); }
  bool use(std::string_view id) override {
    return std::find(here.begin(), here.end(), id) != here.end();
  }
  void classify(app::Token token, std::span<const std::uint8_t> pixels) override {
    requests.push_back({token, {pixels.begin(), pixels.end()}});
  }
};

struct FakeNeighbourFinder final : app::NeighbourFinder {
  struct Question {
    app::Token token{};
    std::string id;
    std::vector<std::uint8_t> pixels;
  };
  struct Fetch {
    app::Token token{};
    std::string id;
    std::uint32_t piece{};
  };
  std::vector<Question> questions;
  std::vector<Fetch> fetches;
  int cancelled = 0;

  void find(app::Token token, std::string_view id, std::span<const std::uint8_t> pixels) override {
    questions.push_back({token, std::string(id), {pixels.begin(), pixels.end()}});
  }
  void cancel() override { ++cancelled; }
  void fetch_pictures(app::Token token, std::string_view id, std::uint32_t piece) override {
    fetches.push_back({token, std::string(id), piece});
  }
};

struct FakeWork final : app::Work {
  struct Started {
    app::Token token{};
    std::string job;
    std::string model;
    std::vector<std::byte> question;
  };
  std::vector<Started> started;
  std::vector<app::Token> cancelled;

  void start(app::Token token, std::string_view job, std::string_view model,
             std::span<const std::byte> question) override {
    started.push_back(
        {token, std::string(job), std::string(model), {question.begin(), question.end()}});
  }
  void cancel(app::Token token) override { cancelled.push_back(token); }

  // What one job has been asked, in order.
  template <class Job>
  struct Asked : Job::Question {
    app::Token token{};
    std::string model;
  };
  template <class Job>
  [[nodiscard]] std::vector<Asked<Job>> asked() const {
    std::vector<Asked<Job>> questions;
    for (const Started& each : started) {
      if (each.job != Job::kName) continue;
      auto question = app::unpack<typename Job::Question>(each.question);
      assert(question.ok());
      questions.push_back({std::move(question).value(), each.token, each.model});
    }
    return questions;
  }
};

struct FakeFiles final : app::Files {
  int test_set_loads = 0;
  int model_lists = 0;

  void load_test_set() override { ++test_set_loads; }
  void list_models() override { ++model_lists; }
};

struct FakeEvaluator final : app::Evaluator {
  struct Started {
    app::Token token{};
    app::EngineKind engine{};
    std::string id;
  };
  std::vector<Started> started;
  std::vector<app::Token> cancelled;

  void evaluate(app::Token token, app::EngineKind engine, std::string_view id) override {
    started.push_back({token, engine, std::string(id)});
  }
  void cancel(app::Token token) override { cancelled.push_back(token); }
};

struct FakeFileSaver final : app::FileSaver {
  struct Saved {
    std::string name;
    std::string mime_type;
    std::vector<std::byte> bytes;

    [[nodiscard]] std::string text() const {
      return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
  };
  std::vector<Saved> saved;

  void save(std::string_view name, std::string_view mime_type,
            std::span<const std::byte> bytes) override {
    saved.push_back({std::string(name), std::string(mime_type), {bytes.begin(), bytes.end()}});
  }
};

struct FakeVisitor final : app::Visitor {
  int model_choices = 0;
  int data_choices = 0;
  int photo_choices = 0;
  int cameras = 0;
  int openings_cancelled = 0;
  int forgotten = 0;
  std::vector<app::Reading> readings;

  void choose_model() override { ++model_choices; }
  void choose_data() override { ++data_choices; }
  void choose_photo() override { ++photo_choices; }
  void use_camera() override { ++cameras; }
  void cancel_opening() override { ++openings_cancelled; }
  void read_own_model(app::Reading reading) override { readings.push_back(reading); }
  void forget_own_model() override { ++forgotten; }
};

struct FakeSettings final : app::Settings {
  int loads = 0;
  bool refuses = false;
  std::map<std::string, std::string, std::less<>> saved;

  void load() override { ++loads; }
  bool save(std::string_view key, std::string_view value) override {
    if (!refuses) saved[std::string(key)] = value;
    return !refuses;
  }
};

// Every look at it takes step_ms.
struct FakeClock final : app::Clock {
  mutable double time_ms = 0;
  double step_ms = 0;

  [[nodiscard]] double now_ms() const override { return time_ms += step_ms; }
};

inline constexpr std::uint8_t kTrouser = 1, kPullover = 2, kCoat = 4, kSneaker = 7, kAnkleBoot = 9;

// Logits of a network that is sure of `label`.
inline std::array<float, 10> logits_for(std::uint8_t label, float lead = 12.0F) {
  std::array<float, 10> logits{};
  logits[label] = lead;
  return logits;
}

inline app::ModelInfo model_named(std::string_view id) {
  return {.id = std::string(id),
          .title = "A small network",
          .parameters = 64'714,
          .macs = 1'200'000,
          .bytes = 262'144,
          .test_accuracy = 0.93,
          .temperature = 1.0F,
          .thresholds = {}};
}

// A stroke that leaves enough ink to be a garment.
inline core::Stroke broad_stroke(float y = 0.5F) {
  return {.tool = core::Tool::kBrush,
          .gray = 200,
          .size = 0.2F,
          .mirrored = false,
          .points = {{0.2F, y}, {0.8F, y}}};
}

struct Program {
  app::State state;
  FakeClassifier classifier;  // ONNX Runtime Web
  FakeClassifier own_engine;
  FakeFiles files;
  FakeWork work;
  FakeEvaluator evaluator;
  FakeNeighbourFinder neighbours;
  FakeClock clock;
  FakeFileSaver saver;
  FakeVisitor visitor;
  FakeSettings settings;
  app::Ports ports{.atelier_nn = own_engine,
                   .ort_web = classifier,
                   .files = files,
                   .work = work,
                   .evaluator = evaluator,
                   .neighbours = neighbours,
                   .clock = clock,
                   .saver = saver,
                   .visitor = visitor,
                   .settings = settings};
  // Most tests are about one engine: ours then fails whenever it is started.
  bool has_own_engine = false;

  Program();
  ~Program();
  Program(const Program&) = delete;  // the ports point into it
  Program& operator=(const Program&) = delete;

  // An event and the end of its frame.
  void send(app::Event&& event);
  void act(app::Action&& action);

  // Two models, "small" and "large"; the first is the default and gets ready in ONNX Runtime Web.
  void load_model();

  // And in our own engine, which then answers as well.
  void load_both_engines();

  void start_file(app::DatasetFile file, std::uint64_t bytes_total = 0);
  void send_chunk(app::DatasetFile file, std::span<const std::byte> bytes);
  void send_file(app::DatasetFile file, std::span<const std::byte> bytes,
                 std::size_t piece_size = 16'384);
  // All of it: noise, labelled 0, 1, ... 9, 0, ...
  void load_test_set(std::uint32_t count);

  // Answers the newest question to a job, or the one with that token.
  template <class Job>
  void done(app::Token token, const typename Job::Answer& answer) {
    send(app::WorkDone{token, app::pack_result(core::Result<typename Job::Answer>(answer))});
  }
  template <class Job>
  void done(const typename Job::Answer& answer) {
    done<Job>(work.asked<Job>().back().token, answer);
  }

  // Answers the newest request.
  void answer(const std::array<float, 10>& logits, double elapsed_ms = 0.5);
  void answer(std::uint8_t label) { answer(logits_for(label)); }

 private:
  void fail_own_engine();

  std::size_t own_loads_failed_ = 0;
};

}  // namespace atelier::test
