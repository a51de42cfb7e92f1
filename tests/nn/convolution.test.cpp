// SPDX-License-Identifier: MIT
// Why: three kernels must mean the same convolution. Each is held against the definition, summed in
// double precision.
#include "nn/convolution.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <random>
#include <vector>

#include "nn/winograd.hpp"

using namespace atelier;

namespace {

struct Case {
  nn::Shape input;
  nn::Window window;
  int outputs;
  int groups;
};

class Numbers {
 public:
  float operator()() { return normal_(random_); }
  std::vector<float> operator()(std::size_t count) {
    std::vector<float> numbers(count);
    for (float& number : numbers) number = (*this)();
    return numbers;
  }

 private:
  std::mt19937 random_{11};
  std::normal_distribution<float> normal_;
};

nn::ConvolutionWeights weights_for(const Case& each, Numbers& numbers) {
  const int inputs = each.input.channels / each.groups;
  const int count = each.outputs * inputs * each.window.height * each.window.width;
  return {numbers(static_cast<std::size_t>(count)), each.outputs, inputs, each.groups};
}

float& pixel(std::vector<float>& images, const nn::Shape& shape, int image, int y, int x, int c) {
  return images[shape.size() * static_cast<std::size_t>(image) +
                nn::offset(y * shape.width + x, shape.stride()) + static_cast<std::size_t>(c)];
}

double weight(const nn::ConvolutionWeights& weights, const nn::Window& window, int output,
              int input, int y, int x) {
  const int at = ((output * weights.inputs_per_group + input) * window.height + y) * window.width;
  return static_cast<double>(weights.values[static_cast<std::size_t>(at + x)]);
}

// The definition; null epilogue parts are left out.
std::vector<float> by_definition(const Case& each, std::vector<float> images, int count,
                                 const nn::ConvolutionWeights& weights,
                                 const std::vector<float>& bias, std::vector<float> residual,
                                 bool relu) {
  const nn::Window& window = each.window;
  const nn::Shape to = window.output(each.input, each.outputs);
  std::vector<float> result(to.size() * static_cast<std::size_t>(count));
  for (int image = 0; image < count; ++image) {
    for (int output = 0; output < each.outputs; ++output) {
      const int first = output / (each.outputs / each.groups) * weights.inputs_per_group;
      for (int y = 0; y < to.height; ++y) {
        for (int x = 0; x < to.width; ++x) {
          double sum = static_cast<double>(bias[static_cast<std::size_t>(output)]);
          for (int k = 0; k < weights.inputs_per_group; ++k) {
            for (int ky = 0; ky < window.height; ++ky) {
              for (int kx = 0; kx < window.width; ++kx) {
                const int sy = y * window.stride_y + ky - window.top;
                const int sx = x * window.stride_x + kx - window.left;
                const bool inside =
                    sy >= 0 && sy < each.input.height && sx >= 0 && sx < each.input.width;
                if (!inside) continue;
                sum += weight(weights, window, output, k, ky, kx) *
                       static_cast<double>(pixel(images, each.input, image, sy, sx, first + k));
              }
            }
          }
          if (!residual.empty()) {
            sum += static_cast<double>(pixel(residual, to, image, y, x, output));
          }
          if (relu) sum = std::max(sum, 0.0);
          pixel(result, to, image, y, x, output) = static_cast<float>(sum);
        }
      }
    }
  }
  return result;
}

// The greatest difference in the channels that there are; the lanes beyond them mean nothing.
double difference(std::vector<float> a, std::vector<float> b, const nn::Shape& shape, int count) {
  double greatest = 0;
  for (int image = 0; image < count; ++image) {
    for (int p = 0; p < shape.pixels(); ++p) {
      for (int c = 0; c < shape.channels; ++c) {
        greatest =
            std::max(greatest, std::abs(static_cast<double>(pixel(a, shape, image, 0, p, c) -
                                                            pixel(b, shape, image, 0, p, c))));
      }
    }
  }
  return greatest;
}

void check_kernel(const nn::ConvolutionKernel& kernel, const Case& each,
                  const nn::ConvolutionWeights& weights, Numbers& numbers, double tolerance) {
  const nn::Shape to = each.window.output(each.input, each.outputs);
  nn::Workspace workspace;
  for (const int count : {1, 3, 11}) {
    // Also numbers in the lanes that mean nothing: a kernel must not look at them.
    const auto images = numbers(each.input.size() * static_cast<std::size_t>(count));
    const auto bias = numbers(static_cast<std::size_t>(to.stride()));
    const auto residual = numbers(to.size() * static_cast<std::size_t>(count));
    std::vector<float> result(residual.size());
    CAPTURE(count, each.input.height, each.input.channels, each.outputs);

    kernel.run(images.data(), result.data(), count, {.bias = bias.data()}, workspace);
    CHECK(difference(result, by_definition(each, images, count, weights, bias, {}, false), to,
                     count) < tolerance);

    kernel.run(images.data(), result.data(), count, {bias.data(), residual.data(), true},
               workspace);
    CHECK(difference(result, by_definition(each, images, count, weights, bias, residual, true), to,
                     count) < tolerance);
  }
}

constexpr nn::Window kSame{3, 3, 1, 1, 1, 1, 1, 1};
constexpr nn::Window kHalving{3, 3, 2, 2, 1, 1, 1, 1};

}  // namespace

