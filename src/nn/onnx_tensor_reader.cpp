// SPDX-License-Identifier: MIT
#include "nn/onnx_tensor_reader.hpp"

#include <limits>
#include <type_traits>

namespace atelier::nn::onnx {
namespace {

// 256 MB of floats, far above any network for pictures of 28 x 28.
constexpr std::uint64_t kMaxElements = std::uint64_t{1} << 26;

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

constexpr std::string_view kDataTypeNames[] = {
    "undefined",      "float",      "uint8",          "int8",       "uint16",   "int16",
    "int32",          "int64",      "string",         "bool",       "float16",  "double",
    "uint32",         "uint64",     "complex64",      "complex128", "bfloat16", "float8e4m3fn",
    "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4",      "int4",     "float4e2m1"};

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

}  // namespace

bool is_read(std::int64_t data_type) {
  return data_type == kFloat || data_type == kInt32 || data_type == kInt64 ||
         data_type == kFloat16 || data_type == kDouble;
}

std::string data_type_name(std::int64_t data_type) { return type_name(data_type, kDataTypeNames); }

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
      return unsupported("values of type " + data_type_name(fields.data_type));
  }
}

}  // namespace atelier::nn::onnx
