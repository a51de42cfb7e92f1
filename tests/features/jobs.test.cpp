// SPDX-License-Identifier: MIT
// Why: the page packs a question and a worker answers it: the answer must be the one that the
// number code gives when it is asked directly, and a question from nowhere must not bring a worker
// down.
#include "features/jobs.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/prediction.hpp"
#include "nn/activation_map.hpp"
#include "nn/occlusion_map.hpp"
#include "tests/support/recorded.hpp"

using namespace atelier;
using namespace atelier::app;

namespace {

std::vector<std::uint8_t> pixels_of(std::size_t images) {
  std::mt19937 random(3);  // NOLINT: the same in every run
  std::vector<std::uint8_t> pixels(images * core::kSamplePixels);
  for (std::uint8_t& pixel : pixels) pixel = static_cast<std::uint8_t>(random() % 256);
  return pixels;
}

struct Bench : Workbench {
  Bench() {
    const auto file = test::read_file(std::string(ATELIER_MODELS) + "/tiny.onnx");
    put("tiny", nn::load_image_classifier(file));
  }
  nn::ImageClassifier& direct() { return *classifier(); }
};

// Through a parcel there and back, as a worker does it.
template <class Job>
core::Result<typename Job::Answer> packed(Workbench& bench,
                                          const typename Job::Question& question) {
  NoProgress progress;
  for (const auto& list :
       {std::span<const NamedJob>(kJobs), std::span<const NamedJob>(kJobsAtOnce)}) {
    for (const NamedJob& job : list) {
      if (job.name != Job::kName) continue;
      return unpack_result<typename Job::Answer>(job.run(bench, pack(question), progress));
    }
  }
  return core::Error{core::ErrorCode::kEngineFailed, "not listed"};
}

template <class Job>
core::Result<typename Job::Answer> inline_run(Workbench& bench,
                                              const typename Job::Question& question) {
  NoProgress progress;
  return Job::run(bench, question, progress);
}

class Cancelled final : public Progress {
 public:
  [[nodiscard]] bool cancelled() override { return true; }

 protected:
  void tell(float, std::span<const std::byte>) override {}
};

// Counts what it is told.
class Counting final : public Progress {
 public:
  std::vector<float> shares;

 protected:
  void tell(float share, std::span<const std::byte>) override { shares.push_back(share); }
};

}  // namespace

TEST_CASE("every job has a name of its own", "[app][jobs]") {
  std::set<std::string_view> names;
  for (const NamedJob& job : kJobs) names.insert(job.name);
  for (const NamedJob& job : kJobsAtOnce) names.insert(job.name);
  CHECK(names.size() == kJobs.size() + kJobsAtOnce.size());
}

TEST_CASE("images are answered as the network answers them", "[app][jobs]") {
  Bench bench;
  const auto pixels = pixels_of(120);  // more than a step
  const auto answer = packed<ClassifyImages>(bench, {pixels});
  REQUIRE(answer);
  std::vector<float> logits(1200);
  bench.direct().run(pixels, logits);
  CHECK(answer.value().logits == logits);
  CHECK(inline_run<ClassifyImages>(bench, {pixels}).value().logits == logits);
  CHECK(packed<ClassifyImages>(bench, {}).value().logits.empty());
}

TEST_CASE("changes are those of the search, judged", "[app][jobs]") {
  Bench bench;
  const auto pixels = pixels_of(1);
  nn::AdversarialSearch search(pixels, nn::AttackSteps::kMany, 3);
  while (!search.done()) search.step(bench.direct());
  const FindChanges::Question question{nn::AttackSteps::kMany, 3, picture_of(pixels)};
  const auto answer = packed<FindChanges>(bench, question);
  REQUIRE(answer);
  CHECK(FindChanges::is_sound(answer.value()));
  CHECK(answer.value().images == search.images());
  CHECK(answer.value().logits == search.logits());
  CHECK(answer.value().rival == 3);
  CHECK(inline_run<FindChanges>(bench, question).value().least == answer.value().least);
}

TEST_CASE("maps are those of the number code", "[app][jobs]") {
  Bench bench;
  const auto pixels = pixels_of(1);
  nn::OcclusionMap occlusion(pixels, 7, 3);
  while (!occlusion.done()) occlusion.step(bench.direct(), 1000);
  const auto hidden = packed<FindOcclusionMap>(bench, {7, 3, picture_of(pixels)});
  REQUIRE(hidden);
  CHECK(FindOcclusionMap::is_sound(hidden.value()));
  REQUIRE(hidden.value().values.size() == 7840);
  for (std::size_t k = 0; k < 7840; k += 97) {
    CHECK(hidden.value().values[k] == Catch::Approx(occlusion.values()[k]).margin(1e-3));
  }
  const auto exact = nn::activation_maps(bench.direct(), pixels);
  const auto answer = packed<ReadActivationMap>(bench, {picture_of(pixels)});
  REQUIRE(exact);
  REQUIRE(answer);
  CHECK(answer.value().values == exact->values);
  CHECK(std::equal(exact->bias.begin(), exact->bias.end(), answer.value().bias.begin()));
}

