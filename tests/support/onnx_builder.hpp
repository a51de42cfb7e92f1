// SPDX-License-Identifier: MIT
// tests/support/onnx_builder.hpp: ONNX files to order, right and wrong ones, written by protozero.
// A message is a string; the functions here nest them, and a test adds to any of them by a function
// that gets the message's writer. Field numbers are those of onnx.proto.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <protozero/pbf_writer.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/bytes.hpp"

namespace atelier::test {

using protozero::pbf_writer;
using Messages = std::vector<std::string>;

inline constexpr auto kNothingMore = [](pbf_writer&) {};

template <typename Fill>
std::string pbf(Fill fill) {
  std::string message;
  pbf_writer writer(message);
  fill(writer);
  return message;
}

template <typename Number>
std::string raw_bytes(std::initializer_list<Number> values) {
  static_assert(std::endian::native == std::endian::little, "raw data is little-endian");
  const auto bytes = std::as_bytes(std::span(values.begin(), values.size()));
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// TensorProto.DataType
inline constexpr std::int32_t kOnnxFloat = 1;
inline constexpr std::int32_t kOnnxInt32 = 6;
inline constexpr std::int32_t kOnnxInt64 = 7;
inline constexpr std::int32_t kOnnxFloat16 = 10;
inline constexpr std::int32_t kOnnxDouble = 11;

// A TensorProto; `fill` writes its values.
template <typename Fill>
std::string onnx_tensor(const std::string& name, const std::vector<std::int64_t>& dims,
                        std::int32_t data_type, Fill fill) {
  return pbf([&](pbf_writer& tensor) {
    for (const std::int64_t dim : dims) tensor.add_int64(1, dim);
    tensor.add_int32(2, data_type);
    tensor.add_string(8, name);
    fill(tensor);
  });
}

inline std::string onnx_raw_tensor(const std::string& name, const std::vector<std::int64_t>& dims,
                                   std::int32_t data_type, const std::string& raw) {
  return onnx_tensor(name, dims, data_type, [&](pbf_writer& tensor) { tensor.add_bytes(9, raw); });
}

// An AttributeProto; `fill` writes its value.
template <typename Fill>
std::string onnx_attribute(const std::string& name, std::int32_t type, Fill fill) {
  return pbf([&](pbf_writer& attribute) {
    attribute.add_string(1, name);
    fill(attribute);
    attribute.add_int32(20, type);
  });
}

inline std::string onnx_ints(const std::string& name, const std::vector<std::int64_t>& values) {
  return onnx_attribute(name, 7, [&](pbf_writer& attribute) {
    for (const std::int64_t value : values) attribute.add_int64(8, value);
  });
}

// A NodeProto.
template <typename Fill = decltype(kNothingMore)>
std::string onnx_node(const std::string& op_type, const std::vector<std::string>& inputs,
                      const std::vector<std::string>& outputs, const Messages& attributes = {},
                      Fill fill = kNothingMore) {
  return pbf([&](pbf_writer& node) {
    for (const auto& input : inputs) node.add_string(1, input);
    for (const auto& output : outputs) node.add_string(2, output);
    node.add_string(4, op_type);
    for (const auto& attribute : attributes) node.add_message(5, attribute);
    fill(node);
  });
}

// A ValueInfoProto. A dimension without a value gets a name.
inline std::string onnx_value(const std::string& name,
                              const std::vector<std::optional<std::int64_t>>& dims,
                              std::int32_t elem_type = kOnnxFloat) {
  return pbf([&](pbf_writer& value) {
    value.add_string(1, name);
    pbf_writer type(value, 2);
    pbf_writer tensor(type, 1);
    tensor.add_int32(1, elem_type);
    pbf_writer shape(tensor, 2);
    for (const auto& size : dims) {
      pbf_writer dim(shape, 1);
      if (size) {
        dim.add_int64(1, *size);
      } else {
        dim.add_string(2, "N");
      }
    }
  });
}

struct OnnxParts {
  Messages nodes = {};
  Messages initializers = {};
  Messages inputs = {};
  Messages outputs = {};
};

// A GraphProto.
template <typename Fill = decltype(kNothingMore)>
std::string onnx_graph(const OnnxParts& parts, Fill fill = kNothingMore) {
  return pbf([&](pbf_writer& graph) {
    for (const auto& node : parts.nodes) graph.add_message(1, node);
    graph.add_string(2, "graph");
    for (const auto& initializer : parts.initializers) graph.add_message(5, initializer);
    for (const auto& input : parts.inputs) graph.add_message(11, input);
    for (const auto& output : parts.outputs) graph.add_message(12, output);
    fill(graph);
  });
}

// An OperatorSetIdProto.
inline std::string onnx_opset(std::int64_t version, const std::string& domain = "") {
  return pbf([&](pbf_writer& opset) {
    opset.add_string(1, domain);
    opset.add_int64(2, version);
  });
}

struct OnnxVersions {
  std::int64_t ir = 8;
  std::int64_t opset = 17;
};

// A ModelProto, the whole file.
template <typename Fill = decltype(kNothingMore)>
ByteVector onnx_file(const std::string& graph, OnnxVersions versions = {},
                     Fill fill = kNothingMore) {
  return bytes_of(pbf([&](pbf_writer& model) {
    model.add_int64(1, versions.ir);
    model.add_string(2, "tests");
    model.add_message(7, graph);
    model.add_message(8, onnx_opset(versions.opset));
    fill(model);
  }));
}

inline ByteVector onnx_file_of(const OnnxParts& parts) { return onnx_file(onnx_graph(parts)); }

}  // namespace atelier::test
