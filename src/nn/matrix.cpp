// SPDX-License-Identifier: MIT
#include "nn/matrix.hpp"

#include <algorithm>
#include <cassert>

namespace atelier::nn {

PackedMatrix::PackedMatrix(int depth, int columns, std::span<const float> values)
    : depth_(depth), columns_(columns) {
  assert(values.size() == offset(depth, columns));
  values_.reserve(offset(depth, padded_columns()));
  for (int first = 0; first < padded_columns(); first += kPanelColumns) {
    const int end = std::min(first + kPanelColumns, padded_columns());
    for (int k = 0; k < depth; ++k) {
      for (int column = first; column < end; ++column) {
        const auto at = static_cast<std::size_t>(k) * static_cast<std::size_t>(columns) +
                        static_cast<std::size_t>(column);
        values_.push_back(column < columns ? values[at] : 0.0F);
      }
    }
  }
}

}  // namespace atelier::nn
