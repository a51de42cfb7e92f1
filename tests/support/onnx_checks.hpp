// SPDX-License-Identifier: MIT
// tests/support/onnx_checks.hpp: does a model that was read keep the promises of onnx_model.hpp?
// Said of files that nobody made by hand: cut, damaged, fuzzed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <variant>

#include "nn/onnx_model.hpp"

namespace atelier::test {

inline bool is_sound(const nn::OnnxTensor& tensor) {
  std::uint64_t count = 1;  // at most 2^26, or a dimension is 0
  for (const std::int64_t dim : tensor.dims) {
    if (dim < 0 || dim > std::int64_t{1} << 26) return false;
    count *= static_cast<std::uint64_t>(dim);
    if (count > std::uint64_t{1} << 26) return false;
  }
  return count == std::visit([](const auto& values) { return values.size(); }, tensor.values);
}

inline bool is_sound(const nn::OnnxNode& node) {
  return !node.op_type.empty() &&
         std::all_of(node.attributes.begin(), node.attributes.end(),
                     [](const nn::OnnxAttribute& attribute) {
                       const auto* const tensor = std::get_if<nn::OnnxTensor>(&attribute.value);
                       return !attribute.name.empty() && (tensor == nullptr || is_sound(*tensor));
                     });
}

inline bool is_sound(const nn::OnnxValue& value) {
  return !value.name.empty() &&
         std::all_of(value.dims.begin(), value.dims.end(), [](auto dim) { return dim >= -1; });
}

inline bool is_sound(const nn::OnnxModel& model) {
  std::set<std::string> names;
  for (const auto& [name, tensor] : model.initializers) {
    if (name.empty() || !names.insert(name).second || !is_sound(tensor)) return false;
  }
  const auto sound = [](const auto& part) { return is_sound(part); };
  return model.ir_version >= 1 && model.opset >= 1 &&
         std::all_of(model.nodes.begin(), model.nodes.end(), sound) &&
         std::all_of(model.outputs.begin(), model.outputs.end(), sound) &&
         std::all_of(model.inputs.begin(), model.inputs.end(), [&](const nn::OnnxValue& input) {
           return is_sound(input) && !names.contains(input.name);
         });
}

}  // namespace atelier::test
