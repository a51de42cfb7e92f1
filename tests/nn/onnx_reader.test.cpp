// SPDX-License-Identifier: MIT
// Why: a model may be a stranger's file. What other programs wrote must come back number by number,
// and whatever is cut, damaged or made to deceive must end in an error that names the place, before
// memory is spent on it.
#include "nn/onnx_reader.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "tests/nn/counted_new.hpp"
#include "tests/support/bytes.hpp"
#include "tests/support/onnx_builder.hpp"
#include "tests/support/onnx_checks.hpp"
#include "tests/support/recorded.hpp"
#include "tests/support/results.hpp"

using atelier::core::ErrorCode;
using atelier::nn::OnnxModel;
using atelier::nn::OnnxTensor;
using atelier::nn::read_onnx;
using namespace atelier::test;
using Catch::Matchers::ContainsSubstring;

namespace {

using Floats = std::vector<float>;
using Ints = std::vector<std::int64_t>;

OnnxModel model_of(const ByteVector& file) {
  auto model = read_onnx(file);
  if (!model) FAIL(name(model.error().code) << ": " << model.error().detail);
  return std::move(model).value();
}

// The error must have this code, and the detail must name this place.
void check_error(const ByteVector& file, ErrorCode code, const std::string& detail) {
  const auto model = read_onnx(file);
  CAPTURE(detail);
  REQUIRE(!model);
  CHECK(error_of(model) == code);
  CHECK_THAT(model.error().detail, ContainsSubstring(detail));
}

void check_not_onnx(const ByteVector& file, const std::string& detail) {
  check_error(file, ErrorCode::kOnnxNotOnnx, detail);
}

void check_unsupported(const ByteVector& file, const std::string& detail) {
  check_error(file, ErrorCode::kOnnxUnsupported, detail);
}

// Files with a single thing in them.
ByteVector file_with_initializer(const std::string& tensor) {
  return onnx_file_of({.initializers = {tensor}});
}
ByteVector file_with_node(const std::string& node) { return onnx_file_of({.nodes = {node}}); }
ByteVector file_with_attribute(const std::string& attribute) {
  return file_with_node(onnx_node("Op", {}, {}, {attribute}));
}
ByteVector file_with_input(const std::string& value) { return onnx_file_of({.inputs = {value}}); }

OnnxTensor tensor_in(const ByteVector& file) {
  auto model = model_of(file);
  REQUIRE(model.initializers.size() == 1);
  return std::move(model.initializers[0].second);
}

Floats floats_in(const std::string& tensor) {
  const auto read = tensor_in(file_with_initializer(tensor));
  REQUIRE(std::holds_alternative<Floats>(read.values));
  return std::get<Floats>(read.values);
}

Ints ints_in(const std::string& tensor) {
  const auto read = tensor_in(file_with_initializer(tensor));
  REQUIRE(std::holds_alternative<Ints>(read.values));
  return std::get<Ints>(read.values);
}

template <typename Value>
Value attribute_in(const std::string& attribute) {
  const auto model = model_of(file_with_attribute(attribute));
  REQUIRE(model.nodes.size() == 1);
  REQUIRE(model.nodes[0].attributes.size() == 1);
  const auto& read = model.nodes[0].attributes[0];
  CHECK(read.name == "a");
  REQUIRE(std::holds_alternative<Value>(read.value));
  return std::get<Value>(read.value);
}

std::string weight(const std::string& name = "w") {
  return onnx_raw_tensor(name, {2}, kOnnxFloat, raw_bytes({1.0F, 2.0F}));
}

// Something of everything that is read, in a few hundred bytes.
ByteVector small_model() {
  const std::vector<float> scales{0.5F, 2.0F};
  const std::vector<std::int64_t> pads{1, 1, 1, 1};
  return onnx_file_of(
      {.nodes = {onnx_node("Conv", {"image", "w", ""}, {"c"},
                           {onnx_ints("strides", {2, 2}), onnx_attribute("pads", 7,
                                                                         [&](pbf_writer& value) {
                                                                           value.add_packed_int64(
                                                                               8, pads.begin(),
                                                                               pads.end());
                                                                         })},
                           [](pbf_writer& node) { node.add_string(3, "first"); }),
                 onnx_node(
                     "Other", {"c"}, {"y", "z"},
                     {onnx_attribute("f", 1, [](auto& value) { value.add_float(2, 1.5F); }),
                      onnx_attribute("i", 2, [](auto& value) { value.add_int64(3, -7); }),
                      onnx_attribute("s", 3, [](auto& value) { value.add_bytes(4, "SAME"); }),
                      onnx_attribute("t", 4, [](auto& value) { value.add_message(5, weight("")); }),
                      onnx_attribute("floats", 6,
                                     [&](pbf_writer& value) {
                                       value.add_packed_float(7, scales.begin(), scales.end());
                                     })})},
       .initializers = {weight(),
                        onnx_tensor("h", {1, 2}, kOnnxFloat16,
                                    [](pbf_writer& tensor) {
                                      tensor.add_int32(5, 0x3c00);
                                      tensor.add_int32(5, 0xc000);
                                    }),
                        onnx_tensor("shape", {1}, kOnnxInt64,
                                    [](pbf_writer& tensor) { tensor.add_int64(7, -1); })},
       .inputs = {onnx_value("image", {std::nullopt, 1, 28, 28}), onnx_value("w", {2})},
       .outputs = {onnx_value("y", {std::nullopt, 10})}});
}

}  // namespace

