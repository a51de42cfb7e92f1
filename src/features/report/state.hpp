// SPDX-License-Identifier: MIT
// features/report/state.hpp: what the report shows.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ask.hpp"
#include "app/engine_kind.hpp"
#include "app/token.hpp"
#include "core/mcnemar.hpp"
#include "core/metrics.hpp"
#include "core/prediction.hpp"
#include "core/result.hpp"
#include "features/report/actions.hpp"
#include "features/report/job.hpp"

namespace atelier::app {

// A model's answers to the test set, complete or on their way.
struct Evaluation {
  Token token{};
  EngineKind engine{};
  std::string model_id;
  float temperature = 1;
  std::uint32_t workers{};  // 0: not known before the end
  double started_ms{};
  double elapsed_ms{};
  core::Metrics metrics;       // of the answers so far, calibrated
  core::Metrics uncalibrated;  // the same at temperature 1
  struct ImageAnswer {
    std::uint8_t label{};
    std::uint8_t second{};  // the next most probable class
    core::Verdict verdict{};
    float confidence{};  // calibrated probability of the answer; 0: there is none yet
    float loss{};        // -ln of the true label's calibrated probability
  };
  std::vector<ImageAnswer> answers;  // by image
  std::vector<float> logits;         // ten an image, as the engine gave them
  // Of the answers with a verdict: how many, and how many of them are wrong.
  struct Tally {
    std::size_t count = 0;
    std::size_t wrong = 0;
  };
  std::array<Tally, 4> verdicts;  // by core::Verdict
  std::vector<float> risks;       // core::risk_coverage() in kRiskSteps; empty until it is complete

  [[nodiscard]] const Tally& of(core::Verdict verdict) const {
    return verdicts[static_cast<std::size_t>(verdict)];
  }
};

inline constexpr std::size_t kRiskSteps = 200;

// Two finished evaluations, image by image.
struct Comparison {
  Token first{}, second{};  // 0: there is nothing to compare
  std::size_t both_right{}, both_wrong{};
  // The images that exactly one answers right; where the other is most wrong first.
  std::vector<std::uint32_t> only_first, only_second;
  core::McNemar test;
};

// Test images so much alike that they may be one garment.
struct CloseImages {
  struct Key {
    PairSpace space{};
    std::string model_id;  // whose features; empty for pixels
    friend bool operator==(const Key&, const Key&) = default;
  };
  PairSpace shown = PairSpace::kPixels;
  std::array<Ask<FindClosePairs, Key>, 2> searches;  // by PairSpace; one at a time is under way
};

struct Report {
  ReportSection section = ReportSection::kOverview;
  std::optional<Evaluation> running;
  std::vector<Evaluation> done;      // one for each model and engine at most, the newest last
  Token chosen{};                    // of them; the newest where there is none with this token
  std::optional<core::Error> error;  // of the last attempt
  std::optional<Cell> cell;
  std::vector<std::uint32_t> cell_images;  // the most confident first
  // Of the finished evaluation shown; empty while one runs.
  std::vector<std::uint32_t> mistakes;  // the greatest loss first
  std::vector<std::uint32_t> doubtful;  // mistakes that the model is sure of, the surest first
  Token against{};                      // what the visitor compares with
  Comparison comparison;
  CloseImages close;
};

// What this visitor thinks of labels. It outlives the report, and where the browser allows it also
// the visit.
struct LabelVotes {
  std::map<std::uint32_t, Vote> by_image;
  bool kept = true;  // false: the browser refuses to remember them
};

}  // namespace atelier::app
