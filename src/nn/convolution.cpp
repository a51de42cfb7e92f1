// SPDX-License-Identifier: MIT
#include "nn/convolution.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "nn/winograd.hpp"

namespace atelier::nn {
namespace {

constexpr int kRows = 4;

// [outputs, inputs, h, w] to a matrix [h * w * inputs, outputs], with zeros between the groups.
std::vector<float> as_matrix(const Shape& input, const Window& window,
                             const ConvolutionWeights& weights) {
  const int taps = window.height * window.width;
  const int outputs_per_group = weights.outputs / weights.groups;
  std::vector<float> matrix(offset(taps * input.channels, weights.outputs));
  for (int output = 0; output < weights.outputs; ++output) {
    const int first_input = output / outputs_per_group * weights.inputs_per_group;
    for (int k = 0; k < weights.inputs_per_group; ++k) {
      for (int tap = 0; tap < taps; ++tap) {
        const int row = tap * input.channels + first_input + k;
        matrix[offset(row, weights.outputs) + static_cast<std::size_t>(output)] =
            weights.values[offset((output * weights.inputs_per_group + k) * taps + tap, 1)];
      }
    }
  }
  return matrix;
}

// Every output pixel is the product of its window, which lies in memory as a few pieces, one for
// each row of the window, with the matrix of weights.
class Direct final : public ConvolutionKernel {
 public:
  Direct(const Shape& input, const Window& window, const ConvolutionWeights& weights)
      : input_(input),
        output_(window.output(input, weights.outputs)),
        window_(window),
        weights_(window.height * window.width * input.channels, weights.outputs,
                 as_matrix(input, window, weights)) {}

  void run(const float* input, float* output, int count, Epilogue epilogue,
           Workspace& workspace) const override {
    const int height = input_.height + window_.top + window_.bottom;
    const int width = input_.width + window_.left + window_.right;
    float* padded = workspace.take(Workspace::kPadded, offset(height * width, input_.channels));
    for (int image = 0; image < count; ++image) {
      copy_with_margin(input, input_, padded, height, width, input_.channels, window_.top,
                       window_.left);
      for (int column = 0; column < weights_.padded_columns();
           column += PackedMatrix::kPanelColumns) {
        if (weights_.padded_columns() - column > kLanes) {
          run_panel<2>(padded, width, column, output, epilogue);
        } else {
          run_panel<1>(padded, width, column, output, epilogue);
        }
      }
      input += input_.size();
      output += output_.size();
      if (epilogue.residual != nullptr) epilogue.residual += output_.size();
    }
  }

 private:
  template <std::size_t kVectors>
  void run_panel(const float* padded, int padded_width, int column, float* output,
                 const Epilogue& epilogue) const {
    const int piece = window_.width * input_.channels;
    const std::size_t row_step = offset(padded_width, input_.channels);
    const std::size_t panel_step = static_cast<std::size_t>(piece) * kVectors * kLanes;
    const auto first_channel = static_cast<std::size_t>(column);
    for (int first = 0; first < output_.pixels(); first += kRows) {
      const float* rows[kRows];
      for (int r = 0; r < kRows; ++r) {
        // The last block repeats the last pixel.
        const int pixel = std::min(first + r, output_.pixels() - 1);
        const int y = pixel / output_.width * window_.stride_y;
        const int x = pixel % output_.width * window_.stride_x;
        rows[r] = padded + offset(y * padded_width + x, input_.channels);
      }
      Block<kRows, kVectors> block{};
      const float* panel = weights_.panel(column);
      for (int tap = 0; tap < window_.height; ++tap) {
        block.add(rows, panel, piece);
        panel += panel_step;
        for (const float*& row : rows) row += row_step;
      }
      const int valid = std::min(kRows, output_.pixels() - first);
      for (int r = 0; r < valid; ++r) {
        for (std::size_t v = 0; v < kVectors; ++v) {
          epilogue.store(block.sums[r][v], output, offset(first + r, output_.stride()),
                         first_channel + v * kLanes);
        }
      }
    }
  }

  Shape input_;
  Shape output_;
  Window window_;
  PackedMatrix weights_;
};

// Each channel by itself: four of them at a time.
class Depthwise final : public ConvolutionKernel {
 public:
  Depthwise(const Shape& input, const Window& window, const ConvolutionWeights& weights)
      : input_(input), output_(window.output(input, weights.outputs)), window_(window) {
    const int taps = window.height * window.width;
    weights_.resize(offset(taps, input.stride()));
    for (int channel = 0; channel < input.channels; ++channel) {
      for (int tap = 0; tap < taps; ++tap) {
        weights_[offset(tap, input.stride()) + static_cast<std::size_t>(channel)] =
            weights.values[offset(channel, taps) + static_cast<std::size_t>(tap)];
      }
    }
  }

  void run(const float* input, float* output, int count, Epilogue epilogue,
           Workspace& workspace) const override {
    const int height = input_.height + window_.top + window_.bottom;
    const int width = input_.width + window_.left + window_.right;
    const int stride = input_.stride();
    float* padded = workspace.take(Workspace::kPadded, offset(height * width, stride));
    for (int image = 0; image < count; ++image) {
      copy_with_margin(input, input_, padded, height, width, stride, window_.top, window_.left);
      for (int pixel = 0; pixel < output_.pixels(); ++pixel) {
        const int y = pixel / output_.width * window_.stride_y;
        const int x = pixel % output_.width * window_.stride_x;
        for (int channel = 0; channel < stride; channel += kLanes) {
          Float4 sums = splat4(0);
          for (int ky = 0; ky < window_.height; ++ky) {
            for (int kx = 0; kx < window_.width; ++kx) {
              const auto c = static_cast<std::size_t>(channel);
              sums += load4(padded + offset((y + ky) * width + x + kx, stride) + c) *
                      load4(weights_.data() + offset(ky * window_.width + kx, stride) + c);
            }
          }
          epilogue.store(sums, output, offset(pixel, stride), static_cast<std::size_t>(channel));
        }
      }
      input += input_.size();
      output += output_.size();
      if (epilogue.residual != nullptr) epilogue.residual += output_.size();
    }
  }

