// SPDX-License-Identifier: MIT
#include "nn/onnx_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nn/onnx_fields.hpp"
#include "nn/onnx_tensor_reader.hpp"

namespace atelier::nn::onnx {
namespace {

// The newest that are read. Later ones may change what an operator means.
constexpr std::int64_t kMaxIrVersion = 10;
constexpr std::int64_t kMaxOpset = 21;

// ---- The schema: the fields that are looked at, by the names and numbers of onnx.proto. How deep
// ---- messages nest is fixed by it, for nothing that nests in itself (subgraphs, sequences) is
// read.

struct ModelProto {
  enum : std::uint32_t { kIrVersion = 1, kGraph = 7, kOpsetImport = 8, kFunctions = 25 };
};
struct OperatorSetIdProto {
  enum : std::uint32_t { kDomain = 1, kVersion = 2 };
};
struct GraphProto {
  enum : std::uint32_t {
    kNode = 1,
    kInitializer = 5,
    kInput = 11,
    kOutput = 12,
    kSparseInitializer = 15,
  };
};
struct NodeProto {
  enum : std::uint32_t {
    kInput = 1,
    kOutput = 2,
    kName = 3,
    kOpType = 4,
    kAttribute = 5,
    kDomain = 7,
  };
};
struct AttributeProto {
  enum : std::uint32_t {
    kName = 1,
    kFloat = 2,
    kInt = 3,
    kString = 4,
    kTensor = 5,
    kFloats = 7,
    kInts = 8,
    kType = 20,
    kRefAttrName = 21,
  };
};
struct ValueInfoProto {
  enum : std::uint32_t { kName = 1, kType = 2 };
};
struct TypeProto {
  enum : std::uint32_t { kTensor = 1, kSequence = 4, kMap = 5, kSparseTensor = 8, kOptional = 9 };
};
struct TensorTypeProto {  // TypeProto.Tensor
  enum : std::uint32_t { kElemType = 1, kShape = 2 };
};
struct TensorShapeProto {
  enum : std::uint32_t { kDim = 1 };
};
struct DimensionProto {  // TensorShapeProto.Dimension
  enum : std::uint32_t { kDimValue = 1, kDimParam = 2 };
};

// AttributeProto.AttributeType
enum AttributeType : std::int64_t {
  kAttributeFloat = 1,
  kAttributeInt = 2,
  kAttributeString = 3,
  kAttributeTensor = 4,
  kAttributeFloats = 6,
  kAttributeInts = 7,
};
constexpr std::string_view kAttributeTypeNames[] = {
    "undefined",      "float",      "int",        "string",  "tensor", "graph",
    "floats",         "ints",       "strings",    "tensors", "graphs", "sparse tensor",
    "sparse tensors", "type proto", "type protos"};

// Makes room for as many parts as the message has fields of that number, up to where it is damaged.
// The parts are many times larger than the few bytes that they may be written in, and a vector that
// doubles would multiply that once more.
template <typename Part>
void reserve_for(const ProtobufField& message, std::uint32_t number, std::vector<Part>& parts) {
  std::size_t count = 0;
  ProtobufCursor cursor(message.bytes);
  while (const auto field = cursor.next_field()) {
    if (field->number == number) ++count;
  }
  parts.reserve(count);
}

// ---- Nodes.

Result<void> read_attribute(const ProtobufField& message, OnnxAttribute& attribute) {
  std::int64_t type = 0;
  float number = 0;
  std::int64_t integer = 0;
  std::string text;
  std::optional<ProtobufField> tensor;
  std::vector<float> numbers;
  std::vector<std::int64_t> integers;
  auto read = read_fields(message, [&](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case AttributeProto::kName:
        return take(field, attribute.name);
      case AttributeProto::kFloat:
        return take(field, number);
      case AttributeProto::kInt:
        return take(field, integer);
      case AttributeProto::kString:
        return take(field, text);
      case AttributeProto::kTensor:
        tensor = field;
        return {};
      case AttributeProto::kFloats:
        return append(field, numbers);
      case AttributeProto::kInts:
        return append(field, integers);
      case AttributeProto::kType:
        return take(field, type);
      case AttributeProto::kRefAttrName:
        return unsupported("refers to an attribute of a function");
      default:
        return {};
    }
  });
  if (!read) return read;
  if (attribute.name.empty()) return not_onnx("no name");

