// SPDX-License-Identifier: MIT
// nn/plan_builder.hpp: the workings of build_plan(): goes through the nodes of an ONNX graph once,
// works out every shape, and turns each node, or a few nodes that belong together, into an
// operation. For plan_builder.cpp and plan_operators.cpp alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "nn/network.hpp"

namespace atelier::nn {

using core::Error;
using core::Result;

// Far beyond what runs in a page, and small enough that no product of sizes overflows.
constexpr std::int64_t kMaxSide = 1024;
constexpr std::int64_t kMaxChannels = 4096;
constexpr std::int64_t kMaxFloats = std::int64_t{1} << 22;  // of one value, or of one matrix
// Of all together: a small file can use the same weights many times. 32 MB for one image; a few run
// at once.
constexpr std::int64_t kMaxFloatsInAll = std::int64_t{1} << 23;

inline const std::vector<float>* floats(const OnnxTensor& tensor) {
  return std::get_if<std::vector<float>>(&tensor.values);
}
inline const std::vector<std::int64_t>* integers(const OnnxTensor& tensor) {
  return std::get_if<std::vector<std::int64_t>>(&tensor.values);
}

class PlanBuilder {
 public:
  explicit PlanBuilder(const OnnxModel& model) : model_(model) {}

  Result<Plan> build();

 private:
  // What a name stands for: a value and whether it is a vector [N, F] or an image [N, C, H, W].
  struct Variable {
    std::size_t value = 0;
    bool flat = false;
  };

  Result<void> add_input();
  Result<void> add_outputs();
  void find_head();
  Result<void> add_node(const OnnxNode& node);
  Result<void> add_convolution(const OnnxNode& node);
  Result<void> add_linear(const OnnxNode& node);
  Result<void> add_arithmetic(const OnnxNode& node, Arithmetic arithmetic);
  Result<void> add_arithmetic_with_constant(const OnnxNode& node, Arithmetic arithmetic,
                                            const Variable& variable, const OnnxTensor& constant,
                                            bool constant_is_left);
  Result<void> add_activation(const OnnxNode& node, Activation activation);
  Result<void> add_pool(const OnnxNode& node, Pool pool);
  Result<void> add_mean(const OnnxNode& node);
  Result<void> add_concat(const OnnxNode& node);
  Result<void> add_flatten(const OnnxNode& node);
  Result<void> add_reshape(const OnnxNode& node);
  Result<void> add_alias(const OnnxNode& node);
  Result<void> add_constant(const OnnxNode& node);
  Result<void> add_cast(const OnnxNode& node);

  // ---- reading a node --------------------------------------------------------------------------

  [[nodiscard]] Error unsupported(const OnnxNode& node, const std::string& what) const;
  Result<Variable> variable(const OnnxNode& node, std::size_t input) const;
  // Null if the input is left out or is not a constant.
  [[nodiscard]] const OnnxTensor* constant(const OnnxNode& node, std::size_t input) const;
  template <typename T>
  static const T* attribute(const OnnxNode& node, const std::string& name) {
    for (const OnnxAttribute& each : node.attributes) {
      if (each.name == name) return std::get_if<T>(&each.value);
    }
    return nullptr;
  }
  static std::int64_t integer(const OnnxNode& node, const std::string& name,
                              std::int64_t otherwise);
  static float number(const OnnxNode& node, const std::string& name, float otherwise);
  static std::vector<std::int64_t> list(const OnnxNode& node, const std::string& name,
                                        std::vector<std::int64_t> otherwise);
  Result<Window> window(const OnnxNode& node, const Shape& input, std::int64_t height,
                        std::int64_t width) const;
  // One number a channel from a tensor that is broadcast over the rest.
  [[nodiscard]] std::optional<std::vector<float>> per_channel(const OnnxTensor& tensor,
                                                              const Shape& shape, bool flat) const;

  // ---- writing the plan ------------------------------------------------------------------------

  Result<void> spend(const OnnxNode& node, std::int64_t floats);
  [[nodiscard]] const Shape& shape(const Variable& variable) const {
    return plan_.values[variable.value];
  }
  // `window`: what moves over the first of the inputs, if anything does.
  Result<void> add_step(const OnnxNode& node, const std::string& output, const Shape& shape,
                        bool flat, std::vector<std::size_t> inputs, OperationPointer operation,
                        const std::optional<Window>& window = {});
  [[nodiscard]] ReceptiveField field_of(const Shape& output, const std::vector<std::size_t>& inputs,
                                        const std::optional<Window>& window) const;
  Result<void> name_output(const OnnxNode& node, const std::string& output, Variable variable);

  // ---- looking ahead ---------------------------------------------------------------------------

  // The only node that uses `name`, if it is of that kind; null also if the graph gives `name` out.
  [[nodiscard]] const OnnxNode* only_user(const std::string& name, const char* op_type) const;

  const OnnxModel& model_;
  Plan plan_;
  std::map<std::string, Variable> variables_;
  std::map<std::string, const OnnxTensor*> constants_;
  std::map<std::string, std::vector<const OnnxNode*>> users_;
  std::set<const OnnxNode*> done_;              // taken up into an earlier node's operation
  std::int64_t floats_spent_ = 0;               // on values and weights
  std::map<std::size_t, std::size_t> mean_of_;  // from a value of means to the image they are of
  struct Linear {
    std::size_t input = 0;
    std::size_t output = 0;
    Plan::Head head;
  };
  std::optional<Linear> last_linear_;
};

}  // namespace atelier::nn
