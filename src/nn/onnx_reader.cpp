// SPDX-License-Identifier: MIT
#include "nn/onnx_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "nn/protobuf_cursor.hpp"

namespace atelier::nn {
namespace {

using Bytes = std::span<const std::byte>;
using core::Error;
using core::ErrorCode;
using core::Result;

// The newest that are read. Later ones may change what an operator means.
constexpr std::int64_t kMaxIrVersion = 10;
constexpr std::int64_t kMaxOpset = 21;

// 256 MB of floats, far above any network for pictures of 28 x 28.
constexpr std::uint64_t kMaxElements = std::uint64_t{1} << 26;

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
struct TensorProto {
  enum : std::uint32_t {
    kDims = 1,
    kDataType = 2,
    kSegment = 3,
    kFloatData = 4,
    kInt32Data = 5,
    kInt64Data = 7,
    kName = 8,
    kRawData = 9,
    kDoubleData = 10,
    kExternalData = 13,
    kDataLocation = 14,
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

// TensorProto.DataType
enum DataType : std::int64_t {
  kUndefined = 0,
  kFloat = 1,
  kInt32 = 6,
  kInt64 = 7,
  kFloat16 = 10,
  kDouble = 11,
};
constexpr std::string_view kDataTypeNames[] = {
    "undefined",      "float",      "uint8",          "int8",       "uint16",   "int16",
    "int32",          "int64",      "string",         "bool",       "float16",  "double",
    "uint32",         "uint64",     "complex64",      "complex128", "bfloat16", "float8e4m3fn",
    "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4",      "int4",     "float4e2m1"};

constexpr bool is_read(std::int64_t data_type) {
  return data_type == kFloat || data_type == kInt32 || data_type == kInt64 ||
         data_type == kFloat16 || data_type == kDouble;
}

// ---- Words.

Error not_onnx(std::string detail) { return {ErrorCode::kOnnxNotOnnx, std::move(detail)}; }
Error unsupported(std::string detail) { return {ErrorCode::kOnnxUnsupported, std::move(detail)}; }

// What went wrong, and in front of it where.
Error within(const std::string& place, const Error& error) {
  return {error.code, place + ": " + error.detail};
}

std::string at_byte(std::size_t offset) { return "at byte " + std::to_string(offset); }

// Names come from the file: they may be long, and not even text.
std::string quoted(std::string_view name) {
  constexpr std::size_t kShown = 60;
  std::string text = "'";
  for (const char c : name.substr(0, kShown)) text += c >= ' ' && c <= '~' ? c : '?';
  return text + (name.size() > kShown ? "...'" : "'");
}

std::string type_name(std::int64_t type, std::span<const std::string_view> names) {
  if (type >= 0 && static_cast<std::uint64_t>(type) < names.size()) {
    return std::string(names[static_cast<std::size_t>(type)]);
  }
  return "number " + std::to_string(type);
}

// ---- Fields.

Error wrong_wire_type(const ProtobufField& field) {
  return not_onnx("field " + std::to_string(field.number) + " cannot have wire type " +
                  std::to_string(static_cast<int>(field.wire_type)) + ", " + at_byte(field.offset));
}

// Hands each field to `take`, a Result<void>(const ProtobufField&), up to the first error. What
// `take` does not know, it passes over.
template <typename Take>
Result<void> read_fields(ProtobufCursor message, Take take) {
  while (!message.at_end()) {
    const auto field = message.next_field();
    if (!field) return not_onnx("damaged " + at_byte(message.offset()));
    if (auto taken = take(*field); !taken) return taken;
  }
  return {};
}

template <typename Take>
Result<void> read_fields(const ProtobufField& message, Take take) {
  if (message.wire_type != WireType::kBytes) return wrong_wire_type(message);
  return read_fields(ProtobufCursor(message.bytes, message.offset), take);
}

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

// std::bit_cast, which the standard library of Emscripten 3.1.6 does not have.
template <typename Float, typename Bits>
Float from_bits(Bits bits) {
  static_assert(sizeof(Float) == sizeof(Bits));
  Float value;
  std::memcpy(&value, &bits, sizeof(value));
  return value;
}

// A field that comes twice has its last value, which is protobuf's own rule.
Result<void> take(const ProtobufField& field, std::int64_t& into) {
  if (field.wire_type != WireType::kVarint) return wrong_wire_type(field);
  into = static_cast<std::int64_t>(field.value);
  return {};
}

Result<void> take(const ProtobufField& field, float& into) {
  if (field.wire_type != WireType::kFixed32) return wrong_wire_type(field);
  into = from_bits<float>(static_cast<std::uint32_t>(field.value));
  return {};
}

Result<void> take(const ProtobufField& field, Bytes& into) {
  if (field.wire_type != WireType::kBytes) return wrong_wire_type(field);
  into = field.bytes;
  return {};
}

Result<void> take(const ProtobufField& field, std::string& into) {
  Bytes text;
  if (auto taken = take(field, text); !taken) return taken;
  into.assign(reinterpret_cast<const char*>(text.data()), text.size());
  return {};
}

// How the numbers of a repeated field are written, alone and packed alike.
template <typename Number>
struct Wire;

template <>
struct Wire<std::int64_t> {
  static constexpr auto kType = WireType::kVarint;
  static auto read(ProtobufCursor& cursor) { return cursor.read_varint(); }
  static auto number(std::uint64_t value) { return static_cast<std::int64_t>(value); }
};
template <>
struct Wire<float> {
  static constexpr auto kType = WireType::kFixed32;
  static auto read(ProtobufCursor& cursor) { return cursor.read_fixed32(); }
  static auto number(std::uint64_t value) {
    return from_bits<float>(static_cast<std::uint32_t>(value));
  }
};
template <>
struct Wire<double> {
  static constexpr auto kType = WireType::kFixed64;
  static auto read(ProtobufCursor& cursor) { return cursor.read_fixed64(); }
  static auto number(std::uint64_t value) { return from_bits<double>(value); }
};

// Readers must take both ways of writing a repeated number, whatever the schema prefers.
template <typename Number>
Result<void> append(const ProtobufField& field, std::vector<Number>& into) {
  if (field.wire_type == Wire<Number>::kType) {
    into.push_back(Wire<Number>::number(field.value));
    return {};
  }
  if (field.wire_type != WireType::kBytes) return wrong_wire_type(field);
  ProtobufCursor packed(field.bytes, field.offset);
  while (!packed.at_end()) {
    const auto value = Wire<Number>::read(packed);
    if (!value) return not_onnx("damaged " + at_byte(packed.offset()));
    into.push_back(Wire<Number>::number(*value));
  }
  return {};
}

// ---- Tensors.

// A tensor as it is written. Its values are in one of the last five, which one is up to the type
// and the writer.
struct TensorFields {
  std::string name;
  std::vector<std::int64_t> dims;
  std::int64_t data_type = kUndefined;
  Bytes raw;  // little-endian
  std::vector<float> floats;
  std::vector<double> doubles;
  std::vector<std::int64_t> int32s;  // float16, too: the bits of each as a number
  std::vector<std::int64_t> int64s;
};

Result<void> read_tensor_fields(const ProtobufField& message, TensorFields& tensor) {
  return read_fields(message, [&tensor](const ProtobufField& field) -> Result<void> {
    switch (field.number) {
      case TensorProto::kDims:
        return append(field, tensor.dims);
      case TensorProto::kDataType:
        return take(field, tensor.data_type);
      case TensorProto::kFloatData:
        return append(field, tensor.floats);
      case TensorProto::kInt32Data:
        return append(field, tensor.int32s);
      case TensorProto::kInt64Data:
        return append(field, tensor.int64s);
      case TensorProto::kDoubleData:
        return append(field, tensor.doubles);
      case TensorProto::kRawData:
        return take(field, tensor.raw);
      case TensorProto::kName:
        return take(field, tensor.name);
      case TensorProto::kSegment:
        return unsupported("cut into segments");
      case TensorProto::kExternalData:
        return unsupported("its values are in another file");
      case TensorProto::kDataLocation: {
        std::int64_t location = 0;
        if (auto taken = take(field, location); !taken) return taken;
        if (location != 0) return unsupported("its values are in another file");
        return {};
      }
      default:
        return {};
    }
  });
}

constexpr std::uint64_t saturating_product(std::uint64_t a, std::uint64_t b) {
  constexpr auto kMax = std::numeric_limits<std::uint64_t>::max();
  return b != 0 && a > kMax / b ? kMax : a * b;
}

// Is it certain that there are as many values as the dims say, before room is made for them?
Result<void> check_count(const TensorFields& tensor, std::size_t typed_count,
                         std::size_t bytes_each) {
  const int filled = int{!tensor.raw.empty()} + int{!tensor.floats.empty()} +
                     int{!tensor.doubles.empty()} + int{!tensor.int32s.empty()} +
                     int{!tensor.int64s.empty()};
  if (filled > 1) return not_onnx("values in more than one field");

  std::uint64_t declared = 1;
  std::uint64_t declared_without_zeros = 1;
  for (const std::int64_t dim : tensor.dims) {
    if (dim < 0) return not_onnx("a dimension of " + std::to_string(dim));
    const auto size = static_cast<std::uint64_t>(dim);
    declared = dim == 0 || declared == 0 ? 0 : saturating_product(declared, size);
    if (dim != 0) declared_without_zeros = saturating_product(declared_without_zeros, size);
  }

  const std::uint64_t found = tensor.raw.empty() ? typed_count : tensor.raw.size() / bytes_each;
  if (found != declared || tensor.raw.size() % bytes_each != 0) {
    return not_onnx(std::to_string(declared) + " values declared, " +
                    (tensor.raw.empty() ? std::to_string(found) + " found"
                                        : std::to_string(tensor.raw.size()) + " bytes of " +
                                              std::to_string(bytes_each) + " each found"));
  }
  // Without zeros, so that whoever multiplies some of the dims alone need not fear for a size_t.
  if (declared_without_zeros > kMaxElements) {
    return unsupported("larger than " + std::to_string(kMaxElements) + " values");
  }
  return {};
}

// Conversions to what an OnnxTensor holds. Integers are cut to the bits that count, as protobuf
// itself does with what was written wider than its type.

constexpr std::int64_t int32_of(std::int64_t written) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(written));
}

// IEEE 754 binary16: 1 bit of sign, 5 of exponent, 10 of mantissa. A float holds them all.
float float_of_half(std::int64_t written) {
  const std::uint32_t half = static_cast<std::uint16_t>(written);
  const std::uint32_t sign = (half & 0x8000U) << 16;
  const std::uint32_t exponent = (half >> 10) & 0x1fU;
  const std::uint32_t mantissa = half & 0x3ffU;
  if (exponent == 0) {  // zero and subnormals
    const float magnitude = static_cast<float>(mantissa) * 0x1p-24F;
    return sign == 0 ? magnitude : -magnitude;
  }
  constexpr std::uint32_t kBias = 127 - 15;
  const std::uint32_t wide = exponent == 0x1f ? 0xff : exponent + kBias;  // infinity and NaN remain
  return from_bits<float>(sign | (wide << 23) | (mantissa << 13));
}

// The tensor whose raw values are little-endian `Stored` and whose typed ones, were they written,
// are `typed`.
template <typename Stored, typename Typed, typename Convert>
Result<OnnxTensor> assemble(TensorFields& fields, const std::vector<Typed>& typed,
                            Convert convert) {
  if (auto checked = check_count(fields, typed.size(), sizeof(Stored)); !checked) {
    return checked.error();
  }
  std::vector<decltype(convert(Typed{}))> values;
  values.reserve(typed.size() + fields.raw.size() / sizeof(Stored));
  for (const Typed value : typed) values.push_back(convert(value));
  for (Bytes raw = fields.raw; !raw.empty(); raw = raw.subspan(sizeof(Stored))) {
    Stored bits = 0;
    for (std::size_t i = sizeof(Stored); i-- > 0;) {
      bits = static_cast<Stored>((bits << 8) | std::to_integer<Stored>(raw[i]));
    }
    if constexpr (std::is_floating_point_v<Typed>) {
      values.push_back(convert(from_bits<Typed>(bits)));
    } else {
      values.push_back(convert(static_cast<Typed>(bits)));
    }
  }
  return OnnxTensor{std::move(fields.dims), std::move(values)};
}

Result<OnnxTensor> tensor_of(TensorFields fields) {
  switch (fields.data_type) {
    case kUndefined:
      return not_onnx("no data type");
    case kFloat:
      return assemble<std::uint32_t>(fields, fields.floats, [](float value) { return value; });
    case kDouble:
      return assemble<std::uint64_t>(fields, fields.doubles,
                                     [](double value) { return static_cast<float>(value); });
    case kFloat16:
      return assemble<std::uint16_t>(fields, fields.int32s, float_of_half);
    case kInt32:
      return assemble<std::uint32_t>(fields, fields.int32s, int32_of);
    case kInt64:
      return assemble<std::uint64_t>(fields, fields.int64s,
                                     [](std::int64_t value) { return value; });
    default:
      return unsupported("values of type " + type_name(fields.data_type, kDataTypeNames));
  }
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
          return unsupported("values of type " + type_name(type, kDataTypeNames));
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

}  // namespace

Result<OnnxModel> read_onnx(Bytes file) {
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

}  // namespace atelier::nn