  // The type alone says which value counts; one that is missing is 0 or empty, because writers may
  // leave out what is.
  switch (type) {
    case 0:
      return not_onnx("no type");
    case kAttributeFloat:
      attribute.value = number;
      return {};
    case kAttributeInt:
      attribute.value = integer;
      return {};
    case kAttributeString:
      attribute.value = std::move(text);
      return {};
    case kAttributeFloats:
      attribute.value = std::move(numbers);
      return {};
    case kAttributeInts:
      attribute.value = std::move(integers);
      return {};
    case kAttributeTensor: {
      if (!tensor) return not_onnx("no tensor");
      TensorFields fields;
      if (auto taken = read_tensor_fields(*tensor, fields); !taken) return taken;
      auto made = tensor_of(std::move(fields));
      if (!made) return made.error();
      attribute.value = std::move(made).value();
      return {};
    }
    default:
      return unsupported("a value of type " + type_name(type, kAttributeTypeNames));
  }
}

bool is_default_domain(std::string_view domain) { return domain.empty() || domain == "ai.onnx"; }

std::optional<std::string_view> first_twice(const std::vector<std::string_view>& sorted) {
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice == sorted.end()) return std::nullopt;
  return *twice;
}

Result<void> read_node(const ProtobufField& message, OnnxNode& node) {
  reserve_for(message, NodeProto::kInput, node.inputs);
  reserve_for(message, NodeProto::kOutput, node.outputs);
  reserve_for(message, NodeProto::kAttribute, node.attributes);
  std::string domain;
  auto read = read_fields(message, [&](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case NodeProto::kInput:
        return take(field, node.inputs.emplace_back());
      case NodeProto::kOutput:
        return take(field, node.outputs.emplace_back());
      case NodeProto::kName:
        return take(field, node.name);
      case NodeProto::kOpType:
        return take(field, node.op_type);
      case NodeProto::kDomain:
        return take(field, domain);
      case NodeProto::kAttribute: {
        OnnxAttribute attribute;
        if (auto taken = read_attribute(field, attribute); !taken) {
          return within("attribute " + quoted(attribute.name), taken.error());
        }
        node.attributes.push_back(std::move(attribute));
        return {};
      }
      default:
        return {};
    }
  });
  if (!read) return read;
  if (node.op_type.empty()) return not_onnx("no operator");
  if (!is_default_domain(domain)) {
    return unsupported("operator " + quoted(node.op_type) + " of " + quoted(domain));
  }

  std::vector<std::string_view> names;
  for (const auto& attribute : node.attributes) names.push_back(attribute.name);
  std::sort(names.begin(), names.end());
  if (const auto name = first_twice(names)) return not_onnx("two attributes " + quoted(*name));
  return {};
}

// ---- Inputs and outputs of the graph.

Result<void> read_dimension(const ProtobufField& message, std::int64_t& dim) {
  return read_fields(message, [&dim](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case DimensionProto::kDimValue:
        if (auto taken = take(field, dim); !taken) return taken;
        // Some exporters write -1 for what is open.
        if (dim < -1) return not_onnx("a dimension of " + std::to_string(dim));
        return {};
      case DimensionProto::kDimParam:  // a name instead of a number
        dim = -1;
        return {};
      default:
        return {};
    }
  });
}

Result<void> read_shape(const ProtobufField& message, std::vector<std::int64_t>& dims) {
  return read_fields(message, [&dims](const ProtobufField& field) -> Result<void> {
    if (field.number != TensorShapeProto::kDim) return {};
    return read_dimension(field, dims.emplace_back(-1));
  });
}

Result<void> read_tensor_type(const ProtobufField& message, OnnxValue& value) {
  return read_fields(message, [&value](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case TensorTypeProto::kElemType: {
        std::int64_t type = kUndefined;
        if (auto taken = take(field, type); !taken) return taken;
        if (type != kUndefined && !is_read(type)) {
          return unsupported("values of type " + data_type_name(type));
        }
        return {};
      }
      case TensorTypeProto::kShape:
        value.dims.clear();
        return read_shape(field, value.dims);
      default:
        return {};
    }
  });
}

Result<void> read_type(const ProtobufField& message, OnnxValue& value) {
  return read_fields(message, [&value](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case TypeProto::kTensor:
        return read_tensor_type(field, value);
      case TypeProto::kSequence:
      case TypeProto::kMap:
      case TypeProto::kSparseTensor:
      case TypeProto::kOptional:
        return unsupported("something else than a tensor");
      default:
        return {};
    }
  });
}

Result<void> read_value(const ProtobufField& message, OnnxValue& value) {
  auto read = read_fields(message, [&value](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case ValueInfoProto::kName:
        return take(field, value.name);
      case ValueInfoProto::kType:
        return read_type(field, value);
      default:
        return {};
    }
  });
  if (read && value.name.empty()) return not_onnx("no name");
  return read;
}

// ---- The graph and what is around it.

Result<void> append_node(const ProtobufField& field, std::vector<OnnxNode>& nodes) {
  OnnxNode node;
  if (auto read = read_node(field, node); !read) {
    return within("node " + std::to_string(nodes.size()) + ' ' + quoted(node.name), read.error());
  }
  nodes.push_back(std::move(node));
  return {};
}

