// SPDX-License-Identifier: MIT
// nn/operation.hpp: one step of a network, on images laid out as nn/shape.hpp says. An operation
// knows its shapes and holds its weights; it is made once and then only read.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "nn/convolution.hpp"
#include "nn/shape.hpp"
#include "nn/workspace.hpp"

namespace atelier::nn {

class Operation {
 public:
  virtual ~Operation() = default;

  // `count` images each; `output` does not overlap an input. Lanes beyond the last channel may hold
  // anything, in what comes in and in what goes out.
  virtual void forward(std::span<const float* const> inputs, float* output, int count,
                       Workspace& workspace) const = 0;

  // For one image: adds to d_inputs[k], the gradient with respect to input k, what comes back from
  // d_output. `inputs` and `output` are those of forward(). A null d_input is not wanted.
  virtual void backward(std::span<const float* const> inputs, const float* output,
                        const float* d_output, std::span<float* const> d_inputs,
                        Workspace& workspace) const = 0;
};

using OperationPointer = std::unique_ptr<const Operation>;

// relu(convolution + bias + residual). Inputs: the image, and the residual, which has the output's
// shape, if `adds_residual`.
struct ConvolutionFeatures {
  std::vector<float> bias;  // one an output channel
  bool adds_residual = false;
  bool relu = false;
};
[[nodiscard]] OperationPointer make_convolution_operation(const Shape& input, const Window& window,
                                                          const ConvolutionWeights& weights,
                                                          ConvolutionFeatures features);

// features x W + bias; `weights` [features, outputs] row by row.
[[nodiscard]] OperationPointer make_linear(const Shape& input, int outputs,
                                           std::span<const float> weights,
                                           std::span<const float> bias);

// The mean over all pixels of each channel.
[[nodiscard]] OperationPointer make_global_average(const Shape& input);

enum class Pool { kMax, kAverage };
// `counts_padding`: an average counts the zeros of the margin; a maximum never sees them.
[[nodiscard]] OperationPointer make_pool(const Shape& input, const Window& window, Pool pool,
                                         bool counts_padding);

// input * scale + shift, one of each a channel.
[[nodiscard]] OperationPointer make_affine(const Shape& input, std::span<const float> scale,
                                           std::span<const float> shift);

enum class Activation { kRelu, kSigmoid, kHardSwish, kClip };
// kClip: to low..high.
[[nodiscard]] OperationPointer make_activation(const Shape& input, Activation activation,
                                               float low = 0, float high = 0);

enum class Arithmetic { kAdd, kSubtract, kMultiply, kDivide };
// Of two images of one shape, or of one shape and one pixel of as many channels.
[[nodiscard]] OperationPointer make_arithmetic(const Shape& left, const Shape& right,
                                               Arithmetic arithmetic);

// The channels of all inputs, one after another.
[[nodiscard]] OperationPointer make_concat(std::span<const Shape> inputs);

// An image to a vector, in ONNX's order: channel by channel.
[[nodiscard]] OperationPointer make_flatten(const Shape& input);

}  // namespace atelier::nn
