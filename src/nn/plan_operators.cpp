// SPDX-License-Identifier: MIT
// One function for each operator, or for a few that are alike.
#include <algorithm>
#include <limits>
#include <utility>

#include "nn/plan_builder.hpp"

namespace atelier::nn {

// ---- operations with weights --------------------------------------------------------------------

Result<void> PlanBuilder::add_convolution(const OnnxNode& node) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  const Shape from = shape(input.value());
  const OnnxTensor* kernel = constant(node, 1);
  if (input.value().flat || kernel == nullptr || kernel->dims.size() != 4 ||
      floats(*kernel) == nullptr) {
    return unsupported(node, "expected an image and constant weights of 4 dimensions");
  }
  const auto& dims = kernel->dims;
  const std::int64_t groups = integer(node, "group", 1);
  const bool fits = groups >= 1 && dims[0] >= 1 && dims[0] <= kMaxChannels && dims[1] >= 1 &&
                    dims[1] <= kMaxChannels && groups <= kMaxChannels &&
                    dims[1] * groups == from.channels && dims[0] % groups == 0;
  if (!fits) return unsupported(node, "the weights do not fit the channels of the input");
  auto place = window(node, from, dims[2], dims[3]);
  if (!place) return place.error();
  if (auto good = spend(node, dims[0] * from.channels * dims[2] * dims[3]); !good) {
    return good.error();
  }
  const ConvolutionWeights weights{*floats(*kernel), static_cast<int>(dims[0]),
                                   static_cast<int>(dims[1]), static_cast<int>(groups)};
  ConvolutionFeatures features{std::vector<float>(static_cast<std::size_t>(dims[0])), false, false};
  if (node.inputs.size() > 2 && !node.inputs[2].empty()) {
    const OnnxTensor* bias = constant(node, 2);
    if (bias == nullptr || floats(*bias) == nullptr ||
        floats(*bias)->size() != features.bias.size()) {
      return unsupported(node, "expected a constant bias, one a channel");
    }
    features.bias = *floats(*bias);
  }

  const Shape to = place.value().output(from, weights.outputs);
  std::vector<std::size_t> inputs{input.value().value};
  std::string output = node.outputs[0];
  // The other branch of a residual block, if it is there already.
  if (const OnnxNode* add = only_user(output, "Add"); add != nullptr && add->inputs.size() == 2) {
    const std::string& other = add->inputs[add->inputs[0] == output ? 1 : 0];
    const auto found = variables_.find(other);
    if (other != output && found != variables_.end() && shape(found->second) == to &&
        !found->second.flat) {
      features.adds_residual = true;
      inputs.push_back(found->second.value);
      done_.insert(add);
      output = add->outputs[0];
    }
  }
  if (const OnnxNode* relu = only_user(output, "Relu"); relu != nullptr) {
    features.relu = true;
    done_.insert(relu);
    output = relu->outputs[0];
  }
  if (plan_.layers.empty() && from.channels == 1) {
    plan_.first_filters = {weights.outputs, place.value().height, place.value().width,
                           weights.values};
  }
  return add_step(node, output, to, false, std::move(inputs),
                  make_convolution_operation(from, place.value(), weights, std::move(features)),
                  place.value());
}

Result<void> PlanBuilder::add_linear(const OnnxNode& node) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  const Shape from = shape(input.value());
  const OnnxTensor* matrix = constant(node, 1);
  if (!input.value().flat || matrix == nullptr || matrix->dims.size() != 2 ||
      floats(*matrix) == nullptr) {
    return unsupported(node, "expected a vector and a constant matrix");
  }
  if (integer(node, "transA", 0) != 0) return unsupported(node, "transA is not known here");
  const bool transposed = integer(node, "transB", 0) != 0;
  const std::int64_t depth = matrix->dims[transposed ? 1 : 0];
  const std::int64_t columns = matrix->dims[transposed ? 0 : 1];
  if (depth != from.channels || columns < 1 || columns > kMaxChannels) {
    return unsupported(node, "the matrix does not fit the vector");
  }
  if (auto good = spend(node, depth * columns); !good) return good.error();
  const float alpha = number(node, "alpha", 1);
  std::vector<float> weights(floats(*matrix)->size());
  for (std::int64_t k = 0; k < depth; ++k) {
    for (std::int64_t column = 0; column < columns; ++column) {
      const std::int64_t at = transposed ? column * depth + k : k * columns + column;
      weights[static_cast<std::size_t>(k * columns + column)] =
          alpha * (*floats(*matrix))[static_cast<std::size_t>(at)];
    }
  }
  const Shape to{1, 1, static_cast<int>(columns)};
  std::vector<float> bias(static_cast<std::size_t>(columns));
  if (node.inputs.size() > 2 && !node.inputs[2].empty()) {
    const OnnxTensor* given = constant(node, 2);
    const auto values = given == nullptr ? std::nullopt : per_channel(*given, to, true);
    if (!values) return unsupported(node, "expected a constant bias, one an output");
    const float beta = number(node, "beta", 1);
    std::transform(values->begin(), values->end(), bias.begin(),
                   [beta](float value) { return beta * value; });
  }
  auto added = add_step(node, node.outputs[0], to, true, {input.value().value},
                        make_linear(from, to.channels, weights, bias));
  last_linear_ = {input.value().value, plan_.values.size() - 1, {std::move(weights), bias}};
  return added;
}

