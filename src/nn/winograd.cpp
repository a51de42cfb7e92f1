// SPDX-License-Identifier: MIT
// After A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural Networks (arXiv 1509.09308),
// section 4.2 for one dimension, nested for two. Their interpolation points 0, 1, -1, 2, -2 give
// the transforms below.
#include "nn/winograd.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace atelier::nn {
namespace {

constexpr int kTile = 4;                      // pixels a side that come out of a tile
constexpr int kSource = 6;                    // pixels a side that go into it
constexpr int kProducts = kSource * kSource;  // for each pair of channels
constexpr int kRows = 4;
// As many tiles go through the three stages together as keep their numbers in a second-level cache.
constexpr int kTilesAtOnce = 32;

// B transposed, applied to six numbers at `step` from each other.
inline void transform_source(const Float4* d, int step, Float4* out, int out_step) {
  const Float4 d0 = d[0], d1 = d[step], d2 = d[2 * step], d3 = d[3 * step], d4 = d[4 * step],
               d5 = d[5 * step];
  const Float4 a = d4 - d2 * 4.0F;
  const Float4 b = d3 - d1 * 4.0F;
  const Float4 c = d4 - d2;
  const Float4 e = (d3 - d1) * 2.0F;
  out[0] = d0 * 4.0F - d2 * 5.0F + d4;
  out[out_step] = a + b;
  out[2 * out_step] = a - b;
  out[3 * out_step] = c + e;
  out[4 * out_step] = c - e;
  out[5 * out_step] = d1 * 4.0F - d3 * 5.0F + d5;
}

// A transposed, applied to six numbers; four come out.
inline void transform_products(const Float4* m, int step, Float4* out, int out_step) {
  const Float4 m0 = m[0], m1 = m[step], m2 = m[2 * step], m3 = m[3 * step], m4 = m[4 * step],
               m5 = m[5 * step];
  const Float4 sum12 = m1 + m2, difference12 = m1 - m2;
  const Float4 sum34 = m3 + m4, difference34 = m3 - m4;
  out[0] = m0 + sum12 + sum34;
  out[out_step] = difference12 + difference34 * 2.0F;
  out[2 * out_step] = sum12 + sum34 * 4.0F;
  out[3 * out_step] = difference12 + difference34 * 8.0F + m5;
}

// G g G transposed, in double precision: it is done once.
std::array<float, kProducts> transform_weights(const float* taps) {
  constexpr double kG[kSource][3] = {{1.0 / 4, 0, 0},
                                     {-1.0 / 6, -1.0 / 6, -1.0 / 6},
                                     {-1.0 / 6, 1.0 / 6, -1.0 / 6},
                                     {1.0 / 24, 1.0 / 12, 1.0 / 6},
                                     {1.0 / 24, -1.0 / 12, 1.0 / 6},
                                     {0, 0, 1}};
  std::array<float, kProducts> result{};
  for (int row = 0; row < kSource; ++row) {
    for (int column = 0; column < kSource; ++column) {
      double sum = 0;
      for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < 3; ++x) {
          sum += kG[row][y] * kG[column][x] * static_cast<double>(taps[3 * y + x]);
        }
      }
      result[static_cast<std::size_t>(row * kSource + column)] = static_cast<float>(sum);
    }
  }
  return result;
}

class Winograd final : public ConvolutionKernel {
 public:
  Winograd(const Shape& input, const Window& window, const ConvolutionWeights& weights)
      : input_(input),
        output_(window.output(input, weights.outputs)),
        window_(window),
        tiles_y_((output_.height + kTile - 1) / kTile),
        tiles_x_((output_.width + kTile - 1) / kTile) {
    assert(weights.groups == 1 && window.height == 3 && window.width == 3);
    assert(window.stride_y == 1 && window.stride_x == 1);
    const auto matrix_size = offset(input.channels, weights.outputs);
    std::vector<std::vector<float>> matrices(kProducts, std::vector<float>(matrix_size));
    for (int output = 0; output < weights.outputs; ++output) {
      for (int channel = 0; channel < input.channels; ++channel) {
        const auto taps =
            transform_weights(&weights.values[offset(output * input.channels + channel, 9)]);
        for (std::size_t product = 0; product < taps.size(); ++product) {
          matrices[product][offset(channel, weights.outputs) + static_cast<std::size_t>(output)] =
              taps[product];
        }
      }
    }
    for (const auto& matrix : matrices) {
      weights_.emplace_back(input.channels, weights.outputs, matrix);
    }
  }

  void run(const float* input, float* output, int count, Epilogue epilogue,
           Workspace& workspace) const override {
    const int tiles = tiles_y_ * tiles_x_;
    const int images_at_once = std::max(1, kTilesAtOnce / tiles);
    float* padded = workspace.take(Workspace::kPadded, offset(padded_pixels(), input_.stride()));
    const int most_tiles = std::min(images_at_once, count) * tiles;
    float* sources =
        workspace.take(Workspace::kTransformed, offset(kProducts * most_tiles, input_.stride()));
    float* products =
        workspace.take(Workspace::kProducts, offset(kProducts * most_tiles, output_.stride()));
    for (int first = 0; first < count; first += images_at_once) {
      const int images = std::min(images_at_once, count - first);
      const int total = images * tiles;
      for (int image = 0; image < images; ++image) {
        copy_with_margin(input, input_, padded, padded_height(), padded_width(), input_.stride(),
                         window_.top, window_.left);
        transform_image(padded, sources, image * tiles, total);
        input += input_.size();
      }
      for (int product = 0; product < kProducts; ++product) {
        multiply(weights_[static_cast<std::size_t>(product)],
                 sources + offset(product * total, input_.stride()),
                 products + offset(product * total, output_.stride()), total);
      }
      for (int image = 0; image < images; ++image) {
        transform_back(products, image * tiles, total, output, epilogue);
        output += output_.size();
        if (epilogue.residual != nullptr) epilogue.residual += output_.size();
      }
    }
  }

