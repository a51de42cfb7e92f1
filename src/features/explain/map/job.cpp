// SPDX-License-Identifier: MIT
#include "features/explain/map/job.hpp"

#include <algorithm>
#include <utility>

#include "nn/activation_map.hpp"
#include "nn/occlusion_map.hpp"

namespace atelier::app {
namespace {

constexpr std::size_t kImagesAStep = 20;

}  // namespace

core::Result<ClassMaps> ReadActivationMap::run(Workbench& bench, const Question& question,
                                               Progress&) {
  const auto network = bench.network();
  if (!network) return network.error();
  auto maps = nn::activation_maps(*network.value(), question.picture);
  if (!maps || maps->bias.size() != core::kClassCount) {
    return core::Error{core::ErrorCode::kOnnxUnsupported, "no exact activation map"};
  }
  ClassMaps answer{maps->rows, maps->columns, std::move(maps->values), {}};
  std::copy(maps->bias.begin(), maps->bias.end(), answer.bias.begin());
  return answer;
}

core::Result<ClassMaps> FindOcclusionMap::run(Workbench& bench, const Question& question,
                                              Progress& progress) {
  const auto network = bench.network();
  if (!network) return network.error();
  if (question.patch < 1 || question.patch > core::kSampleSide || question.stride < 1) {
    return core::Error{core::ErrorCode::kEngineFailed, "a patch of that size hides nothing"};
  }
  nn::OcclusionMap map(question.picture, question.patch, question.stride);
  while (!map.done()) {
    if (progress.cancelled()) return cancelled_error();
    map.step(*network.value(), kImagesAStep);
  }
  return ClassMaps{core::kSampleSide, core::kSampleSide, map.values(), {}};
}

}  // namespace atelier::app
