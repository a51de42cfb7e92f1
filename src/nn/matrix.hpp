// SPDX-License-Identifier: MIT
// nn/matrix.hpp: the product of a few rows with a packed matrix, which is what convolutions, direct
// and Winograd's, and linear layers spend their time in.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/float4.hpp"
#include "nn/shape.hpp"

namespace atelier::nn {

// A matrix [depth, columns], kept in panels of eight columns (the last of four, if that is enough):
// panel by panel, row by row. Columns beyond the last are zero.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  // `values` row by row.
  PackedMatrix(int depth, int columns, std::span<const float> values);

  [[nodiscard]] int depth() const { return depth_; }
  [[nodiscard]] int padded_columns() const { return round_up_to_lanes(columns_); }

  static constexpr int kPanelColumns = 2 * kLanes;

  // The first float of the panel that starts at `column`, a multiple of kPanelColumns.
  [[nodiscard]] const float* panel(int column) const {
    return values_.data() + offset(column, depth_);
  }

 private:
  int depth_ = 0;
  int columns_ = 0;
  std::vector<float> values_;
};

// A block of a product in registers: kRows rows times kVectors * 4 columns.
template <std::size_t kRows, std::size_t kVectors>
struct Block {
  Float4 sums[kRows][kVectors];

  // Adds rows x panel, where row r is `depth` floats from rows[r] and `panel` is `depth` times
  // kVectors * 4 floats.
  void add(const float* const* rows, const float* panel, int depth) {
    for (int k = 0; k < depth; ++k) {
      Float4 columns[kVectors];
      for (std::size_t v = 0; v < kVectors; ++v) columns[v] = load4(panel + v * kLanes);
      panel += kVectors * kLanes;
      for (std::size_t r = 0; r < kRows; ++r) {
        const Float4 factor = splat4(rows[r][k]);
        for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] += factor * columns[v];
      }
    }
  }
};

}  // namespace atelier::nn