 private:
  Shape input_;
  Shape output_;
  Window window_;
  std::vector<float> weights_;  // [taps, stride]
};

bool is_depthwise(const Shape& input, const ConvolutionWeights& weights) {
  return weights.groups == input.channels && weights.outputs == input.channels &&
         weights.groups > 1;
}

// With fewer channels the transforms cost more than they save.
constexpr int kWinogradLeastChannels = 8;

bool suits_winograd(const Shape& input, const Window& window, const ConvolutionWeights& weights) {
  return weights.groups == 1 && window.height == 3 && window.width == 3 && window.stride_y == 1 &&
         window.stride_x == 1 && input.channels >= kWinogradLeastChannels &&
         weights.outputs >= kWinogradLeastChannels;
}

// Without Winograd: gradients are rare, and its weights take four times the memory.
std::unique_ptr<ConvolutionKernel> make_plain(const Shape& input, const Window& window,
                                              const ConvolutionWeights& weights) {
  return is_depthwise(input, weights) ? make_depthwise(input, window, weights)
                                      : make_direct(input, window, weights);
}

// What turns a window's gradient back: mirrored, and with so much margin that the input's shape
// comes out.
Window mirrored(const Shape& input, const Window& window, const Shape& spread) {
  const int top = window.height - 1 - window.top;
  const int left = window.width - 1 - window.left;
  return {.height = window.height,
          .width = window.width,
          .top = top,
          .left = left,
          .bottom = input.height + window.height - 1 - spread.height - top,
          .right = input.width + window.width - 1 - spread.width - left};
}

// [outputs, inputs / groups, h, w] to [inputs, outputs / groups, h, w], each window turned by half
// a turn.
ConvolutionWeights transposed(const ConvolutionWeights& weights, int taps) {
  const int outputs_per_group = weights.outputs / weights.groups;
  ConvolutionWeights result{.values = std::vector<float>(weights.values.size()),
                            .outputs = weights.inputs_per_group * weights.groups,
                            .inputs_per_group = outputs_per_group,
                            .groups = weights.groups};
  for (int output = 0; output < weights.outputs; ++output) {
    const int group = output / outputs_per_group;
    for (int k = 0; k < weights.inputs_per_group; ++k) {
      const int input = group * weights.inputs_per_group + k;
      for (int tap = 0; tap < taps; ++tap) {
        const int from = (output * weights.inputs_per_group + k) * taps + tap;
        const int to =
            (input * outputs_per_group + output % outputs_per_group) * taps + taps - 1 - tap;
        result.values[static_cast<std::size_t>(to)] =
            weights.values[static_cast<std::size_t>(from)];
      }
    }
  }
  return result;
}

}  // namespace

void copy_with_margin(const float* image, const Shape& shape, float* to, int height, int width,
                      int stride, int top, int left) {
  std::fill_n(to, offset(height * width, stride), 0.0F);
  for (int y = 0; y < shape.height; ++y) {
    float* row = to + offset((y + top) * width + left, stride);
    if (stride == shape.stride()) {
      std::copy_n(image, offset(shape.width, stride), row);
      image += offset(shape.width, stride);
      continue;
    }
    for (int x = 0; x < shape.width; ++x) {
      std::copy_n(image, shape.channels, row);
      image += shape.stride();
      row += stride;
    }
  }
}

std::unique_ptr<ConvolutionKernel> make_direct(const Shape& input, const Window& window,
                                               const ConvolutionWeights& weights) {
  return std::make_unique<Direct>(input, window, weights);
}

std::unique_ptr<ConvolutionKernel> make_depthwise(const Shape& input, const Window& window,
                                                  const ConvolutionWeights& weights) {
  assert(is_depthwise(input, weights));
  return std::make_unique<Depthwise>(input, window, weights);
}

std::unique_ptr<ConvolutionKernel> make_convolution(const Shape& input, const Window& window,
                                                    const ConvolutionWeights& weights) {
  if (suits_winograd(input, window, weights)) return make_winograd(input, window, weights);
  return make_plain(input, window, weights);
}

TransposedConvolution::TransposedConvolution(const Shape& input, const Window& window,
                                             const ConvolutionWeights& weights)
    : output_(window.output(input, weights.outputs)),
      spread_{(output_.height - 1) * window.stride_y + 1, (output_.width - 1) * window.stride_x + 1,
              weights.outputs},
      stride_y_(window.stride_y),
      stride_x_(window.stride_x),
      no_bias_(static_cast<std::size_t>(input.stride())),
      kernel_(make_plain(spread_, mirrored(input, window, spread_),
                         transposed(weights, window.height * window.width))) {}

void TransposedConvolution::run(const float* d_output, float* d_input, Workspace& workspace) const {
  const float* source = d_output;
  std::vector<float> spread;
  if (stride_y_ > 1 || stride_x_ > 1) {
    spread.resize(spread_.size());
    for (int pixel = 0; pixel < output_.pixels(); ++pixel) {
      const int y = pixel / output_.width * stride_y_;
      const int x = pixel % output_.width * stride_x_;
      std::copy_n(d_output + offset(pixel, output_.stride()), output_.stride(),
                  spread.data() + offset(y * spread_.width + x, spread_.stride()));
    }
    source = spread.data();
  }
  kernel_->run(source, d_input, 1, {.bias = no_bias_.data()}, workspace);
}

}  // namespace atelier::nn
