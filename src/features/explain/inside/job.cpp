// SPDX-License-Identifier: MIT
#include "features/explain/inside/job.hpp"

namespace atelier::app {

core::Result<ReadLayers::Answer> ReadLayers::run(Workbench& bench, const Question& question,
                                                 Progress&) {
  const auto classifier = bench.network();
  if (!classifier) return classifier.error();
  nn::Network& network = classifier.value()->network();
  const std::vector<float> image(question.picture.begin(), question.picture.end());
  Answer answer{network.layer_maps(image), {}, network.first_filters()};
  for (const nn::LayerMaps& maps : answer.layers) {
    answer.largest.push_back(*std::max_element(maps.values.begin(), maps.values.end()));
  }
  return answer;
}

}  // namespace atelier::app
