// SPDX-License-Identifier: MIT
// The operations that have weights: convolution and linear layer.
#include <algorithm>
#include <cassert>

#include "nn/operation.hpp"

namespace atelier::nn {
namespace {

std::vector<float> padded_to_lanes(std::span<const float> values) {
  std::vector<float> padded(values.begin(), values.end());
  padded.resize(static_cast<std::size_t>(round_up_to_lanes(static_cast<int>(values.size()))));
  return padded;
}

class ConvolutionOperation final : public Operation {
 public:
  ConvolutionOperation(const Shape& input, const Window& window, const ConvolutionWeights& weights,
                       ConvolutionFeatures features)
      : input_(input),
        output_(window.output(input, weights.outputs)),
        bias_(padded_to_lanes(features.bias)),
        adds_residual_(features.adds_residual),
        relu_(features.relu),
        kernel_(make_convolution(input, window, weights)),
        transposed_(input, window, weights) {}

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& workspace) const override {
    const float* residual = adds_residual_ ? inputs[1] : nullptr;
    kernel_->run(inputs[0], output, count, {bias_.data(), residual, relu_}, workspace);
  }

  void backward(std::span<const float* const> /*inputs*/, const float* output,
                const float* d_output, std::span<float* const> d_inputs,
                Workspace& workspace) const override {
    std::vector<float> d_sum(d_output, d_output + output_.size());
    if (relu_) {
      for (std::size_t i = 0; i < d_sum.size(); ++i) {
        if (output[i] <= 0) d_sum[i] = 0;
      }
    }
    if (adds_residual_ && d_inputs[1] != nullptr) {
      for (std::size_t i = 0; i < d_sum.size(); ++i) d_inputs[1][i] += d_sum[i];
    }
    if (d_inputs[0] == nullptr) return;
    std::vector<float> d_input(input_.size());
    transposed_.run(d_sum.data(), d_input.data(), workspace);
    for (std::size_t i = 0; i < d_input.size(); ++i) d_inputs[0][i] += d_input[i];
  }

 private:
  Shape input_;
  Shape output_;
  std::vector<float> bias_;
  bool adds_residual_;
  bool relu_;
  std::unique_ptr<ConvolutionKernel> kernel_;
  TransposedConvolution transposed_;
};

class Linear final : public Operation {
 public:
  Linear(const Shape& input, int outputs, std::span<const float> weights,
         std::span<const float> bias)
      : input_(input),
        output_{1, 1, outputs},
        weights_(weights.begin(), weights.end()),
        packed_(input.channels, outputs, weights),
        bias_(padded_to_lanes(bias)) {
    assert(input.pixels() == 1);
  }

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    for (int first = 0; first < count; first += kRows) {
      const float* rows[kRows];
      for (int r = 0; r < kRows; ++r) {
        rows[r] =
            inputs[0] + input_.size() * static_cast<std::size_t>(std::min(first + r, count - 1));
      }
      const int valid = std::min(kRows, count - first);
      float* to = output + output_.size() * static_cast<std::size_t>(first);
      for (int column = 0; column < packed_.padded_columns();
           column += PackedMatrix::kPanelColumns) {
        if (packed_.padded_columns() - column > kLanes) {
          run_panel<2>(rows, column, to, valid);
        } else {
          run_panel<1>(rows, column, to, valid);
        }
      }
    }
  }

  void backward(std::span<const float* const> /*inputs*/, const float* /*output*/,
                const float* d_output, std::span<float* const> d_inputs,
                Workspace& /*workspace*/) const override {
    if (d_inputs[0] == nullptr) return;
    const float* row = weights_.data();
    for (int k = 0; k < input_.channels; ++k) {
      for (int output = 0; output < output_.channels; ++output) {
        d_inputs[0][k] += row[output] * d_output[output];
      }
      row += output_.channels;
    }
  }

 private:
  static constexpr int kRows = 4;

  template <std::size_t kVectors>
  void run_panel(const float* const* rows, int column, float* output, int valid) const {
    Block<kRows, kVectors> block{};
    block.add(rows, packed_.panel(column), packed_.depth());
    const Epilogue epilogue{.bias = bias_.data()};
    const auto first_channel = static_cast<std::size_t>(column);
    for (int r = 0; r < valid; ++r) {
      for (std::size_t v = 0; v < kVectors; ++v) {
        epilogue.store(block.sums[r][v], output, output_.size() * static_cast<std::size_t>(r),
                       first_channel + v * kLanes);
      }
    }
  }

  Shape input_;
  Shape output_;
  std::vector<float> weights_;
  PackedMatrix packed_;
  std::vector<float> bias_;
};

}  // namespace

OperationPointer make_convolution_operation(const Shape& input, const Window& window,
                                            const ConvolutionWeights& weights,
                                            ConvolutionFeatures features) {
  return std::make_unique<ConvolutionOperation>(input, window, weights, std::move(features));
}

OperationPointer make_linear(const Shape& input, int outputs, std::span<const float> weights,
                             std::span<const float> bias) {
  return std::make_unique<Linear>(input, outputs, weights, bias);
}

}  // namespace atelier::nn
