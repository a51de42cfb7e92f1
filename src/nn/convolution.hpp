// SPDX-License-Identifier: MIT
// nn/convolution.hpp: two-dimensional convolutions as neural networks mean them
// (cross-correlation). Three kernels with one meaning: direct, Winograd's (nn/winograd.hpp) and
// depthwise.
#pragma once

#include <memory>
#include <vector>

#include "nn/epilogue.hpp"
#include "nn/matrix.hpp"
#include "nn/shape.hpp"
#include "nn/workspace.hpp"

namespace atelier::nn {

// How a window moves over an image. Pixels; paddings are zeros.
struct Window {
  int height = 1, width = 1;
  int stride_y = 1, stride_x = 1;
  int top = 0, left = 0, bottom = 0, right = 0;

  // The shape of what comes out, with `channels` channels. Not positive where the window does not
  // fit in.
  [[nodiscard]] Shape output(const Shape& input, int channels) const {
    return {(input.height + top + bottom - height) / stride_y + 1,
            (input.width + left + right - width) / stride_x + 1, channels};
  }
};

// A convolution without its bias, which is a part of the Epilogue.
class ConvolutionKernel {
 public:
  virtual ~ConvolutionKernel() = default;
  // `count` images. `residual` of the epilogue advances with the output.
  virtual void run(const float* input, float* output, int count, Epilogue epilogue,
                   Workspace& workspace) const = 0;
};

// The weights of a convolution as ONNX has them: [outputs, inputs / groups, height, width].
struct ConvolutionWeights {
  std::vector<float> values;
  int outputs = 0;
  int inputs_per_group = 0;
  int groups = 1;
};

// Picks the fastest kernel for that shape.
[[nodiscard]] std::unique_ptr<ConvolutionKernel> make_convolution(
    const Shape& input, const Window& window, const ConvolutionWeights& weights);

// Each of them alone, for the tests and for the benchmark.
[[nodiscard]] std::unique_ptr<ConvolutionKernel> make_direct(const Shape& input,
                                                             const Window& window,
                                                             const ConvolutionWeights& weights);
[[nodiscard]] std::unique_ptr<ConvolutionKernel> make_depthwise(const Shape& input,
                                                                const Window& window,
                                                                const ConvolutionWeights& weights);

// The kernel that turns the gradient with respect to a convolution's output into that with respect
// to its input: a convolution of the output, spread by the stride, with the mirrored weights.
class TransposedConvolution {
 public:
  TransposedConvolution(const Shape& input, const Window& window,
                        const ConvolutionWeights& weights);
  // Overwrites d_input; one image.
  void run(const float* d_output, float* d_input, Workspace& workspace) const;

 private:
  Shape output_;
  Shape spread_;
  int stride_y_, stride_x_;
  std::vector<float> no_bias_;
  std::unique_ptr<ConvolutionKernel> kernel_;
};

// Copies an image into one with a margin of zeros, [height, width] in all with the image at (top,
// left). Pixels of `to` have `stride` floats, of which the image's channels are filled.
void copy_with_margin(const float* image, const Shape& shape, float* to, int height, int width,
                      int stride, int top, int left);

}  // namespace atelier::nn