// ---- What is read.

TEST_CASE("the model of the repository is what Python's onnx says it is", "[nn][onnx_reader]") {
  const auto model = model_of(read_file(ATELIER_MODELS "/small.onnx"));
  CHECK(is_sound(model));
  CHECK(model.ir_version == 8);
  CHECK(model.opset == 17);

  // Dimensions and sum of each constant, by Python's onnx and numpy.
  const auto recorded = read_recorded("small_weights.txt");
  REQUIRE(model.initializers.size() == recorded.size());
  for (const auto& [name, tensor] : model.initializers) {
    CAPTURE(name);
    REQUIRE(recorded.contains(name));
    const std::vector<float>& expected = recorded.at(name);
    REQUIRE(tensor.dims.size() + 1 == expected.size());
    CHECK(std::equal(
        tensor.dims.begin(), tensor.dims.end(), expected.begin(),
        [](std::int64_t dim, float written) { return dim == static_cast<std::int64_t>(written); }));
    REQUIRE(std::holds_alternative<Floats>(tensor.values));
    const auto& values = std::get<Floats>(tensor.values);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const auto written = static_cast<double>(expected.back());  // with seven digits
    CHECK_THAT(sum, Catch::Matchers::WithinAbs(written, 1e-4) ||
                        Catch::Matchers::WithinRel(written, 1e-6));
  }

  CHECK(model.nodes.front().op_type == "Sub");
  const auto conv_at = std::find_if(model.nodes.begin(), model.nodes.end(),
                                    [](const auto& node) { return node.name == "stage2_conv"; });
  REQUIRE(conv_at != model.nodes.end());
  const auto& conv = *conv_at;
  CHECK(conv.op_type == "Conv");
  CHECK(conv.inputs ==
        std::vector<std::string>{"stage1_relu", "stage2_conv.weight", "stage2_conv.bias"});
  CHECK(conv.outputs == std::vector<std::string>{"stage2_conv"});
  REQUIRE(conv.attributes.size() == 3);
  CHECK(conv.attributes[0].name == "kernel_shape");
  CHECK(std::get<Ints>(conv.attributes[0].value) == Ints{3, 3});
  CHECK(conv.attributes[1].name == "pads");
  CHECK(std::get<Ints>(conv.attributes[1].value) == Ints{1, 1, 1, 1});
  CHECK(conv.attributes[2].name == "strides");
  CHECK(std::get<Ints>(conv.attributes[2].value) == Ints{2, 2});
  const auto& gemm = model.nodes.back();
  CHECK(gemm.op_type == "Gemm");
  REQUIRE(gemm.attributes.size() == 1);
  CHECK(gemm.attributes[0].name == "transB");
  CHECK(std::get<std::int64_t>(gemm.attributes[0].value) == 1);

  REQUIRE(model.inputs.size() == 1);
  CHECK(model.inputs[0].name == "image");
  CHECK(model.inputs[0].dims == Ints{-1, 1, 28, 28});
  REQUIRE(model.outputs.size() == 3);
  CHECK(model.outputs[0].name == "logits");
  CHECK(model.outputs[0].dims == Ints{-1, 10});
  CHECK(model.outputs[2].name == "map");
  CHECK(model.outputs[2].dims == Ints{-1, 56, 7, 7});
}

TEST_CASE("every part of a model that protozero writes comes back", "[nn][onnx_reader]") {
  const auto model = model_of(small_model());
  CHECK(is_sound(model));
  REQUIRE(model.nodes.size() == 2);
  const auto& conv = model.nodes[0];
  CHECK(conv.name == "first");
  CHECK(conv.op_type == "Conv");
  CHECK(conv.inputs == std::vector<std::string>{"image", "w", ""});
  CHECK(conv.outputs == std::vector<std::string>{"c"});
  REQUIRE(conv.attributes.size() == 2);
  CHECK(conv.attributes[0].name == "strides");
  CHECK(std::get<Ints>(conv.attributes[0].value) == Ints{2, 2});
  CHECK(std::get<Ints>(conv.attributes[1].value) == Ints{1, 1, 1, 1});
  const auto& other = model.nodes[1];
  CHECK(other.name.empty());
  CHECK(other.outputs == std::vector<std::string>{"y", "z"});
  REQUIRE(other.attributes.size() == 5);
  CHECK(std::get<float>(other.attributes[0].value) == 1.5F);
  CHECK(std::get<std::int64_t>(other.attributes[1].value) == -7);
  CHECK(std::get<std::string>(other.attributes[2].value) == "SAME");
  const auto& tensor = std::get<OnnxTensor>(other.attributes[3].value);
  CHECK(tensor.dims == Ints{2});
  CHECK(std::get<Floats>(tensor.values) == Floats{1, 2});
  CHECK(std::get<Floats>(other.attributes[4].value) == Floats{0.5F, 2});

  REQUIRE(model.initializers.size() == 3);
  CHECK(model.initializers[0].first == "w");
  CHECK(std::get<Floats>(model.initializers[0].second.values) == Floats{1, 2});
  CHECK(model.initializers[1].second.dims == Ints{1, 2});
  CHECK(std::get<Floats>(model.initializers[1].second.values) == Floats{1, -2});
  CHECK(std::get<Ints>(model.initializers[2].second.values) == Ints{-1});
  REQUIRE(model.outputs.size() == 1);
  CHECK(model.outputs[0].name == "y");
  CHECK(model.outputs[0].dims == Ints{-1, 10});
}