Result<void> append_initializer(const ProtobufField& field,
                                std::vector<std::pair<std::string, OnnxTensor>>& initializers) {
  TensorFields fields;
  auto read = read_tensor_fields(field, fields);
  if (read && fields.name.empty()) read = not_onnx("no name");
  std::string name = fields.name;
  if (read) {
    auto tensor = tensor_of(std::move(fields));
    if (tensor) {
      initializers.emplace_back(std::move(name), std::move(tensor).value());
      return {};
    }
    read = tensor.error();
  }
  return within("initializer " + std::to_string(initializers.size()) + ' ' + quoted(name),
                read.error());
}

Result<void> append_value(const ProtobufField& field, const std::string& kind,
                          std::vector<OnnxValue>& values) {
  OnnxValue value;
  if (auto read = read_value(field, value); !read) {
    return within(kind + ' ' + std::to_string(values.size()) + ' ' + quoted(value.name),
                  read.error());
  }
  values.push_back(std::move(value));
  return {};
}

Result<void> read_graph(const ProtobufField& message, OnnxModel& model) {
  reserve_for(message, GraphProto::kNode, model.nodes);
  reserve_for(message, GraphProto::kInitializer, model.initializers);
  reserve_for(message, GraphProto::kInput, model.inputs);
  reserve_for(message, GraphProto::kOutput, model.outputs);
  auto read = read_fields(message, [&model](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case GraphProto::kNode:
        return append_node(field, model.nodes);
      case GraphProto::kInitializer:
        return append_initializer(field, model.initializers);
      case GraphProto::kInput:
        return append_value(field, "input", model.inputs);
      case GraphProto::kOutput:
        return append_value(field, "output", model.outputs);
      case GraphProto::kSparseInitializer:
        return unsupported("a sparse initializer " + at_byte(field.offset));
      default:
        return {};
    }
  });
  if (!read) return read;

  std::vector<std::string_view> names;
  for (const auto& initializer : model.initializers) names.push_back(initializer.first);
  std::sort(names.begin(), names.end());
  if (const auto name = first_twice(names)) return not_onnx("two initializers " + quoted(*name));

  // Before IR version 4 every initializer was listed as an input, too; later it may be, and then is
  // one with a default. Nothing here gives it another value.
  std::erase_if(model.inputs, [&names](const OnnxValue& input) {
    return std::binary_search(names.begin(), names.end(), std::string_view(input.name));
  });
  return {};
}

// Takes the version of the default domain. Other domains may be imported without being used.
Result<void> read_opset_import(const ProtobufField& message, std::optional<std::int64_t>& opset) {
  std::string domain;
  std::int64_t version = 0;
  auto read = read_fields(message, [&](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case OperatorSetIdProto::kDomain:
        return take(field, domain);
      case OperatorSetIdProto::kVersion:
        return take(field, version);
      default:
        return {};
    }
  });
  if (!read || !is_default_domain(domain)) return read;
  if (opset && *opset != version) {
    return not_onnx("opsets " + std::to_string(*opset) + " and " + std::to_string(version));
  }
  opset = version;
  return {};
}

Result<OnnxModel> read_model(Bytes file) {
  OnnxModel model;
  std::optional<std::int64_t> opset;
  std::optional<ProtobufField> graph;
  auto read = read_fields(ProtobufCursor(file), [&](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case ModelProto::kIrVersion:
        return take(field, model.ir_version);
      case ModelProto::kOpsetImport:
        return read_opset_import(field, opset);
      case ModelProto::kGraph:
        if (graph) return not_onnx("a second graph " + at_byte(field.offset));
        graph = field;
        return {};
      case ModelProto::kFunctions:
        return unsupported("functions " + at_byte(field.offset));
      default:
        return {};
    }
  });
  if (!read) return read.error();

  // The versions come first, though they may stand behind the graph: what is wrong with a graph of
  // the future is its version.
  if (model.ir_version <= 0) return not_onnx("no IR version");
  if (!graph) return not_onnx("no graph");
  if (model.ir_version > kMaxIrVersion) {
    return unsupported("IR version " + std::to_string(model.ir_version) + ", read up to " +
                       std::to_string(kMaxIrVersion));
  }
  if (!opset) return unsupported("no opset of the default domain");
  if (*opset < 1 || *opset > kMaxOpset) {
    return unsupported("opset " + std::to_string(*opset) + ", read from 1 to " +
                       std::to_string(kMaxOpset));
  }
  model.opset = *opset;

  if (auto taken = read_graph(*graph, model); !taken) return taken.error();
  return model;
}

}  // namespace
}  // namespace atelier::nn::onnx

namespace atelier::nn {

core::Result<OnnxModel> read_onnx(std::span<const std::byte> file) {
  return onnx::read_model(file);
}

}  // namespace atelier::nn