// ---- element by element -------------------------------------------------------------------------

Result<void> PlanBuilder::add_arithmetic(const OnnxNode& node, Arithmetic arithmetic) {
  const OnnxTensor* left_constant = constant(node, 0);
  const OnnxTensor* right_constant = constant(node, 1);
  if (left_constant != nullptr || right_constant != nullptr) {
    const bool constant_is_left = left_constant != nullptr;
    const auto other = variable(node, constant_is_left ? 1 : 0);
    if (!other) return other.error();
    return add_arithmetic_with_constant(node, arithmetic, other.value(),
                                        constant_is_left ? *left_constant : *right_constant,
                                        constant_is_left);
  }
  const auto left = variable(node, 0);
  if (!left) return left.error();
  const auto right = variable(node, 1);
  if (!right) return right.error();
  const Shape& a = shape(left.value());
  const Shape& b = shape(right.value());
  const bool fit = left.value().flat == right.value().flat && a.channels == b.channels &&
                   (a == b || a.pixels() == 1 || b.pixels() == 1);
  if (!fit) return unsupported(node, "the shapes of the two inputs do not fit");
  return add_step(node, node.outputs[0], a.pixels() >= b.pixels() ? a : b, left.value().flat,
                  {left.value().value, right.value().value}, make_arithmetic(a, b, arithmetic));
}

Result<void> PlanBuilder::add_arithmetic_with_constant(const OnnxNode& node, Arithmetic arithmetic,
                                                       const Variable& variable,
                                                       const OnnxTensor& constant,
                                                       bool constant_is_left) {
  const Shape of = shape(variable);
  const auto values = per_channel(constant, of, variable.flat);
  if (!values) return unsupported(node, "the constant is not one number, or one a channel");
  std::vector<float> scale(values->size(), 1.0F);
  std::vector<float> shift(values->size(), 0.0F);
  for (std::size_t c = 0; c < values->size(); ++c) {
    const float value = (*values)[c];
    switch (arithmetic) {
      case Arithmetic::kAdd:
        shift[c] = value;
        break;
      case Arithmetic::kSubtract:
        scale[c] = constant_is_left ? -1.0F : 1.0F;
        shift[c] = constant_is_left ? value : -value;
        break;
      case Arithmetic::kMultiply:
        scale[c] = value;
        break;
      case Arithmetic::kDivide:
        if (constant_is_left) return unsupported(node, "a constant divided by an image");
        scale[c] = 1 / value;
        break;
    }
  }
  return add_step(node, node.outputs[0], of, variable.flat, {variable.value},
                  make_affine(of, scale, shift));
}

Result<void> PlanBuilder::add_activation(const OnnxNode& node, Activation activation) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  float low = number(node, "min", std::numeric_limits<float>::lowest());
  float high = number(node, "max", std::numeric_limits<float>::max());
  // Newer files give the limits of Clip as inputs.
  for (std::size_t k = 1; activation == Activation::kClip && k < node.inputs.size(); ++k) {
    if (node.inputs[k].empty()) continue;
    const OnnxTensor* limit = constant(node, k);
    if (limit == nullptr || floats(*limit) == nullptr || floats(*limit)->size() != 1) {
      return unsupported(node, "expected constant limits");
    }
    (k == 1 ? low : high) = floats(*limit)->front();
  }
  if (!(low <= high)) return unsupported(node, "the lower limit is above the upper one");
  const Shape of = shape(input.value());
  return add_step(node, node.outputs[0], of, input.value().flat, {input.value().value},
                  make_activation(of, activation, low, high));
}

// ---- across pixels ------------------------------------------------------------------------------

Result<void> PlanBuilder::add_pool(const OnnxNode& node, Pool pool) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  const Shape from = shape(input.value());
  const auto kernel = list(node, "kernel_shape", {});
  if (input.value().flat || kernel.size() != 2 || node.outputs.size() != 1 ||
      integer(node, "ceil_mode", 0) != 0) {
    return unsupported(node, "expected an image, a window of 2 dimensions and sizes rounded down");
  }
  const auto place = window(node, from, kernel[0], kernel[1]);
  if (!place) return place.error();
  const bool counts_padding = integer(node, "count_include_pad", 0) != 0;
  return add_step(node, node.outputs[0], place.value().output(from, from.channels), false,
                  {input.value().value}, make_pool(from, place.value(), pool, counts_padding),
                  place.value());
}