TEST_CASE("an input that an initializer feeds is none", "[nn][onnx_reader]") {
  const auto model = model_of(small_model());
  REQUIRE(model.inputs.size() == 1);
  CHECK(model.inputs[0].name == "image");
  CHECK(model.inputs[0].dims == Ints{-1, 1, 28, 28});
}

TEST_CASE("dimensions may be numbers, names or left open", "[nn][onnx_reader]") {
  const auto dims = [](auto fill) {
    const auto shape = pbf(fill);
    const auto value = pbf([&](pbf_writer& writer) {
      writer.add_string(1, "x");
      pbf_writer type(writer, 2);
      pbf_writer tensor(type, 1);
      tensor.add_message(2, shape);
    });
    return model_of(file_with_input(value)).inputs.at(0).dims;
  };
  const auto dim = [](pbf_writer& shape, auto fill) { shape.add_message(1, pbf(fill)); };
  CHECK(dims([&](pbf_writer& shape) {
          dim(shape, [](pbf_writer& d) { d.add_int64(1, 0); });
          dim(shape, [](pbf_writer& d) { d.add_int64(1, 5); });
          dim(shape, [](pbf_writer& d) { d.add_string(2, "height"); });
          dim(shape, [](pbf_writer&) {});
          dim(shape, [](pbf_writer& d) { d.add_int64(1, -1); });
          dim(shape, [](pbf_writer& d) { d.add_int64(1, std::int64_t{1} << 40); });
        }) == Ints{0, 5, -1, -1, -1, std::int64_t{1} << 40});
  CHECK(dims([](pbf_writer&) {}).empty());
  const auto without_type = pbf([](pbf_writer& value) { value.add_string(1, "x"); });
  CHECK(model_of(file_with_input(without_type)).inputs.at(0).dims.empty());
}

TEST_CASE("repeated numbers are the same alone, packed and mixed", "[nn][onnx_reader]") {
  const Floats floats{1.5F, -2, 0};
  const Ints ints{std::numeric_limits<std::int64_t>::min(), -1, 300};

  CHECK(attribute_in<Floats>(onnx_attribute("a", 6, [&](auto& a) {
          a.add_packed_float(7, floats.begin(), floats.end());
        })) == floats);
  CHECK(attribute_in<Floats>(onnx_attribute("a", 6, [&](auto& a) {
          for (const float value : floats) a.add_float(7, value);
        })) == floats);
  CHECK(attribute_in<Ints>(onnx_attribute(
            "a", 7, [&](auto& a) { a.add_packed_int64(8, ints.begin(), ints.end()); })) == ints);
  CHECK(attribute_in<Ints>(onnx_ints("a", ints)) == ints);

  CHECK(floats_in(onnx_tensor("t", {3}, kOnnxFloat, [&](auto& t) {
          t.add_packed_float(4, floats.begin(), floats.end());
        })) == floats);
  CHECK(floats_in(onnx_tensor("t", {5}, kOnnxFloat, [&](auto& t) {
          t.add_float(4, 7);
          t.add_packed_float(4, floats.begin(), floats.end());
          t.add_float(4, 8);
        })) == Floats{7, 1.5F, -2, 0, 8});
  CHECK(ints_in(onnx_tensor("t", {3}, kOnnxInt64, [&](auto& t) {
          t.add_packed_int64(7, ints.begin(), ints.end());
        })) == ints);
  CHECK(ints_in(onnx_tensor("t", {3}, kOnnxInt64, [&](auto& t) {
          for (const std::int64_t value : ints) t.add_int64(7, value);
        })) == ints);

  const Ints packed_dims{1, 2, 1};
  const auto packed =
      tensor_in(file_with_initializer(onnx_tensor("t", {}, kOnnxFloat, [&](auto& t) {
        t.add_packed_int64(1, packed_dims.begin(), packed_dims.end());
        t.add_bytes(9, raw_bytes({1.0F, 2.0F}));
      })));
  CHECK(packed.dims == packed_dims);
}