TEST_CASE("layers come with their largest numbers", "[app][jobs]") {
  Bench bench;
  const auto pixels = pixels_of(1);
  const auto answer = packed<ReadLayers>(bench, {picture_of(pixels)});
  REQUIRE(answer);
  const std::vector<float> image(pixels.begin(), pixels.end());
  const auto layers = bench.direct().network().layer_maps(image);
  REQUIRE(answer.value().layers.size() == layers.size());
  CHECK(ReadLayers::is_sound(answer.value()));
  for (std::size_t k = 0; k < layers.size(); ++k) {
    CHECK(answer.value().layers[k].values == layers[k].values);
    CHECK(answer.value().layers[k].field == layers[k].field);
    CHECK(answer.value().largest[k] ==
          *std::max_element(layers[k].values.begin(), layers[k].values.end()));
  }
  CHECK(answer.value().filters.weights == bench.direct().network().first_filters().weights);
}

TEST_CASE("the closest pairs are found in pixels and in features, and told on the way",
          "[app][jobs]") {
  Bench bench;
  auto pixels = pixels_of(300);
  std::copy_n(pixels.begin() + 40 * 784, 784, pixels.begin() + 250 * 784);  // 250 is 40 again
  for (const bool in_features : {false, true}) {
    const auto answer = packed<FindClosePairs>(bench, {in_features, pixels});
    REQUIRE(answer);
    CHECK(FindClosePairs::is_sound(answer.value()));
    CHECK(answer.value().images == 300);
    CHECK(answer.value().pairs.size() == FindClosePairs::kMostPairs);
    // Noise is all the same to a network.
    if (!in_features) CHECK(answer.value().pairs[0] == core::Pair{40, 250, 0});
    CHECK(answer.value().pairs[0].distance == 0);
    Counting counting;
    REQUIRE(FindClosePairs::run(bench, {in_features, pixels}, counting));
    CHECK(std::is_sorted(counting.shares.begin(), counting.shares.end()));
    CHECK(counting.shares.back() == Catch::Approx(1));
  }
}

TEST_CASE("without a network, or of another one, jobs say why not", "[app][jobs]") {
  Workbench bench;
  CHECK(packed<ClassifyImages>(bench, {pixels_of(1)}).error().detail == "nothing is loaded");
  bench.put("broken", nn::load_image_classifier(std::vector<std::byte>(10)));
  CHECK(packed<FindChanges>(bench, {}).error().code == core::ErrorCode::kOnnxNotOnnx);
  CHECK(packed<FindClosePairs>(bench, {false, pixels_of(3)}));  // pixels need none
  Bench good;
  NoProgress progress;
  CHECK(FindNeighbours::run(good, {}, progress).error().code == core::ErrorCode::kModelUnusable);
}

TEST_CASE("a question that makes no sense is refused", "[app][jobs]") {
  Bench bench;
  CHECK(!packed<ClassifyImages>(bench, {std::vector<std::uint8_t>(783)}));
  CHECK(!packed<FindClosePairs>(bench, {true, std::vector<std::uint8_t>(785)}));
  CHECK(!packed<FindChanges>(bench, {nn::AttackSteps::kOne, 10, {}}));
  CHECK(!packed<FindOcclusionMap>(bench, {0, 1, {}}));
  CHECK(!packed<FindOcclusionMap>(bench, {29, 1, {}}));
  CHECK(!packed<FindOcclusionMap>(bench, {5, 0, {}}));
  NoProgress progress;
  std::mt19937 random(9);  // NOLINT
  for (int round = 0; round < 200; ++round) {
    std::vector<std::byte> noise(random() % 40);
    for (std::byte& each : noise) each = static_cast<std::byte>(random() % 256);
    for (const NamedJob& job : kJobs)
      CHECK(job.run(bench, noise, progress).front() == std::byte{0});
  }
}

TEST_CASE("whoever is cancelled stops", "[app][jobs]") {
  Bench bench;
  Cancelled cancelled;
  const auto stopped = [](const auto& result) {
    return !result && result.error() == cancelled_error();
  };
  CHECK(stopped(ClassifyImages::run(bench, {pixels_of(2)}, cancelled)));
  CHECK(stopped(FindChanges::run(bench, {}, cancelled)));
  CHECK(stopped(FindOcclusionMap::run(bench, {5, 2, {}}, cancelled)));
  CHECK(stopped(FindClosePairs::run(bench, {true, pixels_of(3)}, cancelled)));
  CHECK(stopped(FindClosePairs::run(bench, {false, pixels_of(3)}, cancelled)));
}
