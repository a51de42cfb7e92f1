// SPDX-License-Identifier: MIT
// nn/onnx_model.hpp: an ONNX file as it stands, before anybody asks whether it can be run. Names
// are those of onnx.proto (github.com/onnx/onnx, IR version 8).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace atelier::nn {

// Row-major. `values` has as many elements as the product of `dims` says; none of the dims is
// negative; a scalar has no dims.
struct OnnxTensor {
  std::vector<std::int64_t> dims;
  std::variant<std::vector<float>, std::vector<std::int64_t>> values;
};

struct OnnxAttribute {
  std::string name;
  std::variant<float, std::int64_t, std::string, OnnxTensor, std::vector<float>,
               std::vector<std::int64_t>>
      value;
};

struct OnnxNode {
  std::string name;  // may be empty
  std::string op_type;
  std::vector<std::string> inputs;  // "" is an optional input that is left out
  std::vector<std::string> outputs;
  std::vector<OnnxAttribute> attributes;
};

// An input or an output of the graph. A dimension that the file leaves open is -1.
struct OnnxValue {
  std::string name;
  std::vector<std::int64_t> dims;
};

struct OnnxModel {
  std::int64_t ir_version = 0;
  std::int64_t opset = 0;       // of the default domain
  std::vector<OnnxNode> nodes;  // in the file's order, which ONNX wants topologically sorted
  std::vector<std::pair<std::string, OnnxTensor>> initializers;
  std::vector<OnnxValue> inputs;  // without those that initializers feed
  std::vector<OnnxValue> outputs;
};

}  // namespace atelier::nn