TEST_CASE("tensors of every type that is read come back, raw and typed", "[nn][onnx_reader]") {
  const Floats floats{0.1F, -3};
  CHECK(floats_in(onnx_raw_tensor("t", {2}, kOnnxFloat, raw_bytes({0.1F, -3.0F}))) == floats);
  CHECK(floats_in(onnx_raw_tensor("t", {2}, kOnnxDouble, raw_bytes({0.1, -3.0}))) == floats);
  CHECK(floats_in(onnx_tensor("t", {2}, kOnnxDouble, [](auto& t) {
          t.add_double(10, 0.1);
          t.add_double(10, -3);
        })) == floats);
  const std::vector<double> doubles{0.1, -3};
  CHECK(floats_in(onnx_tensor("t", {2}, kOnnxDouble, [&](auto& t) {
          t.add_packed_double(10, doubles.begin(), doubles.end());
        })) == floats);
  CHECK(floats_in(
            onnx_raw_tensor("t", {2}, kOnnxFloat16, raw_bytes<std::uint16_t>({0x3555, 0xc000}))) ==
        Floats{0x1.554p-2F, -2});

  const Ints ints{-2, 2'147'483'647};
  const std::vector<std::int32_t> packed{-2, 2'147'483'647};
  CHECK(ints_in(onnx_raw_tensor("t", {2}, kOnnxInt32,
                                raw_bytes<std::int32_t>({-2, 2'147'483'647}))) == ints);
  CHECK(ints_in(onnx_tensor("t", {2}, kOnnxInt32, [&](auto& t) {
          t.add_packed_int32(5, packed.begin(), packed.end());
        })) == ints);
  CHECK(ints_in(onnx_raw_tensor("t", {2}, kOnnxInt64,
                                raw_bytes<std::int64_t>({-2, 2'147'483'647}))) == ints);
  // Some writers spend five bytes on a negative int32 and not ten.
  CHECK(ints_in(onnx_tensor("t", {1}, kOnnxInt32, [](auto& t) { t.add_uint32(5, 0xfffffffe); })) ==
        Ints{-2});
}

TEST_CASE("a scalar has no dims and one value", "[nn][onnx_reader]") {
  const auto scalar =
      tensor_in(file_with_initializer(onnx_raw_tensor("t", {}, kOnnxFloat, raw_bytes({2.5F}))));
  CHECK(scalar.dims.empty());
  CHECK(std::get<Floats>(scalar.values) == Floats{2.5F});
}

TEST_CASE("a tensor without values is legal when a dimension is 0", "[nn][onnx_reader]") {
  CHECK(floats_in(onnx_raw_tensor("t", {0}, kOnnxFloat, "")).empty());
  CHECK(ints_in(onnx_raw_tensor("t", {4, 0, 3}, kOnnxInt64, "")).empty());
  CHECK(floats_in(onnx_tensor("t", {0}, kOnnxFloat16, kNothingMore)).empty());
}

TEST_CASE("half floats have the values that numpy gives them", "[nn][onnx_reader]") {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  const std::vector<std::pair<std::uint16_t, float>> recorded = {
      {0x0000, 0.0F},      {0x3c00, 1.0F},         {0xc000, -2.0F},     {0x3555, 0x1.554p-2F},
      {0x0001, 0x1p-24F},  {0x03ff, 0x1.ff8p-15F}, {0x0400, 0x1p-14F},  {0x7bff, 65504.0F},
      {0x7c00, kInfinity}, {0xfc00, -kInfinity},   {0x8001, -0x1p-24F}, {0x4248, 0x1.92p+1F},
  };
  for (const auto& [bits, value] : recorded) {
    CAPTURE(bits);
    const std::uint16_t half = bits;
    CHECK(floats_in(onnx_raw_tensor("t", {1}, kOnnxFloat16, raw_bytes({half}))) == Floats{value});
    CHECK(floats_in(onnx_tensor("t", {1}, kOnnxFloat16,
                                [half](auto& t) { t.add_int32(5, half); })) == Floats{value});
  }
  const std::uint16_t minus_zero = 0x8000;
  CHECK(std::signbit(
      floats_in(onnx_raw_tensor("t", {1}, kOnnxFloat16, raw_bytes({minus_zero}))).at(0)));
  const std::uint16_t nan = 0x7e00;
  CHECK(std::isnan(floats_in(onnx_raw_tensor("t", {1}, kOnnxFloat16, raw_bytes({nan}))).at(0)));
}

TEST_CASE("every finite half float is its mantissa times a power of two", "[nn][onnx_reader]") {
  std::vector<std::int32_t> halves;
  for (std::int32_t half = 0; half < 0x7c00; ++half) halves.push_back(half);
  const auto read = floats_in(onnx_tensor("t", {0x7c00}, kOnnxFloat16, [&](auto& t) {
    t.add_packed_int32(5, halves.begin(), halves.end());
  }));
  bool all_same = true;
  for (int half = 0; half < 0x7c00; ++half) {
    const int exponent = half / 1024;
    const int mantissa = half % 1024;
    const double value =
        exponent == 0 ? std::ldexp(mantissa, -24) : std::ldexp(1024 + mantissa, exponent - 25);
    all_same = all_same && double{read[static_cast<std::size_t>(half)]} == value;
  }
  CHECK(all_same);
}

TEST_CASE("an attribute whose value is left out is 0 or empty", "[nn][onnx_reader]") {
  CHECK(attribute_in<float>(onnx_attribute("a", 1, kNothingMore)) == 0);
  CHECK(attribute_in<std::int64_t>(onnx_attribute("a", 2, kNothingMore)) == 0);
  CHECK(attribute_in<std::string>(onnx_attribute("a", 3, kNothingMore)).empty());
  CHECK(attribute_in<Floats>(onnx_attribute("a", 6, kNothingMore)).empty());
  CHECK(attribute_in<Ints>(onnx_attribute("a", 7, kNothingMore)).empty());
}

TEST_CASE("the default domain has two names and others may be imported", "[nn][onnx_reader]") {
  const auto model = pbf([](pbf_writer& writer) {
    writer.add_int64(1, 10);
    writer.add_message(8, onnx_opset(3, "ai.onnx.ml"));
    writer.add_message(8, onnx_opset(21, "ai.onnx"));
    writer.add_message(8, onnx_opset(21));
    writer.add_message(
        7, onnx_graph({.nodes = {onnx_node("Relu", {"x"}, {"y"}, {}, [](pbf_writer& node) {
                         node.add_string(7, "ai.onnx");
                       })}}));
  });
  CHECK(model_of(bytes_of(model)).opset == 21);
}

TEST_CASE("unknown fields are passed over in every message", "[nn][onnx_reader]") {
  const auto unknown = [](pbf_writer& message) {
    message.add_int64(1000, -1);
    message.add_fixed32(1001, 7);
    message.add_fixed64(1002, 7);
    message.add_string(1003, "\x0b\x0c no message");
  };
  const auto tensor = onnx_tensor("w", {1}, kOnnxFloat, [&](pbf_writer& writer) {
    unknown(writer);
    writer.add_float(4, 2);
    writer.add_string(12, "a doc string");
  });
  const auto attribute = onnx_attribute("a", 2, [&](pbf_writer& writer) {
    unknown(writer);
    writer.add_int64(3, 5);
  });
  const auto value = pbf([&](pbf_writer& writer) {
    writer.add_string(1, "x");
    unknown(writer);
    pbf_writer type(writer, 2);
    unknown(type);
    pbf_writer tensor_type(type, 1);
    unknown(tensor_type);
    pbf_writer shape(tensor_type, 2);
    unknown(shape);
    pbf_writer dim(shape, 1);
    unknown(dim);
    dim.add_int64(1, 3);
  });
  const auto graph = onnx_graph({.nodes = {onnx_node("Op", {}, {}, {attribute}, unknown)},
                                 .initializers = {tensor},
                                 .inputs = {value}},
                                unknown);
  const auto model = model_of(onnx_file(graph, {}, unknown));
  CHECK(std::get<std::int64_t>(model.nodes.at(0).attributes.at(0).value) == 5);
  CHECK(std::get<Floats>(model.initializers.at(0).second.values) == Floats{2});
  CHECK(model.inputs.at(0).dims == Ints{3});
}

// ---- What is sound and not read.

TEST_CASE("versions of the future and the far past are not read", "[nn][onnx_reader]") {
  const auto file = [](OnnxVersions versions) { return onnx_file(onnx_graph({}), versions); };
  CHECK(model_of(file({.ir = 10, .opset = 21})).ir_version == 10);
  CHECK(model_of(file({.ir = 3, .opset = 1})).opset == 1);
  check_unsupported(file({.ir = 11}), "IR version 11");
  check_unsupported(file({.opset = 22}), "opset 22");
  check_unsupported(file({.opset = 0}), "opset 0");
  check_unsupported(file({.opset = -1}), "opset -1");
  const auto without_opset = pbf([](pbf_writer& model) {
    model.add_int64(1, 8);
    model.add_message(7, onnx_graph({}));
    model.add_message(8, onnx_opset(3, "ai.onnx.ml"));
  });
  check_unsupported(bytes_of(without_opset), "no opset");
}

TEST_CASE("a newer version is named before what the graph makes of it", "[nn][onnx_reader]") {
  check_unsupported(onnx_file("\x0b", {.ir = 11}), "IR version 11");
  check_unsupported(onnx_file("\x0b", {.opset = 99}), "opset 99");
}

TEST_CASE("types of values that are not read are named", "[nn][onnx_reader]") {
  const std::vector<std::pair<std::int32_t, std::string>> types = {
      {2, "uint8"},     {3, "int8"},    {4, "uint16"},  {5, "int16"},      {8, "string"},
      {9, "bool"},      {12, "uint32"}, {13, "uint64"}, {14, "complex64"}, {15, "complex128"},
      {16, "bfloat16"}, {17, "float8"}, {22, "int4"},   {99, "number 99"}, {-1, "number -1"},
  };
  for (const auto& [type, name] : types) {
    check_unsupported(file_with_initializer(onnx_raw_tensor("w", {1}, type, "1234")), name);
    check_unsupported(file_with_input(onnx_value("x", {1}, type)), name);
  }
}

TEST_CASE("values outside the file are not read", "[nn][onnx_reader]") {
  const auto external = onnx_tensor("w", {1}, kOnnxFloat, [](pbf_writer& tensor) {
    pbf_writer entry(tensor, 13);
    entry.add_string(1, "location");
    entry.add_string(2, "../../etc/passwd");
  });
  check_unsupported(file_with_initializer(external), "initializer 0 'w'");
  const auto location = onnx_tensor("w", {1}, kOnnxFloat, [](pbf_writer& tensor) {
    tensor.add_int32(14, 1);
    tensor.add_float(4, 1);
  });
  check_unsupported(file_with_initializer(location), "another file");
  const auto here = onnx_tensor("w", {1}, kOnnxFloat, [](pbf_writer& tensor) {
    tensor.add_int32(14, 0);
    tensor.add_float(4, 1);
  });
  CHECK(floats_in(here) == Floats{1});
}

TEST_CASE("parts of ONNX that are not read are named", "[nn][onnx_reader]") {
  const auto in_graph = [](protozero::pbf_tag_type tag) {
    return onnx_file(onnx_graph({}, [tag](pbf_writer& graph) { graph.add_string(tag, ""); }));
  };
  check_unsupported(in_graph(15), "sparse initializer");
  check_unsupported(
      onnx_file(onnx_graph({}), {}, [](pbf_writer& model) { model.add_string(25, ""); }),
      "functions");
  check_unsupported(file_with_initializer(onnx_tensor("w", {1}, kOnnxFloat,
                                                      [](pbf_writer& t) { t.add_string(3, ""); })),
                    "segments");
  check_unsupported(file_with_attribute(onnx_attribute(
                        "body", 5, [](pbf_writer& a) { a.add_message(6, onnx_graph({})); })),
                    "attribute 'body': a value of type graph");
  for (const auto& [type, name] :
       std::vector<std::pair<std::int32_t, std::string>>{{8, "strings"},
                                                         {9, "tensors"},
                                                         {10, "graphs"},
                                                         {11, "sparse tensor"},
                                                         {12, "sparse tensors"},
                                                         {13, "type proto"},
                                                         {14, "type protos"},
                                                         {15, "number 15"}}) {
    check_unsupported(file_with_attribute(onnx_attribute("a", type, kNothingMore)), name);
  }
  check_unsupported(
      file_with_attribute(onnx_attribute("a", 2, [](auto& a) { a.add_string(21, "alpha"); })),
      "function");
  for (const protozero::pbf_tag_type kind : {4U, 5U, 8U, 9U}) {
    const auto value = pbf([kind](pbf_writer& writer) {
      writer.add_string(1, "x");
      pbf_writer type(writer, 2);
      type.add_string(kind, "");
    });
    check_unsupported(file_with_input(value), "input 0 'x': something else than a tensor");
    check_unsupported(onnx_file_of({.outputs = {value}}), "output 0 'x'");
  }
}

TEST_CASE("operators of other domains are named", "[nn][onnx_reader]") {
  const auto node = onnx_node("FusedConv", {}, {}, {}, [](pbf_writer& writer) {
    writer.add_string(3, "conv7");
    writer.add_string(7, "com.microsoft");
  });
  check_unsupported(onnx_file_of({.nodes = {onnx_node("Relu", {}, {}), node}}),
                    "node 1 'conv7': operator 'FusedConv' of 'com.microsoft'");
}

TEST_CASE("a tensor larger than any that is needed is not read", "[nn][onnx_reader]") {
  // Without values, for 256 MB are too many for a test.
  constexpr std::int64_t kMax = 1 << 26;
  CHECK(floats_in(onnx_raw_tensor("t", {kMax, 0}, kOnnxFloat, "")).empty());
  check_unsupported(file_with_initializer(onnx_raw_tensor("t", {kMax + 1, 0}, kOnnxFloat, "")),
                    "initializer 0 't': larger than 67108864");
  check_unsupported(
      file_with_initializer(onnx_raw_tensor("t", {0, 1 << 13, 1 << 14}, kOnnxFloat, "")), "larger");
}

// ---- What is no model, or a damaged one.

TEST_CASE("other files are no ONNX", "[nn][onnx_reader]") {
  check_not_onnx({}, "no IR version");
  for (const std::string& start :
       {std::string("<!doctype html><html><body>Not found</body></html>"),
        std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00", 8), std::string("\x89PNG\r\n\x1a\n"),
        std::string("PK\x03\x04\x14\x00\x00\x00", 8), std::string("\x93NUMPY"),
        std::string("version https://git-lfs.github.com/spec/v1\n"), std::string(100, '\0'),
        std::string(100, '\xff'), std::string("{\"models\": []}\n")}) {
    CAPTURE(start);
    CHECK(error_of(read_onnx(bytes_of(start))) == ErrorCode::kOnnxNotOnnx);
  }
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    CHECK(error_of(read_onnx(noise(1000, seed))) == ErrorCode::kOnnxNotOnnx);
  }
}

TEST_CASE("a model without version or graph, or with two graphs, is none", "[nn][onnx_reader]") {
  check_not_onnx(onnx_file(onnx_graph({}), {.ir = 0}), "no IR version");
  check_not_onnx(onnx_file(onnx_graph({}), {.ir = -3}), "no IR version");
  check_not_onnx(bytes_of(pbf([](pbf_writer& model) {
                   model.add_int64(1, 8);
                   model.add_message(8, onnx_opset(17));
                 })),
                 "no graph");
  check_not_onnx(bytes_of(pbf([](pbf_writer& model) {
                   model.add_message(8, onnx_opset(17));
                   model.add_message(7, onnx_graph({}));
                 })),
                 "no IR version");
  check_not_onnx(onnx_file(onnx_graph({}), {},
                           [](pbf_writer& model) { model.add_message(7, onnx_graph({})); }),
                 "a second graph");
  check_not_onnx(onnx_file(onnx_graph({}), {},
                           [](pbf_writer& model) { model.add_message(8, onnx_opset(18)); }),
                 "opsets 17 and 18");
}

TEST_CASE("what has to have a name has one, and one of its own", "[nn][onnx_reader]") {
  check_not_onnx(file_with_initializer(weight("")), "initializer 0 '': no name");
  check_not_onnx(onnx_file_of({.initializers = {weight("a"), weight("b"), weight("a")}}),
                 "two initializers 'a'");
  check_not_onnx(file_with_input(onnx_value("", {1})), "input 0 '': no name");
  check_not_onnx(file_with_node(onnx_node("", {"x"}, {"y"})), "node 0 '': no operator");
  check_not_onnx(file_with_attribute(onnx_attribute("", 2, kNothingMore)), "no name");
  check_not_onnx(file_with_node(onnx_node("Op", {}, {}, {onnx_ints("a", {}), onnx_ints("a", {})})),
                 "two attributes 'a'");
}

TEST_CASE("an attribute without a type or without its tensor is damaged", "[nn][onnx_reader]") {
  check_not_onnx(file_with_attribute(onnx_attribute("a", 0, [](auto& a) { a.add_int64(3, 1); })),
                 "node 0 '': attribute 'a': no type");
  check_not_onnx(file_with_attribute(onnx_attribute("a", 4, kNothingMore)), "no tensor");
  check_not_onnx(
      file_with_attribute(onnx_attribute(
          "a", 4, [](auto& a) { a.add_message(5, onnx_raw_tensor("", {3}, kOnnxFloat, "1234")); })),
      "attribute 'a': 3 values declared");
}

TEST_CASE("a tensor has as many values as its dims say", "[nn][onnx_reader]") {
  const auto check = [](const Ints& dims, std::int32_t type, auto fill, const std::string& detail) {
    check_not_onnx(file_with_initializer(onnx_tensor("w", dims, type, fill)), detail);
  };
  const auto raw = [](std::size_t size) {
    return [size](pbf_writer& tensor) { tensor.add_bytes(9, std::string(size, 'r')); };
  };
  check({2}, kOnnxFloat, raw(4), "initializer 0 'w': 2 values declared, 4 bytes");
  check({2}, kOnnxFloat, raw(7), "2 values declared, 7 bytes of 4 each");
  check({2}, kOnnxFloat, raw(9), "declared");
  check({2}, kOnnxFloat, raw(12), "declared");
  check({2}, kOnnxFloat16, raw(8), "declared");
  check({2}, kOnnxDouble, raw(8), "declared");
  check({2}, kOnnxInt64, raw(8), "declared");
  check({2}, kOnnxInt32, raw(4), "declared");
  check({}, kOnnxFloat, raw(8), "1 values declared");
  check({0}, kOnnxFloat, raw(4), "0 values declared");
  check({2, -1}, kOnnxFloat, raw(8), "a dimension of -1");
  check({2}, kOnnxFloat, kNothingMore, "2 values declared, 0 found");
  check({}, kOnnxFloat, kNothingMore, "1 values declared, 0 found");
  check(
      {2}, kOnnxFloat, [](pbf_writer& t) { t.add_float(4, 1); }, "1 found");
  check(
      {1}, kOnnxInt64, [](pbf_writer& t) { t.add_float(4, 1); }, "0 found");
  check(
      {1}, kOnnxInt32, [](pbf_writer& t) { t.add_int64(7, 1); }, "0 found");
  check(
      {1}, kOnnxFloat,
      [](pbf_writer& t) {
        t.add_float(4, 1);
        t.add_bytes(9, "1234");
      },
      "more than one field");
  check({1}, 0, raw(4), "no data type");
}

TEST_CASE("damage to the wire format is named by its byte", "[nn][onnx_reader]") {
  // A group that begins.
  check_not_onnx(bytes_of("\x2b\x00"), "damaged at byte 0");
  // A packed float cut to three bytes; a varint that does not end.
  check_not_onnx(
      file_with_attribute(onnx_attribute("a", 6, [](auto& a) { a.add_bytes(7, "123"); })),
      "damaged at byte");
  check_not_onnx(
      file_with_attribute(onnx_attribute("a", 7, [](auto& a) { a.add_bytes(8, "\xff"); })),
      "damaged at byte");
  // IR version 8, then a graph at byte 4 whose node at byte 6 ends too early.
  check_not_onnx(concat(bytes_of("\x08\x08\x3a\x04\x0a\x02\x22\x05"), bytes_of("\x42\x02\x10\x11")),
                 "node 0 '': damaged at byte 6");
}

TEST_CASE("a field that cannot have its wire type is damage", "[nn][onnx_reader]") {
  const auto more = [](auto fill) { return onnx_file(onnx_graph({}), {}, fill); };
  check_not_onnx(more([](pbf_writer& model) { model.add_string(1, "8"); }), "field 1");
  check_not_onnx(more([](pbf_writer& model) { model.add_int64(8, 17); }), "field 8");
  check_not_onnx(bytes_of(pbf([](pbf_writer& model) {
                   model.add_int64(1, 8);
                   model.add_int64(7, 1);
                   model.add_message(8, onnx_opset(17));
                 })),
                 "field 7 cannot have wire type 0");
  const auto node = [](auto fill) { return file_with_node(onnx_node("Op", {}, {}, {}, fill)); };
  check_not_onnx(node([](pbf_writer& n) { n.add_int64(1, 1); }), "field 1");
  check_not_onnx(node([](pbf_writer& n) { n.add_fixed32(5, 1); }), "field 5");
  const auto attribute = [](auto fill) {
    return file_with_attribute(onnx_attribute("a", 2, fill));
  };
  check_not_onnx(attribute([](pbf_writer& a) { a.add_int64(2, 1); }), "field 2");
  check_not_onnx(attribute([](pbf_writer& a) { a.add_float(3, 1); }), "field 3");
  check_not_onnx(attribute([](pbf_writer& a) { a.add_double(7, 1); }), "field 7");
  check_not_onnx(attribute([](pbf_writer& a) { a.add_float(8, 1); }), "field 8");
}

TEST_CASE("names in details are short and printable", "[nn][onnx_reader]") {
  const auto model = read_onnx(file_with_initializer(
      onnx_raw_tensor("\n\xff<" + std::string(10'000, 'x'), {1}, kOnnxFloat, "")));
  REQUIRE(!model);
  CHECK(model.error().detail.size() < 200);
  CHECK_THAT(model.error().detail, ContainsSubstring("'\?\?<xxx") && ContainsSubstring("xxx...'"));
}

// ---- What nobody made by hand.

TEST_CASE("a model cut anywhere is an error or a sound model", "[nn][onnx_reader]") {
  const auto file = small_model();
  REQUIRE(read_onnx(file));
  for (std::size_t size = 0; size < file.size(); ++size) {
    CAPTURE(size);
    // A copy of its own, so that the sanitizer sees a read behind its end.
    const ByteVector cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
    const auto model = read_onnx(cut);
    CHECK((!model || is_sound(model.value())));
    // All but the opset is there first, so nothing shorter is complete.
    CHECK(!model);
  }
}

TEST_CASE("a model with any byte changed is an error or a sound model", "[nn][onnx_reader]") {
  const auto original = small_model();
  auto file = original;
  for (std::size_t at = 0; at < file.size(); ++at) {
    bool all_sound = true;
    for (int value = 0; value < 256; ++value) {
      file[at] = static_cast<std::byte>(value);
      const auto model = read_onnx(file);
      all_sound = all_sound && (model ? is_sound(model.value()) : !model.error().detail.empty());
    }
    file[at] = original[at];
    CAPTURE(at);
    CHECK(all_sound);
  }
}

TEST_CASE("dims that promise much take no memory and do not overflow", "[nn][onnx_reader]") {
  constexpr std::int64_t kHuge = std::numeric_limits<std::int64_t>::max();
  for (const Ints& dims :
       {Ints{kHuge}, Ints{kHuge, kHuge}, Ints{1 << 26}, Ints{1 << 30, 1 << 30},
        // Products that are 1 and 0 in 64 bits, 0 in 32.
        Ints{kHuge, kHuge, 1}, Ints{std::int64_t{1} << 32, std::int64_t{1} << 32},
        Ints{std::int64_t{1} << 32}, Ints{65'536, 65'536}}) {
    for (const std::int32_t type :
         {kOnnxFloat, kOnnxFloat16, kOnnxDouble, kOnnxInt32, kOnnxInt64}) {
      for (const std::string& raw : {std::string(), std::string(8, 'r')}) {
        const auto file = file_with_initializer(onnx_raw_tensor("w", dims, type, raw));
        bytes_asked_for = 0;
        const auto model = read_onnx(file);
        const auto asked_for = bytes_asked_for;
        CHECK(error_of(model) == ErrorCode::kOnnxNotOnnx);
        CHECK(asked_for < 4096);
      }
    }
  }
}

TEST_CASE("memory is a small multiple of the file's size", "[nn][onnx_reader]") {
  constexpr int kMany = 10'000;
  const Ints zeros(kMany, 0);
  Messages attributes;
  Messages tensors;
  for (int i = 0; i < kMany; ++i) {
    attributes.push_back(onnx_attribute(std::to_string(i), 2, kNothingMore));
    tensors.push_back(onnx_raw_tensor(std::to_string(i), {0}, kOnnxFloat, ""));
  }
  const std::vector<ByteVector> files = {
      read_file(ATELIER_MODELS "/small.onnx"),
      file_with_node(onnx_node("Op", std::vector<std::string>(kMany), {})),
      onnx_file_of({.nodes = Messages(kMany, onnx_node("A", {}, {}))}),
      file_with_node(onnx_node("A", {}, {}, attributes)),
      onnx_file_of({.initializers = tensors}),
      onnx_file_of({.inputs = Messages(kMany, onnx_value("x", {}))}),
      file_with_input(onnx_value("x", std::vector<std::optional<std::int64_t>>(kMany))),
      file_with_attribute(onnx_attribute(
          "a", 7, [&](auto& a) { a.add_packed_int64(8, zeros.begin(), zeros.end()); })),
      file_with_initializer(
          onnx_tensor("w", {kMany}, kOnnxInt64,
                      [&](auto& t) { t.add_packed_int64(7, zeros.begin(), zeros.end()); })),
  };
  for (const auto& file : files) {
    bytes_asked_for = 0;
    const auto model = read_onnx(file);
    const auto asked_for = bytes_asked_for;
    CHECK(model);
    CHECK(asked_for < 40 * file.size());
  }
  bytes_asked_for = 0;
  CHECK(read_onnx(files[0]));
  CHECK(bytes_asked_for < 5 * files[0].size() / 2);  // float16 in the file, float in memory
}
