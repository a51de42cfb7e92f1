// SPDX-License-Identifier: MIT
// nn/network.hpp: a network that runs here, without a runtime: made from an .onnx file once, then
// run on any number of images. Also gives the gradient with respect to the image.
//
//   auto network = nn::load_network(file);
//   if (!network) return network.error();
//   std::vector<float> logits(count * network.value().class_count());
//   network.value().run(images, {.logits = logits});
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/result.hpp"
#include "nn/layer_maps.hpp"
#include "nn/onnx_model.hpp"
#include "nn/operation.hpp"
#include "nn/shape.hpp"
#include "nn/workspace.hpp"

namespace atelier::nn {

// What a network is made of; build_plan() makes it from a file.
struct Plan {
  // `value` numbers what flows between steps. The input is value 0.
  struct Step {
    OperationPointer operation;
    std::vector<std::size_t> inputs;
    std::size_t output = 0;
  };
  std::vector<Shape> values;
  std::vector<ReceptiveField> fields;  // of each value
  std::vector<Step> steps;             // in the order in which they can run
  std::size_t logits = 0;
  std::optional<std::size_t> features;
  std::optional<std::size_t> map;
  // The last layer, where logits = features x weights + bias and the features are the means of the
  // map over its pixels: then every class has an exact map of its own (nn/activation_map.hpp).
  struct Head {
    std::vector<float> weights;  // [F, classes]
    std::vector<float> bias;     // one a class
  };
  std::optional<Head> head;
  std::vector<std::size_t> layers;  // values that a window gives, moving over another value
  Filters first_filters;            // of the first layer; none if it sees several channels
};

// The network's input is one image tensor [N, C, H, W]; among its outputs is `logits` [N, classes],
// and maybe `features` [N, F] and `map` [N, F, h, w]. Errors: kOnnxUnsupported for an operator or a
// shape that is not known here, with the node's name and what is wrong about it in the detail.
[[nodiscard]] core::Result<Plan> build_plan(const OnnxModel& model);

class Network {
 public:
  explicit Network(Plan plan);

  [[nodiscard]] const Shape& input() const { return plan_.values[0]; }
  // Floats of one image, C x H x W.
  [[nodiscard]] std::size_t input_size() const { return dense_size(0); }
  [[nodiscard]] std::size_t class_count() const { return dense_size(plan_.logits); }
  // Empty shapes where the network has no such output.
  [[nodiscard]] std::size_t feature_count() const;
  [[nodiscard]] Shape map() const;
  [[nodiscard]] const std::optional<Plan::Head>& head() const { return plan_.head; }

  // None where the first layer is no convolution of one channel.
  [[nodiscard]] const Filters& first_filters() const { return plan_.first_filters; }

  // Where results go; what is empty is not wanted. Sizes are those of one image times the images:
  // logits [N, classes], features [N, F], map [N, F, h, w].
  struct Outputs {
    std::span<float> logits = {};
    std::span<float> features = {};
    std::span<float> map = {};
  };
  // `images` float32 [N, C, H, W]. Takes memory at the first call alone. One thread at a time.
  void run(std::span<const float> images, const Outputs& outputs);

  // What every layer makes of one image, from the first to the last.
  [[nodiscard]] std::vector<LayerMaps> layer_maps(std::span<const float> image);

  // For one image: the gradient of sum(d_logits * logits) with respect to it, [C, H, W]. With one
  // number of d_logits 1 and the others 0 this is a logit's gradient, with softmax - label that of
  // the log loss. Where ReLU has no slope it is taken as 0.
  [[nodiscard]] std::vector<float> input_gradient(std::span<const float> image,
                                                  std::span<const float> d_logits);

 private:
  [[nodiscard]] std::size_t dense_size(std::size_t value) const;
  void make_room(int count);
  void forward(std::span<const float> images, int count);
  void copy_out(std::size_t value, int count, float* to) const;

  Plan plan_;
  std::vector<std::vector<float>> numbers_;  // of each value, for as many images as run together
  int room_ = 0;                             // images
  Workspace workspace_;
};

// read_onnx() and build_plan() together, with the errors of both.
[[nodiscard]] core::Result<Network> load_network(std::span<const std::byte> file);

}  // namespace atelier::nn
