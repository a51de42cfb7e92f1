// SPDX-License-Identifier: MIT
#include "features/explain/neighbours/job.hpp"

#include <chrono>

namespace atelier::app {

core::Result<FindNeighbours::Answer> FindNeighbours::run(Workbench& bench, const Question& question,
                                                         Progress&) {
  const auto classifier = bench.network();
  if (!classifier) return classifier.error();
  nn::ImageClassifier& network = *classifier.value();
  if (!bench.neighbours || network.feature_count() != bench.neighbours->feature_count()) {
    return core::Error{core::ErrorCode::kModelUnusable, "neighbours of another network"};
  }
  const auto started = std::chrono::steady_clock::now();
  std::vector<float> features(network.feature_count());
  network.features(question.picture, features);
  auto nearest = bench.neighbours->nearest(features, kNeighbourCount);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - started;
  return Answer{std::move(nearest), elapsed.count()};
}

}  // namespace atelier::app
