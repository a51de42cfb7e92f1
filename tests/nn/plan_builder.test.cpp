// SPDX-License-Identifier: MIT
// Why: people's files have what ours have not. Each thing that is not known here must be refused by
// a sentence that names the node, before anything is computed.
#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "nn/network.hpp"
#include "nn/onnx_reader.hpp"
#include "tests/support/onnx_builder.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

std::string floats(const std::string& name, const std::vector<std::int64_t>& dims) {
  std::int64_t count = 1;
  for (const std::int64_t dim : dims) count *= dim;
  return onnx_tensor(name, dims, kOnnxFloat, [&](pbf_writer& tensor) {
    const std::vector<float> values(static_cast<std::size_t>(count), 0.5F);
    tensor.add_packed_float(4, values.begin(), values.end());
  });
}

std::string number(const std::string& name, std::int64_t value) {
  return onnx_attribute(name, 2, [=](pbf_writer& attribute) { attribute.add_int64(3, value); });
}

const std::string kImage = onnx_value("image", {std::nullopt, 1, 6, 6});
const std::string kLogits = onnx_value("logits", {std::nullopt, 2});

// image -> `node` -> between -> mean -> logits, with weights of several shapes at hand.
std::string error_of(const std::string& node, const std::string& image = kImage) {
  const OnnxParts parts{
      .nodes = {node,
                onnx_node("ReduceMean", {"between"}, {"pool"},
                          {onnx_ints("axes", {2, 3}), number("keepdims", 0)}),
                onnx_node("Gemm", {"pool", "head"}, {"logits"})},
      .initializers = {floats("kernel", {2, 1, 3, 3}), floats("wrong", {2, 5, 3, 3}),
                       floats("bias", {3}), floats("head", {2, 2}), floats("plane", {6, 6}),
                       floats("wide", {2, 1, 9, 9})},
      .inputs = {image},
      .outputs = {kLogits}};
  const auto network = nn::load_network(onnx_file_of(parts));
  if (network.ok()) return "none";
  CHECK(network.error().code == core::ErrorCode::kOnnxUnsupported);
  return network.error().detail;
}

std::string conv(const std::vector<std::string>& inputs, const Messages& attributes) {
  return onnx_node("Conv", inputs, {"between"}, attributes);
}

}  // namespace

TEST_CASE("a plain small graph can be planned", "[nn][plan]") {
  CHECK(error_of(conv({"image", "kernel"}, {})) == "none");
  CHECK(error_of(conv({"image", "kernel"},
                      {onnx_ints("pads", {1, 1, 1, 1}), onnx_ints("strides", {2, 2})})) == "none");
}

TEST_CASE("what is not known is refused with the node's name", "[nn][plan]") {
  using Catch::Matchers::ContainsSubstring;
  CHECK_THAT(error_of(onnx_node("LSTM", {"image"}, {"between"})),
             ContainsSubstring("'between' (LSTM)") && ContainsSubstring("not known"));
  CHECK_THAT(error_of(conv({"image", "kernel"}, {onnx_ints("dilations", {2, 2})})),
             ContainsSubstring("'between' (Conv)") && ContainsSubstring("no dilation"));
  CHECK_THAT(error_of(conv({"image", "kernel"}, {onnx_ints("pads", {3, 1, 1, 1})})),
             ContainsSubstring("does not fit the image"));
  CHECK_THAT(error_of(conv({"image", "kernel"}, {onnx_ints("strides", {0, 1})})),
             ContainsSubstring("does not fit the image"));
  CHECK_THAT(error_of(conv({"image", "wide"}, {})), ContainsSubstring("does not fit the image"));
  CHECK_THAT(error_of(conv({"image", "wrong"}, {})), ContainsSubstring("do not fit the channels"));
  CHECK_THAT(error_of(conv({"image", "kernel", "bias"}, {})), ContainsSubstring("bias"));
  CHECK_THAT(error_of(conv({"image", "kernel"}, {number("group", 0)})),
             ContainsSubstring("do not fit the channels"));
  CHECK_THAT(error_of(conv({"kernel", "kernel"}, {})), ContainsSubstring("not computed before"));
  CHECK_THAT(error_of(onnx_node("Add", {"image", "plane"}, {"between"})),
             ContainsSubstring("one a channel"));
  CHECK_THAT(
      error_of(onnx_node("MaxPool", {"image"}, {"between"}, {onnx_ints("kernel_shape", {2})})),
      ContainsSubstring("2 dimensions"));
  CHECK_THAT(error_of(onnx_node("Flatten", {"image"}, {"between"}, {number("axis", 2)})),
             ContainsSubstring("axis 1"));
  CHECK_THAT(error_of(onnx_node("Cast", {"image"}, {"between"}, {number("to", 7)})),
             ContainsSubstring("only a cast to float"));
}

TEST_CASE("an input that is no image is refused", "[nn][plan]") {
  using Catch::Matchers::ContainsSubstring;
  const std::string node = conv({"image", "kernel"}, {});
  CHECK_THAT(error_of(node, onnx_value("image", {std::nullopt, 36})), ContainsSubstring("4 dim"));
  CHECK_THAT(error_of(node, onnx_value("image", {std::nullopt, 1, std::nullopt, 6})),
             ContainsSubstring("open"));
  CHECK_THAT(error_of(node, onnx_value("image", {std::nullopt, 1, 0, 6})),
             ContainsSubstring("out of range"));
}

TEST_CASE("a cycle, a name twice and a missing output are refused", "[nn][plan]") {
  using Catch::Matchers::ContainsSubstring;
  const auto error = [](const Messages& nodes) {
    const auto network =
        nn::load_network(onnx_file_of({.nodes = nodes, .inputs = {kImage}, .outputs = {kLogits}}));
    return network.ok() ? std::string("none") : network.error().detail;
  };
  CHECK_THAT(error({onnx_node("Relu", {"a"}, {"b"}), onnx_node("Relu", {"b"}, {"a"})}),
             ContainsSubstring("'a' is not computed"));
  CHECK_THAT(error({onnx_node("Relu", {"image"}, {"a"}), onnx_node("Sigmoid", {"image"}, {"a"})}),
             ContainsSubstring("has the name 'a'"));
  CHECK_THAT(error({onnx_node("Relu", {"image"}, {"a"})}), ContainsSubstring("'logits'"));
}

TEST_CASE("a small file cannot ask for much memory", "[nn][plan]") {
  // Every node makes another value of four million floats of one image of 36.
  Messages nodes{onnx_node("Conv", {"image", "grow"}, {"v0"}, {onnx_ints("pads", {0, 0, 0, 0})})};
  std::string last = "v0";
  for (int k = 1; k <= 400; ++k) {
    const std::string next = "v" + std::to_string(k);
    nodes.push_back(onnx_node("Sigmoid", {last}, {next}));
    last = next;
  }
  const auto network =
      nn::load_network(onnx_file_of({.nodes = nodes,
                                     .initializers = {floats("grow", {4096, 1, 1, 1})},
                                     .inputs = {onnx_value("image", {std::nullopt, 1, 6, 6})},
                                     .outputs = {onnx_value(last, {std::nullopt, 4096, 6, 6})}}));
  REQUIRE(!network.ok());
  CHECK_THAT(network.error().detail, Catch::Matchers::ContainsSubstring("too large"));
}
