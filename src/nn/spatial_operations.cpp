// SPDX-License-Identifier: MIT
// The operations without weights that look across pixels or move numbers about.
#include <algorithm>
#include <cassert>
#include <limits>

#include "nn/operation.hpp"

namespace atelier::nn {
namespace {

class GlobalAverage final : public Operation {
 public:
  explicit GlobalAverage(const Shape& input) : input_(input) {}

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    const auto stride = static_cast<std::size_t>(input_.stride());
    const float* image = inputs[0];
    const Float4 share = splat4(1.0F / static_cast<float>(input_.pixels()));
    for (int k = 0; k < count; ++k) {
      for (std::size_t c = 0; c < stride; c += kLanes) {
        Float4 sum = splat4(0);
        for (std::size_t at = c; at < input_.size(); at += stride) sum += load4(image + at);
        store4(output + c, sum * share);
      }
      image += input_.size();
      output += stride;
    }
  }

  void backward(std::span<const float* const> /*inputs*/, const float* /*output*/,
                const float* d_output, std::span<float* const> d_inputs,
                Workspace& /*workspace*/) const override {
    if (d_inputs[0] == nullptr) return;
    const auto stride = static_cast<std::size_t>(input_.stride());
    const auto pixels = static_cast<float>(input_.pixels());
    for (std::size_t i = 0; i < input_.size(); ++i) d_inputs[0][i] += d_output[i % stride] / pixels;
  }

 private:
  Shape input_;
};

class PoolOperation final : public Operation {
 public:
  PoolOperation(const Shape& input, const Window& window, Pool pool, bool counts_padding)
      : input_(input),
        output_(window.output(input, input.channels)),
        window_(window),
        pool_(pool),
        counts_padding_(counts_padding) {}

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    const float* image = inputs[0];
    for (int k = 0; k < count; ++k) {
      for (int pixel = 0; pixel < output_.pixels(); ++pixel) {
        const Area area = area_of(pixel);
        for (int c = 0; c < input_.channels; ++c) {
          float result = pool_ == Pool::kMax ? std::numeric_limits<float>::lowest() : 0.0F;
          for (int y = area.top; y < area.bottom; ++y) {
            for (int x = area.left; x < area.right; ++x) {
              const float value = image[place(input_, y * input_.width + x, c)];
              result = pool_ == Pool::kMax ? std::max(result, value) : result + value;
            }
          }
          if (pool_ == Pool::kAverage) result /= divisor(area);
          output[place(output_, pixel, c)] = result;
        }
      }
      image += input_.size();
      output += output_.size();
    }
  }

  void backward(std::span<const float* const> inputs, const float* output, const float* d_output,
                std::span<float* const> d_inputs, Workspace& /*workspace*/) const override {
    if (d_inputs[0] == nullptr) return;
    for (int pixel = 0; pixel < output_.pixels(); ++pixel) {
      const Area area = area_of(pixel);
      for (int c = 0; c < input_.channels; ++c) {
        const std::size_t to = place(output_, pixel, c);
        bool found = false;  // of equal maxima the first one gets all, as in PyTorch
        for (int y = area.top; y < area.bottom; ++y) {
          for (int x = area.left; x < area.right; ++x) {
            const std::size_t from = place(input_, y * input_.width + x, c);
            if (pool_ == Pool::kAverage) {
              d_inputs[0][from] += d_output[to] / divisor(area);
            } else if (!found && inputs[0][from] == output[to]) {
              d_inputs[0][from] += d_output[to];
              found = true;
            }
          }
        }
      }
    }
  }

 private:
  struct Area {
    int top, left, bottom, right;  // in pixels of the input, the last two excluded
  };

  static std::size_t place(const Shape& shape, int pixel, int channel) {
    return static_cast<std::size_t>(pixel) * static_cast<std::size_t>(shape.stride()) +
           static_cast<std::size_t>(channel);
  }

  [[nodiscard]] Area area_of(int pixel) const {
    const int y = pixel / output_.width * window_.stride_y - window_.top;
    const int x = pixel % output_.width * window_.stride_x - window_.left;
    return {std::max(y, 0), std::max(x, 0), std::min(y + window_.height, input_.height),
            std::min(x + window_.width, input_.width)};
  }

  [[nodiscard]] float divisor(const Area& area) const {
    const int seen = (area.bottom - area.top) * (area.right - area.left);
    return static_cast<float>(counts_padding_ ? window_.height * window_.width : seen);
  }

  Shape input_;
  Shape output_;
  Window window_;
  Pool pool_;
  bool counts_padding_;
};

class Concat final : public Operation {
 public:
  explicit Concat(std::span<const Shape> inputs)
      : inputs_(inputs.begin(), inputs.end()), output_(inputs.front()) {
    output_.channels = 0;
    for (const Shape& input : inputs_) output_.channels += input.channels;
  }

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    const int pixels = output_.pixels() * count;
    float* first = output;
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      const float* from = inputs[k];
      float* to = first;
      for (int pixel = 0; pixel < pixels; ++pixel) {
        std::copy_n(from, inputs_[k].channels, to);
        from += inputs_[k].stride();
        to += output_.stride();
      }
      first += inputs_[k].channels;
    }
  }

  void backward(std::span<const float* const> /*inputs*/, const float* /*output*/,
                const float* d_output, std::span<float* const> d_inputs,
                Workspace& /*workspace*/) const override {
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      const float* from = d_output;
      float* to = d_inputs[k];
      for (int pixel = 0; to != nullptr && pixel < output_.pixels(); ++pixel) {
        for (int c = 0; c < inputs_[k].channels; ++c) to[c] += from[c];
        from += output_.stride();
        to += inputs_[k].stride();
      }
      d_output += inputs_[k].channels;
    }
  }

 private:
  std::vector<Shape> inputs_;
  Shape output_;
};

class Flatten final : public Operation {
 public:
  explicit Flatten(const Shape& input)
      : input_(input), output_{1, 1, input.pixels() * input.channels} {}

  void forward(std::span<const float* const> inputs, float* output, int count,
               Workspace& /*workspace*/) const override {
    const float* image = inputs[0];
    for (int k = 0; k < count; ++k) {
      for (int i = 0; i < output_.channels; ++i) output[i] = image[place(i)];
      image += input_.size();
      output += output_.size();
    }
  }

  void backward(std::span<const float* const> /*inputs*/, const float* /*output*/,
                const float* d_output, std::span<float* const> d_inputs,
                Workspace& /*workspace*/) const override {
    if (d_inputs[0] == nullptr) return;
    for (int i = 0; i < output_.channels; ++i) d_inputs[0][place(i)] += d_output[i];
  }

 private:
  [[nodiscard]] std::size_t place(int i) const {
    return static_cast<std::size_t>(i % input_.pixels()) *
               static_cast<std::size_t>(input_.stride()) +
           static_cast<std::size_t>(i / input_.pixels());
  }

  Shape input_;
  Shape output_;
};

}  // namespace

OperationPointer make_global_average(const Shape& input) {
  return std::make_unique<GlobalAverage>(input);
}

OperationPointer make_pool(const Shape& input, const Window& window, Pool pool,
                           bool counts_padding) {
  return std::make_unique<PoolOperation>(input, window, pool, counts_padding);
}

OperationPointer make_concat(std::span<const Shape> inputs) {
  assert(!inputs.empty());
  return std::make_unique<Concat>(inputs);
}

OperationPointer make_flatten(const Shape& input) { return std::make_unique<Flatten>(input); }

}  // namespace atelier::nn