 private:
  // Whole tiles, also where they reach beyond the image.
  [[nodiscard]] int padded_height() const {
    return std::max(tiles_y_ * kTile + 2, input_.height + window_.top + window_.bottom);
  }
  [[nodiscard]] int padded_width() const {
    return std::max(tiles_x_ * kTile + 2, input_.width + window_.left + window_.right);
  }
  [[nodiscard]] int padded_pixels() const { return padded_height() * padded_width(); }

  // To `sources` [product][tile][channel].
  void transform_image(const float* padded, float* sources, int first_tile, int total) const {
    const int stride = input_.stride();
    const std::size_t product_step = offset(total, stride);
    for (int tile = 0; tile < tiles_y_ * tiles_x_; ++tile) {
      const int y = tile / tiles_x_ * kTile;
      const int x = tile % tiles_x_ * kTile;
      for (int channel = 0; channel < stride; channel += kLanes) {
        const float* from =
            padded + offset(y * padded_width() + x, stride) + static_cast<std::size_t>(channel);
        Float4 half[kProducts];
        for (int row = 0; row < kSource; ++row) {
          Float4 source[kSource];
          for (int k = 0; k < kSource; ++k) {
            source[k] = load4(from + offset(row * padded_width() + k, stride));
          }
          transform_source(source, 1, half + row * kSource, 1);
        }
        float* to = sources + offset(first_tile + tile, stride) + static_cast<std::size_t>(channel);
        for (int column = 0; column < kSource; ++column) {
          Float4 whole[kSource];
          transform_source(half + column, kSource, whole, 1);
          for (int row = 0; row < kSource; ++row) {
            store4(to + static_cast<std::size_t>(row * kSource + column) * product_step,
                   whole[row]);
          }
        }
      }
    }
  }

  void multiply(const PackedMatrix& weights, const float* sources, float* products,
                int tiles) const {
    for (int column = 0; column < weights.padded_columns(); column += PackedMatrix::kPanelColumns) {
      if (weights.padded_columns() - column > kLanes) {
        multiply_panel<2>(weights, column, sources, products, tiles);
      } else {
        multiply_panel<1>(weights, column, sources, products, tiles);
      }
    }
  }

  template <std::size_t kVectors>
  void multiply_panel(const PackedMatrix& weights, int column, const float* sources,
                      float* products, int tiles) const {
    const float* panel = weights.panel(column);
    for (int first = 0; first < tiles; first += kRows) {
      const float* rows[kRows];
      for (int r = 0; r < kRows; ++r) {
        rows[r] = sources + offset(std::min(first + r, tiles - 1), input_.stride());
      }
      Block<kRows, kVectors> block{};
      block.add(rows, panel, input_.channels);
      const int valid = std::min(kRows, tiles - first);
      for (int r = 0; r < valid; ++r) {
        float* to =
            products + offset(first + r, output_.stride()) + static_cast<std::size_t>(column);
        for (std::size_t v = 0; v < kVectors; ++v) store4(to + v * kLanes, block.sums[r][v]);
      }
    }
  }

  void transform_back(const float* products, int first_tile, int total, float* output,
                      const Epilogue& epilogue) const {
    const int stride = output_.stride();
    const std::size_t product_step = offset(total, stride);
    for (int tile = 0; tile < tiles_y_ * tiles_x_; ++tile) {
      const int y = tile / tiles_x_ * kTile;
      const int x = tile % tiles_x_ * kTile;
      const int rows = std::min(kTile, output_.height - y);
      const int columns = std::min(kTile, output_.width - x);
      for (int channel = 0; channel < stride; channel += kLanes) {
        const float* from =
            products + offset(first_tile + tile, stride) + static_cast<std::size_t>(channel);
        Float4 half[kSource * kTile];  // six rows of four
        for (int row = 0; row < kSource; ++row) {
          Float4 sums[kSource];
          for (int k = 0; k < kSource; ++k) {
            sums[k] = load4(from + static_cast<std::size_t>(row * kSource + k) * product_step);
          }
          transform_products(sums, 1, half + row * kTile, 1);
        }
        for (int column = 0; column < columns; ++column) {
          Float4 whole[kTile];
          transform_products(half + column, kTile, whole, 1);
          for (int row = 0; row < rows; ++row) {
            epilogue.store(whole[row], output,
                           offset((y + row) * output_.width + x + column, stride),
                           static_cast<std::size_t>(channel));
          }
        }
      }
    }
  }

  Shape input_;
  Shape output_;
  Window window_;
  int tiles_y_, tiles_x_;
  std::vector<PackedMatrix> weights_;  // one for each of the products
};

}  // namespace

std::unique_ptr<ConvolutionKernel> make_winograd(const Shape& input, const Window& window,
                                                 const ConvolutionWeights& weights) {
  return std::make_unique<Winograd>(input, window, weights);
}

}  // namespace atelier::nn
