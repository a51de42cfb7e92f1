// SPDX-License-Identifier: MIT
// The graph as a whole: input, outputs, names, and the reading of nodes.
#include "nn/plan_builder.hpp"

#include <algorithm>
#include <utility>

#include "nn/receptive_field.hpp"

namespace atelier::nn {

using core::ErrorCode;

Error PlanBuilder::unsupported(const OnnxNode& node, const std::string& what) const {
  const std::string name = node.name.empty() && !node.outputs.empty() ? node.outputs[0] : node.name;
  return {ErrorCode::kOnnxUnsupported, "node '" + name + "' (" + node.op_type + "): " + what};
}

Result<Plan> PlanBuilder::build() {
  for (const auto& [name, tensor] : model_.initializers) constants_[name] = &tensor;
  for (const OnnxNode& node : model_.nodes) {
    for (const std::string& input : node.inputs) users_[input].push_back(&node);
  }
  if (auto good = add_input(); !good) return good.error();
  for (const OnnxNode& node : model_.nodes) {
    if (done_.contains(&node)) continue;
    if (auto good = add_node(node); !good) return good.error();
  }
  if (auto good = add_outputs(); !good) return good.error();
  return std::move(plan_);
}

Result<void> PlanBuilder::add_input() {
  const auto refuse = [](const std::string& what) {
    return Error{ErrorCode::kOnnxUnsupported, "the graph's input: " + what};
  };
  if (model_.inputs.size() != 1) {
    return refuse("expected one, found " + std::to_string(model_.inputs.size()));
  }
  const auto& [name, dims] = model_.inputs[0];
  if (dims.size() != 4) {
    return refuse("expected 4 dimensions, found " + std::to_string(dims.size()));
  }
  const bool good = dims[1] >= 1 && dims[1] <= kMaxChannels && dims[2] >= 1 &&
                    dims[2] <= kMaxSide && dims[3] >= 1 && dims[3] <= kMaxSide &&
                    dims[1] * dims[2] * dims[3] <= kMaxFloats;
  if (!good) return refuse("channels, height or width are open, or out of range");
  plan_.values.push_back(
      {static_cast<int>(dims[2]), static_cast<int>(dims[3]), static_cast<int>(dims[1])});
  plan_.fields.emplace_back();
  variables_[name] = {0, false};
  return {};
}

Result<void> PlanBuilder::add_outputs() {
  bool has_logits = false;
  for (const OnnxValue& output : model_.outputs) {
    const auto found = variables_.find(output.name);
    if (found == variables_.end()) {
      return Error{ErrorCode::kOnnxUnsupported,
                   "the graph's output '" + output.name + "' is not computed"};
    }
    const auto& [value, flat] = found->second;
    if (output.name == "logits" && flat) {
      plan_.logits = value;
      has_logits = true;
    }
    if (output.name == "features" && flat) plan_.features = value;
    if (output.name == "map" && !flat) plan_.map = value;
  }
  if (!has_logits) {
    return Error{ErrorCode::kOnnxUnsupported, "the graph has no output 'logits' [N, classes]"};
  }
  find_head();
  return {};
}

void PlanBuilder::find_head() {
  if (!last_linear_ || last_linear_->output != plan_.logits || !plan_.map) return;
  const auto mean = mean_of_.find(last_linear_->input);
  if (mean == mean_of_.end() || mean->second != *plan_.map) return;
  plan_.head = std::move(last_linear_->head);
}

Result<void> PlanBuilder::add_node(const OnnxNode& node) {
  if (node.outputs.empty()) return unsupported(node, "it has no output");
  const std::string& op = node.op_type;
  if (op == "Conv") return add_convolution(node);
  if (op == "Gemm" || op == "MatMul") return add_linear(node);
  if (op == "Add") return add_arithmetic(node, Arithmetic::kAdd);
  if (op == "Sub") return add_arithmetic(node, Arithmetic::kSubtract);
  if (op == "Mul") return add_arithmetic(node, Arithmetic::kMultiply);
  if (op == "Div") return add_arithmetic(node, Arithmetic::kDivide);
  if (op == "Relu") return add_activation(node, Activation::kRelu);
  if (op == "Sigmoid") return add_activation(node, Activation::kSigmoid);
  if (op == "HardSwish") return add_activation(node, Activation::kHardSwish);
  if (op == "Clip") return add_activation(node, Activation::kClip);
  if (op == "MaxPool") return add_pool(node, Pool::kMax);
  if (op == "AveragePool") return add_pool(node, Pool::kAverage);
  if (op == "GlobalAveragePool" || op == "ReduceMean") return add_mean(node);
  if (op == "Concat") return add_concat(node);
  if (op == "Flatten") return add_flatten(node);
  if (op == "Reshape") return add_reshape(node);
  if (op == "Identity" || op == "Dropout") return add_alias(node);
  if (op == "Constant") return add_constant(node);
  if (op == "Cast") return add_cast(node);
  return unsupported(node, "this operator is not known here");
}

// ---- reading a node -----------------------------------------------------------------------------

Result<PlanBuilder::Variable> PlanBuilder::variable(const OnnxNode& node, std::size_t input) const {
  if (input >= node.inputs.size()) return unsupported(node, "an input is missing");
  const auto found = variables_.find(node.inputs[input]);
  if (found == variables_.end()) {
    return unsupported(node, "its input '" + node.inputs[input] + "' is not computed before it");
  }
  return found->second;
}

const OnnxTensor* PlanBuilder::constant(const OnnxNode& node, std::size_t input) const {
  if (input >= node.inputs.size()) return nullptr;
  const auto found = constants_.find(node.inputs[input]);
  return found == constants_.end() ? nullptr : found->second;
}

std::int64_t PlanBuilder::integer(const OnnxNode& node, const std::string& name,
                                  std::int64_t otherwise) {
  const auto* found = attribute<std::int64_t>(node, name);
  return found == nullptr ? otherwise : *found;
}

float PlanBuilder::number(const OnnxNode& node, const std::string& name, float otherwise) {
  const auto* found = attribute<float>(node, name);
  return found == nullptr ? otherwise : *found;
}

std::vector<std::int64_t> PlanBuilder::list(const OnnxNode& node, const std::string& name,
                                            std::vector<std::int64_t> otherwise) {
  const auto* found = attribute<std::vector<std::int64_t>>(node, name);
  return found == nullptr ? std::move(otherwise) : *found;
}

Result<Window> PlanBuilder::window(const OnnxNode& node, const Shape& input, std::int64_t height,
                                   std::int64_t width) const {
  const auto strides = list(node, "strides", {1, 1});
  const auto dilations = list(node, "dilations", {1, 1});
  auto pads = list(node, "pads", {0, 0, 0, 0});
  if (const auto* automatic = attribute<std::string>(node, "auto_pad");
      automatic != nullptr && *automatic != "NOTSET" && *automatic != "VALID") {
    return unsupported(node, "automatic padding is not known here");
  }
  if (strides.size() != 2 || pads.size() != 4 || dilations != std::vector<std::int64_t>{1, 1}) {
    return unsupported(node, "expected 2 strides, 4 paddings and no dilation");
  }
  const auto within = [](std::int64_t value, std::int64_t low, std::int64_t high) {
    return value >= low && value <= high;
  };
  // A window always holds a pixel of the image, and all sizes stay small.
  const bool good = within(height, 1, kMaxSide) && within(width, 1, kMaxSide) &&
                    within(strides[0], 1, kMaxSide) && within(strides[1], 1, kMaxSide) &&
                    within(pads[0], 0, height - 1) && within(pads[1], 0, width - 1) &&
                    within(pads[2], 0, height - 1) && within(pads[3], 0, width - 1) &&
                    input.height + pads[0] + pads[2] >= height &&
                    input.width + pads[1] + pads[3] >= width;
  if (!good) return unsupported(node, "the window does not fit the image");
  return Window{static_cast<int>(height),     static_cast<int>(width),
                static_cast<int>(strides[0]), static_cast<int>(strides[1]),
                static_cast<int>(pads[0]),    static_cast<int>(pads[1]),
                static_cast<int>(pads[2]),    static_cast<int>(pads[3])};
}

std::optional<std::vector<float>> PlanBuilder::per_channel(const OnnxTensor& tensor,
                                                           const Shape& shape, bool flat) const {
  const auto* values = floats(tensor);
  if (values == nullptr || values->empty()) return std::nullopt;
  const auto channels = static_cast<std::size_t>(shape.channels);
  if (values->size() == 1) return std::vector<float>(channels, values->front());
  // Without the dimensions of 1 in front: [C] of a vector, [C, 1, 1] of an image.
  auto dims = tensor.dims;
  while (dims.size() > 1 && dims.front() == 1) dims.erase(dims.begin());
  const std::vector<std::int64_t> wanted = flat ? std::vector<std::int64_t>{shape.channels}
                                                : std::vector<std::int64_t>{shape.channels, 1, 1};
  if (dims != wanted || values->size() != channels) return std::nullopt;
  return *values;
}

// ---- writing the plan ---------------------------------------------------------------------------

Result<void> PlanBuilder::spend(const OnnxNode& node, std::int64_t floats) {
  floats_spent_ += floats;
  if (floats > kMaxFloats || floats_spent_ > kMaxFloatsInAll) {
    return unsupported(node, "the network is too large to run here");
  }
  return {};
}

Result<void> PlanBuilder::add_step(const OnnxNode& node, const std::string& output,
                                   const Shape& shape, bool flat, std::vector<std::size_t> inputs,
                                   OperationPointer operation,
                                   const std::optional<Window>& window) {
  if (auto good = spend(node, std::int64_t{shape.pixels()} * shape.stride()); !good) {
    return good.error();
  }
  plan_.fields.push_back(field_of(shape, inputs, window));
  plan_.values.push_back(shape);
  const std::size_t value = plan_.values.size() - 1;
  if (window) plan_.layers.push_back(value);
  plan_.steps.push_back({std::move(operation), std::move(inputs), value});
  return name_output(node, output, {value, flat});
}

ReceptiveField PlanBuilder::field_of(const Shape& output, const std::vector<std::size_t>& inputs,
                                     const std::optional<Window>& window) const {
  ReceptiveField field = plan_.fields[inputs[0]];
  if (window) field = seen_through(*window, field);
  for (const std::size_t input : inputs) {
    const bool gathers = output.pixels() == 1 && plan_.values[input].pixels() > 1;
    if (gathers && !window) return seen_whole(plan_.values[0]);
    if (input != inputs[0]) field = seen_by_both(field, plan_.fields[input], plan_.values[0]);
  }
  return field;
}

Result<void> PlanBuilder::name_output(const OnnxNode& node, const std::string& output,
                                      Variable variable) {
  const bool is_new = variables_.emplace(output, variable).second;
  if (!is_new || constants_.contains(output)) {
    return unsupported(node, "another node or a constant has the name '" + output + "'");
  }
  return {};
}

const OnnxNode* PlanBuilder::only_user(const std::string& name, const char* op_type) const {
  for (const OnnxValue& output : model_.outputs) {
    if (output.name == name) return nullptr;
  }
  const auto found = users_.find(name);
  if (found == users_.end() || found->second.size() != 1) return nullptr;
  const OnnxNode* user = found->second.front();
  return user->op_type == op_type && !user->outputs.empty() ? user : nullptr;
}

Result<Plan> build_plan(const OnnxModel& model) { return PlanBuilder(model).build(); }

}  // namespace atelier::nn
