// SPDX-License-Identifier: MIT
// Why: what is shown of the inside of a network must be what the network computes, and the frame on
// the picture must hold every pixel that a number depends on, and no other.
#include "nn/layer_maps.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "nn/network.hpp"
#include "nn/onnx_reader.hpp"
#include "nn/receptive_field.hpp"
#include "tests/support/recorded.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

constexpr int kSide = 28;

std::string path_of(const std::string& model) {
  return std::string(ATELIER_MODELS) + "/" + model + ".onnx";
}

nn::Network load(const std::string& model) {
  auto network = nn::load_network(read_file(path_of(model)));
  if (!network) FAIL(network.error().detail);
  return std::move(network).value();
}

// Not a garment, but every pixel is another one.
std::vector<float> picture() {
  std::vector<float> pixels;
  for (int k = 0; k < kSide * kSide; ++k) pixels.push_back(static_cast<float>(k * 37 % 251));
  return pixels;
}

bool holds(const nn::SeenPixels& seen, int place, int pixel) {
  const int first = seen.first + seen.step * place;
  return pixel >= first && pixel < first + seen.size;
}

// The numbers of an initializer, or of the one that a Cast makes floats of.
const std::vector<float>& constant(const nn::OnnxModel& model, std::string name) {
  for (const nn::OnnxNode& node : model.nodes) {
    if (node.op_type == "Cast" && node.outputs[0] == name) name = node.inputs[0];
  }
  for (const auto& [each, tensor] : model.initializers) {
    if (each == name) return std::get<std::vector<float>>(tensor.values);
  }
  FAIL("no constant " << name);
  throw;
}

// ---- a network whose every weight is 1: what a pixel adds is what it takes part in --------------

struct Ones {
  nn::OnnxModel model;

  Ones() {
    model.inputs.push_back({"image", {-1, 1, kSide, kSide}});
    model.outputs.push_back({"logits", {-1, 1}});
  }
  void node(const std::string& op, std::vector<std::string> inputs, const std::string& output,
            std::vector<nn::OnnxAttribute> attributes = {}) {
    model.nodes.push_back({output, op, std::move(inputs), {output}, std::move(attributes)});
  }
  void convolution(const std::string& input, const std::string& output, std::int64_t side,
                   std::int64_t stride, std::int64_t padding) {
    const std::string weights = output + ".weights";
    const std::vector<float> ones(static_cast<std::size_t>(side * side), 1.0F);
    model.initializers.emplace_back(weights, nn::OnnxTensor{{1, 1, side, side}, ones});
    node("Conv", {input, weights}, output, window(stride, padding));
  }
  static std::vector<nn::OnnxAttribute> window(std::int64_t stride, std::int64_t padding) {
    return {{"strides", std::vector{stride, stride}},
            {"pads", std::vector{padding, padding, padding, padding}}};
  }
  // 28x28: 3x3; 14x14: 3x3 by 2, itself added to a 5x5 of it; 7x7: the mean of 2x2.
  static nn::Network network() {
    Ones ones;
    ones.convolution("image", "a", 3, 1, 1);
    ones.convolution("a", "b", 3, 2, 1);
    ones.convolution("b", "c", 5, 1, 2);
    ones.node("Add", {"b", "c"}, "d");
    auto pool = window(2, 0);
    pool.push_back({"kernel_shape", std::vector<std::int64_t>{2, 2}});
    ones.node("AveragePool", {"d"}, "e", pool);
    ones.node("GlobalAveragePool", {"e"}, "f");
    ones.node("Flatten", {"f"}, "logits");
    auto plan = nn::build_plan(ones.model);
    if (!plan) FAIL(plan.error().detail);
    return nn::Network(std::move(plan).value());
  }
};

}  // namespace

TEST_CASE("the first layer is its filters moved over the picture", "[nn][layers]") {
  const auto file = read_file(path_of("small"));
  const auto model = nn::read_onnx(file);
  REQUIRE(model);
  const auto& nodes = model.value().nodes;
  const auto conv = std::find_if(nodes.begin(), nodes.end(),
                                 [](const nn::OnnxNode& node) { return node.op_type == "Conv"; });
  REQUIRE(conv != nodes.end());
  const std::vector<float>& weights = constant(model.value(), conv->inputs[1]);
  const std::vector<float>& bias = constant(model.value(), conv->inputs[2]);

  nn::Network network = load("small");
  CHECK(network.first_filters().weights == weights);
  REQUIRE(network.first_filters().count == 12);
  CHECK(network.first_filters().rows == 3);
  CHECK(network.first_filters().columns == 3);

  const std::vector<float> pixels = picture();
  const nn::LayerMaps first = network.layer_maps(pixels).front();
  REQUIRE(first.channels == 12);
  REQUIRE(first.rows == kSide);
  REQUIRE(first.columns == kSide);
  double greatest = 0;
  for (int map = 0; map < 12; ++map) {
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        double sum = static_cast<double>(bias[static_cast<std::size_t>(map)]);
        for (int k = 0; k < 9; ++k) {
          const int row = y + k / 3 - 1;
          const int column = x + k % 3 - 1;
          if (row < 0 || row >= kSide || column < 0 || column >= kSide) continue;
          // Less the mean of the training pixels; their deviation is in the weights.
          const double pixel =
              static_cast<double>(pixels[static_cast<std::size_t>(row * kSide + column)]) - 73;
          sum += pixel * static_cast<double>(weights[static_cast<std::size_t>(map * 9 + k)]);
        }
        const auto place = static_cast<std::size_t>((map * kSide + y) * kSide + x);
        const double found = static_cast<double>(first.values[place]);
        greatest = std::max(greatest, std::abs(std::max(sum, 0.0) - found));
      }
    }
  }
  CHECK(greatest < 1e-3);
}