TEST_CASE("the direct kernel is the definition, for every window, stride and margin", "[nn]") {
  Numbers numbers;
  const Case each =
      GENERATE(Case{{28, 28, 1}, kSame, 8, 1}, Case{{9, 7, 8}, kHalving, 24, 1},
               Case{{5, 6, 3}, kSame, 10, 1}, Case{{6, 5, 4}, {1, 1, 1, 1, 0, 0, 0, 0}, 9, 1},
               Case{{7, 9, 5}, {5, 3, 2, 3, 4, 0, 1, 2}, 6, 1}, Case{{4, 4, 6}, kSame, 4, 2},
               Case{{3, 3, 2}, {3, 3, 1, 1, 0, 0, 0, 0}, 1, 1});
  const auto weights = weights_for(each, numbers);
  check_kernel(*nn::make_direct(each.input, each.window, weights), each, weights, numbers, 5e-5);
}

TEST_CASE("Winograd's kernel is the definition but for rounding, in whole tiles and in parts",
          "[nn]") {
  Numbers numbers;
  const Case each = GENERATE(Case{{14, 14, 24}, kSame, 24, 1}, Case{{7, 7, 48}, kSame, 48, 1},
                             Case{{8, 4, 8}, kSame, 12, 1}, Case{{1, 1, 9}, kSame, 10, 1},
                             Case{{6, 5, 8}, {3, 3, 1, 1, 0, 0, 0, 0}, 8, 1},
                             Case{{5, 9, 10}, {3, 3, 1, 1, 2, 0, 1, 2}, 13, 1});
  const auto weights = weights_for(each, numbers);
  check_kernel(*nn::make_winograd(each.input, each.window, weights), each, weights, numbers, 1e-3);
}

TEST_CASE("the depthwise kernel is the definition", "[nn]") {
  Numbers numbers;
  const Case each = GENERATE(Case{{8, 7, 6}, kSame, 6, 6}, Case{{9, 9, 16}, kHalving, 16, 16},
                             Case{{5, 5, 3}, {5, 1, 1, 2, 2, 0, 2, 0}, 3, 3});
  const auto weights = weights_for(each, numbers);
  check_kernel(*nn::make_depthwise(each.input, each.window, weights), each, weights, numbers, 5e-5);
}

TEST_CASE("the transposed convolution is the adjoint of the convolution", "[nn]") {
  // <convolution(x), y> = <x, transposed(y)> for every x and y.
  Numbers numbers;
  const Case each =
      GENERATE(Case{{14, 14, 24}, kSame, 24, 1}, Case{{28, 28, 8}, kHalving, 12, 1},
               Case{{7, 6, 5}, kHalving, 9, 1}, Case{{8, 7, 6}, kHalving, 6, 6},
               Case{{6, 6, 4}, kSame, 8, 2}, Case{{7, 9, 5}, {5, 3, 2, 3, 4, 0, 1, 2}, 6, 1});
  CAPTURE(each.input.height, each.input.channels, each.outputs);
  const auto weights = weights_for(each, numbers);
  const nn::Shape to = each.window.output(each.input, each.outputs);
  auto x = numbers(each.input.size());
  auto y = numbers(to.size());
  const std::vector<float> no_bias(static_cast<std::size_t>(to.stride()));
  auto forward = by_definition(each, x, 1, weights, no_bias, {}, false);
  std::vector<float> back(each.input.size());
  nn::Workspace workspace;
  nn::TransposedConvolution(each.input, each.window, weights).run(y.data(), back.data(), workspace);

  const auto product = [](std::vector<float>& a, std::vector<float>& b, const nn::Shape& shape) {
    double sum = 0;
    for (int p = 0; p < shape.pixels(); ++p) {
      for (int c = 0; c < shape.channels; ++c) {
        sum += static_cast<double>(pixel(a, shape, 0, 0, p, c)) *
               static_cast<double>(pixel(b, shape, 0, 0, p, c));
      }
    }
    return sum;
  };
  const double there = product(forward, y, to);
  const double here = product(x, back, each.input);
  CHECK(here == Catch::Approx(there).epsilon(1e-4).margin(1e-2));
}
