// SPDX-License-Identifier: MIT
// The operations that treat every number of an image, or every pair of numbers, by itself.
#include <algorithm>
#include <cassert>
#include <cmath>

#include "nn/operation.hpp"

namespace atelier::nn {
namespace {

class Affine final : public Operation {
 public:
  Affine(const Shape& input, std::span<const float> scale, std::span<const float> shift)
      : shape_(input), scale_(scale.begin(), scale.end()), shift_(shift.begin(), shift.end()) {
    scale_.resize(static_cast<std::size_t>(input.stride()));
    shift_.resize(static_cast<std::size_t>(input.stride()));
  }

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    const std::size_t size = shape_.size() * static_cast<std::size_t>(count);
    const auto stride = static_cast<std::size_t>(shape_.stride());
    for (std::size_t pixel = 0; pixel < size; pixel += stride) {
      for (std::size_t c = 0; c < stride; c += kLanes) {
        store4(output + pixel + c,
               load4(inputs[0] + pixel + c) * load4(&scale_[c]) + load4(&shift_[c]));
      }
    }
  }

  void backward(std::span<const float* const> /*inputs*/, const float* /*output*/,
                const float* d_output, std::span<float* const> d_inputs,
                Workspace& /*workspace*/) const override {
    if (d_inputs[0] == nullptr) return;
    const auto stride = static_cast<std::size_t>(shape_.stride());
    for (std::size_t i = 0; i < shape_.size(); ++i) {
      d_inputs[0][i] += d_output[i] * scale_[i % stride];
    }
  }

 private:
  Shape shape_;
  std::vector<float> scale_;
  std::vector<float> shift_;
};

class ActivationOperation final : public Operation {
 public:
  ActivationOperation(const Shape& input, Activation activation, float low, float high)
      : shape_(input), activation_(activation), low_(low), high_(high) {}

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    const std::size_t size = shape_.size() * static_cast<std::size_t>(count);
    for (std::size_t i = 0; i < size; ++i) output[i] = value(inputs[0][i]);
  }

  void backward(std::span<const float* const> inputs, const float* output, const float* d_output,
                std::span<float* const> d_inputs, Workspace& /*workspace*/) const override {
    if (d_inputs[0] == nullptr) return;
    for (std::size_t i = 0; i < shape_.size(); ++i) {
      d_inputs[0][i] += d_output[i] * slope(inputs[0][i], output[i]);
    }
  }

 private:
  [[nodiscard]] float value(float x) const {
    switch (activation_) {
      case Activation::kRelu:
        return std::max(x, 0.0F);
      case Activation::kSigmoid:
        return 1.0F / (1.0F + std::exp(-x));
      case Activation::kHardSwish:
        return x * std::clamp(x / 6 + 0.5F, 0.0F, 1.0F);
      case Activation::kClip:
        return std::clamp(x, low_, high_);
    }
    return x;
  }

  // PyTorch's choices where there is no derivative.
  [[nodiscard]] float slope(float x, float y) const {
    switch (activation_) {
      case Activation::kRelu:
        return x > 0 ? 1.0F : 0.0F;
      case Activation::kSigmoid:
        return y * (1 - y);
      case Activation::kHardSwish:
        if (x <= -3) return 0;
        return x >= 3 ? 1 : x / 3 + 0.5F;
      case Activation::kClip:
        return x >= low_ && x <= high_ ? 1.0F : 0.0F;
    }
    return 0;
  }

  Shape shape_;
  Activation activation_;
  float low_;
  float high_;
};

class ArithmeticOperation final : public Operation {
 public:
  ArithmeticOperation(const Shape& left, const Shape& right, Arithmetic arithmetic)
      : left_(left),
        right_(right),
        output_(left.pixels() >= right.pixels() ? left : right),
        arithmetic_(arithmetic) {
    assert(left.channels == right.channels);
  }

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    const float* left = inputs[0];
    const float* right = inputs[1];
    for (int image = 0; image < count; ++image) {
      for (std::size_t i = 0; i < output_.size(); ++i) {
        output[i] = value(left[place(i, left_)], right[place(i, right_)]);
      }
      left += left_.size();
      right += right_.size();
      output += output_.size();
    }
  }

  void backward(std::span<const float* const> inputs, const float* /*output*/,
                const float* d_output, std::span<float* const> d_inputs,
                Workspace& /*workspace*/) const override {
    for (std::size_t i = 0; i < output_.size(); ++i) {
      const std::size_t l = place(i, left_);
      const std::size_t r = place(i, right_);
      const float x = inputs[0][l];
      const float y = inputs[1][r];
      const float d = d_output[i];
      if (d_inputs[0] != nullptr) d_inputs[0][l] += d * slope_left(y);
      if (d_inputs[1] != nullptr) d_inputs[1][r] += d * slope_right(x, y);
    }
  }

 private:
  // Where number i of the output comes from: an input of one pixel is the same for all.
  [[nodiscard]] std::size_t place(std::size_t i, const Shape& input) const {
    return input.pixels() == output_.pixels() ? i : i % static_cast<std::size_t>(input.stride());
  }
  [[nodiscard]] float value(float x, float y) const {
    switch (arithmetic_) {
      case Arithmetic::kAdd:
        return x + y;
      case Arithmetic::kSubtract:
        return x - y;
      case Arithmetic::kMultiply:
        return x * y;
      case Arithmetic::kDivide:
        return x / y;
    }
    return 0;
  }
  [[nodiscard]] float slope_left(float y) const {
    switch (arithmetic_) {
      case Arithmetic::kAdd:
      case Arithmetic::kSubtract:
        return 1;
      case Arithmetic::kMultiply:
        return y;
      case Arithmetic::kDivide:
        return 1 / y;
    }
    return 0;
  }
  [[nodiscard]] float slope_right(float x, float y) const {
    switch (arithmetic_) {
      case Arithmetic::kAdd:
        return 1;
      case Arithmetic::kSubtract:
        return -1;
      case Arithmetic::kMultiply:
        return x;
      case Arithmetic::kDivide:
        return -x / (y * y);
    }
    return 0;
  }

  Shape left_;
  Shape right_;
  Shape output_;
  Arithmetic arithmetic_;
};

}  // namespace

OperationPointer make_affine(const Shape& input, std::span<const float> scale,
                             std::span<const float> shift) {
  return std::make_unique<Affine>(input, scale, shift);
}

OperationPointer make_activation(const Shape& input, Activation activation, float low, float high) {
  return std::make_unique<ActivationOperation>(input, activation, low, high);
}

OperationPointer make_arithmetic(const Shape& left, const Shape& right, Arithmetic arithmetic) {
  return std::make_unique<ArithmeticOperation>(left, right, arithmetic);
}

}  // namespace atelier::nn
