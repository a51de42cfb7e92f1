// SPDX-License-Identifier: MIT
// app/job.hpp: a question that takes too long to be answered between two frames, and what answers
// it. The page and the worker are the same C++: the question travels as a parcel of bytes, and who
// carries it knows neither. A job is a struct in its feature's job.hpp, with run() in job.cpp:
//
//   struct FindChanges {
//     static constexpr std::string_view kName = "find-changes";
//     struct Question { ... };
//     struct Answer { ... };
//     static core::Result<Answer> run(Workbench& bench, const Question& question,
//                                     Progress& progress);
//   };
//
// with describe() of both beside it, is_sound(answer) if what it unpacks to may still be nonsense,
// and one line in features/jobs.hpp. app/ask.hpp asks it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/pack.hpp"
#include "core/dataset.hpp"
#include "core/image.hpp"
#include "core/neighbour_index.hpp"
#include "core/result.hpp"
#include "nn/image_classifier.hpp"

namespace atelier::app {

// 28 x 28 pixels, 0 = background: what a network gets.
using Picture = std::array<std::uint8_t, core::kSamplePixels>;

// `pixels` of one image, 784 of them.
[[nodiscard]] inline Picture picture_of(std::span<const std::uint8_t> pixels) {
  Picture picture{};
  std::copy_n(pixels.begin(), std::min(pixels.size(), picture.size()), picture.begin());
  return picture;
}

// How far a job has come, told while it runs; and whether anybody waits for it still.
class Progress {
 public:
  virtual ~Progress() = default;

  // The share of the work that is done, 0..1.
  void share(float done) { tell(done, {}); }
  // With the answer as far as it is known: what is shown meanwhile.
  template <class Answer>
  void so_far(float done, const Answer& answer) {
    tell(done, pack(answer));
  }
  // Look every few milliseconds, and return kCancelled when it is true. Whoever does not is ended.
  [[nodiscard]] virtual bool cancelled() { return false; }

 protected:
  virtual void tell(float share, std::span<const std::byte> so_far) = 0;
};

// Tells nobody, and is never cancelled.
class NoProgress final : public Progress {
 protected:
  void tell(float, std::span<const std::byte>) override {}
};

// Nobody reads it.
[[nodiscard]] inline core::Error cancelled_error() {
  return {core::ErrorCode::kEngineFailed, "cancelled"};
}

// What stays from one job to the next, where they run.
class Workbench {
 public:
  // The network that the next jobs are about, by its model's id. Others stay, for use().
  void put(std::string_view id, core::Result<nn::ImageClassifier> network) {
    id_ = id;
    networks_.erase(id_);
    if (network) {
      keep(id, std::move(network).value());
    } else {
      error_ = network.error();
    }
  }
  // Beside that one.
  void keep(std::string_view id, nn::ImageClassifier network) {
    networks_.insert_or_assign(std::string(id), std::move(network));
  }
  // The next jobs are about this one; false if it is not here.
  [[nodiscard]] bool use(std::string_view id) {
    if (!networks_.contains(id)) return false;
    id_ = id;
    return true;
  }
  [[nodiscard]] const std::string& model_id() const { return id_; }
  // Null while none is loaded.
  [[nodiscard]] nn::ImageClassifier* classifier() {
    const auto found = networks_.find(id_);
    return found != networks_.end() ? &found->second : nullptr;
  }
  // An error while none is loaded: why.
  [[nodiscard]] core::Result<nn::ImageClassifier*> network() {
    if (nn::ImageClassifier* network = classifier()) return network;
    return error_;
  }

  // What that network makes of the training images, where it has been brought here.
  std::optional<core::NeighbourIndex> neighbours;

 private:
  std::string id_;
  std::map<std::string, nn::ImageClassifier, std::less<>> networks_;
  core::Error error_{core::ErrorCode::kEngineFailed, "nothing is loaded"};
};

// ---- a job whose type is forgotten --------------------------------------------------------------

// The answer, or what went wrong, as pack_result() makes it.
template <class Job>
[[nodiscard]] std::vector<std::byte> run_packed(Workbench& bench, std::span<const std::byte> parcel,
                                                Progress& progress) {
  using Answer = typename Job::Answer;
  const auto question = unpack<typename Job::Question>(parcel);
  if (!question) return pack_result(core::Result<Answer>(question.error()));
  return pack_result(core::Result<Answer>(Job::run(bench, question.value(), progress)));
}

struct NamedJob {
  std::string_view name;
  std::vector<std::byte> (*run)(Workbench&, std::span<const std::byte>, Progress&);
};

template <class... Jobs>
inline constexpr std::array<NamedJob, sizeof...(Jobs)> kNamedJobs = {
    NamedJob{Jobs::kName, &run_packed<Jobs>}...};

}  // namespace atelier::app