Result<void> PlanBuilder::add_mean(const OnnxNode& node) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  const Shape from = shape(input.value());
  bool flat = false;
  if (node.op_type == "ReduceMean") {
    auto axes = list(node, "axes", {});
    if (const OnnxTensor* given = constant(node, 1); given != nullptr && integers(*given)) {
      axes = *integers(*given);
    }
    for (std::int64_t& axis : axes) {
      if (axis < 0) axis += 4;
    }
    std::sort(axes.begin(), axes.end());
    if (axes != std::vector<std::int64_t>{2, 3}) {
      return unsupported(node, "only means over height and width are known here");
    }
    flat = integer(node, "keepdims", 1) == 0;
  }
  if (input.value().flat) return unsupported(node, "expected an image");
  auto added = add_step(node, node.outputs[0], {1, 1, from.channels}, flat, {input.value().value},
                        make_global_average(from));
  mean_of_[plan_.values.size() - 1] = input.value().value;
  return added;
}

Result<void> PlanBuilder::add_concat(const OnnxNode& node) {
  std::vector<Shape> shapes;
  std::vector<std::size_t> inputs;
  bool flat = false;
  std::int64_t channels = 0;
  for (std::size_t k = 0; k < node.inputs.size(); ++k) {
    const auto input = variable(node, k);
    if (!input) return input.error();
    const Shape& of = shape(input.value());
    if (k == 0) flat = input.value().flat;
    const bool fits =
        shapes.empty() || (input.value().flat == flat && of.height == shapes[0].height &&
                           of.width == shapes[0].width);
    if (!fits) return unsupported(node, "the inputs differ in more than their channels");
    shapes.push_back(of);
    inputs.push_back(input.value().value);
    channels += of.channels;
  }
  const std::int64_t axis = integer(node, "axis", 1);
  if (shapes.empty() || (axis != 1 && axis != (flat ? -1 : -3)) || channels > kMaxChannels) {
    return unsupported(node, "expected inputs to be joined along their channels");
  }
  const Shape to{shapes[0].height, shapes[0].width, static_cast<int>(channels)};
  return add_step(node, node.outputs[0], to, flat, std::move(inputs), make_concat(shapes));
}

Result<void> PlanBuilder::add_flatten(const OnnxNode& node) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  const Shape from = shape(input.value());
  const std::int64_t total = std::int64_t{from.pixels()} * from.channels;
  if (node.op_type == "Flatten" && integer(node, "axis", 1) != 1) {
    return unsupported(node, "only axis 1 is known here");
  }
  // One pixel with all its channels is the vector already.
  if (from.pixels() == 1) return name_output(node, node.outputs[0], {input.value().value, true});
  const Shape to{1, 1, static_cast<int>(total)};
  return add_step(node, node.outputs[0], to, true, {input.value().value}, make_flatten(from));
}

Result<void> PlanBuilder::add_reshape(const OnnxNode& node) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  const Shape& from = shape(input.value());
  const std::int64_t total = std::int64_t{from.pixels()} * from.channels;
  const OnnxTensor* wanted = constant(node, 1);
  const auto* dims = wanted == nullptr ? nullptr : integers(*wanted);
  const bool flattens = dims != nullptr && dims->size() == 2 &&
                        ((*dims)[0] == 0 || (*dims)[0] == -1) &&
                        ((*dims)[1] == total || ((*dims)[1] == -1 && (*dims)[0] == 0));
  if (!flattens) return unsupported(node, "only reshaping to [N, all the rest] is known here");
  return add_flatten(node);
}

Result<void> PlanBuilder::add_alias(const OnnxNode& node) {
  const auto input = variable(node, 0);
  if (!input) return input.error();
  return name_output(node, node.outputs[0], input.value());
}

Result<void> PlanBuilder::add_constant(const OnnxNode& node) {
  const auto* tensor = attribute<OnnxTensor>(node, "value");
  if (tensor == nullptr) return unsupported(node, "expected a tensor");
  constants_[node.outputs[0]] = tensor;
  return {};
}

// Everything here computes in float, and the reader has made floats of constants already.
Result<void> PlanBuilder::add_cast(const OnnxNode& node) {
  constexpr std::int64_t kFloat = 1;  // TensorProto.DataType
  if (integer(node, "to", 0) != kFloat) return unsupported(node, "only a cast to float is known");
  const OnnxTensor* tensor = constant(node, 0);
  if (tensor == nullptr) return add_alias(node);
  if (floats(*tensor) == nullptr) return unsupported(node, "expected floating-point numbers");
  constants_[node.outputs[0]] = tensor;
  return {};
}

}  // namespace atelier::nn
