// SPDX-License-Identifier: MIT
#include "features/report/published_results.hpp"

#include <algorithm>

namespace atelier::app {

Neighbourhood nearest_published(double accuracy) {
  constexpr std::ptrdiff_t kEachSide = 2;
  const auto begin = kPublishedResults.begin();
  const auto end = kPublishedResults.end();
  const auto first_better = std::find_if(
      begin, end, [&](const PublishedResult& result) { return result.accuracy > accuracy; });
  Neighbourhood near;
  near.better.assign(first_better, first_better + std::min(kEachSide, end - first_better));
  near.others.assign(first_better - std::min(kEachSide, first_better - begin), first_better);
  std::reverse(near.better.begin(), near.better.end());
  std::reverse(near.others.begin(), near.others.end());
  return near;
}

}  // namespace atelier::app