TEST_CASE("the layers go from the picture to the map that the answer is made of", "[nn][layers]") {
  const auto [name, count] = GENERATE(
      table<std::string, std::size_t>({{"tiny", 7}, {"small", 7}, {"sketch", 7}, {"large", 13}}));
  nn::Network network = load(name);
  const auto layers = network.layer_maps(picture());
  CHECK(layers.size() == count);
  CHECK(layers.front().field == nn::ReceptiveField{{-1, 1, 3}, {-1, 1, 3}});
  std::vector<float> map(layers.back().values.size());
  network.run(picture(), {.map = map});
  CHECK(layers.back().values == map);
}

TEST_CASE("a number depends on no pixel outside of its frame", "[nn][layers]") {
  nn::Network network = load(GENERATE("tiny", "small", "large"));
  const std::vector<float> pixels = picture();
  const auto before = network.layer_maps(pixels);
  for (std::size_t number = 0; number < before.size(); ++number) {
    const nn::LayerMaps& layer = before[number];
    for (const int row : {0, layer.rows / 2, layer.rows - 1}) {
      for (const int column : {0, layer.columns / 3, layer.columns - 1}) {
        std::vector<float> other = pixels;
        for (int k = 0; k < kSide * kSide; ++k) {
          const bool inside =
              holds(layer.field.x, column, k % kSide) && holds(layer.field.y, row, k / kSide);
          if (!inside) other[static_cast<std::size_t>(k)] = static_cast<float>(k * 91 % 255);
        }
        const auto after = network.layer_maps(other)[number];
        for (int map = 0; map < layer.channels; ++map) {
          const auto place =
              static_cast<std::size_t>((map * layer.rows + row) * layer.columns + column);
          // Sums are in another order where a tile of pixels is worked on at once.
          REQUIRE_THAT(after.values[place],
                       Catch::Matchers::WithinAbs(static_cast<double>(layer.values[place]), 2e-3));
        }
      }
    }
  }
}

TEST_CASE(
    "where every weight is 1, a number changes with a pixel if it is in its frame, and only "
    "then",
    "[nn][layers]") {
  nn::Network network = Ones::network();
  const std::vector<float> dark(kSide * kSide);
  const auto before = network.layer_maps(dark);
  REQUIRE(before.size() == 4);
  // Two strides: 3, then 3 + 2 x 1, then 5 x 2 around it, then two of those beside each other.
  CHECK(before[0].field.x == nn::SeenPixels{-1, 1, 3});
  CHECK(before[1].field.x == nn::SeenPixels{-2, 2, 5});
  CHECK(before[2].field.x == nn::SeenPixels{-6, 2, 13});
  CHECK(before[3].field.x == nn::SeenPixels{-6, 4, 15});
  for (int pixel = 0; pixel < kSide * kSide; pixel += 11) {
    std::vector<float> one = dark;
    one[static_cast<std::size_t>(pixel)] = 8;
    for (const nn::LayerMaps& layer : network.layer_maps(one)) {
      for (int place = 0; place < layer.rows * layer.columns; ++place) {
        const bool inside = holds(layer.field.x, place % layer.columns, pixel % kSide) &&
                            holds(layer.field.y, place / layer.columns, pixel / kSide);
        const float value = layer.values[static_cast<std::size_t>(place)];
        REQUIRE((value > 0.5F) == inside);
      }
    }
  }
}

TEST_CASE("what gathers all places depends on all pixels, whatever it meets later",
          "[nn][layers]") {
  const nn::Shape image{20, kSide, 1};
  const nn::ReceptiveField whole = nn::seen_whole(image);
  CHECK(whole == nn::ReceptiveField{{0, 0, kSide}, {0, 0, 20}});
  const nn::Window window{.height = 3, .width = 3, .top = 1, .left = 1, .bottom = 1, .right = 1};
  const nn::ReceptiveField local = nn::seen_through(window, {});
  CHECK(nn::seen_by_both(local, whole, image) == whole);
}

TEST_CASE("thousands of layers do not overflow the frame", "[nn][layers]") {
  nn::ReceptiveField field;
  const nn::Window window{.height = 1000, .width = 1000, .stride_y = 1024, .stride_x = 1024};
  for (int k = 0; k < 10'000; ++k) field = nn::seen_through(window, field);
  CHECK(field.x.size > kSide);
  CHECK(field.x.step > 0);
}
