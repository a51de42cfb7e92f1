// SPDX-License-Identifier: MIT
// Why: a map that says where a network looked is believed at a glance; it must be the network's own
// arithmetic, and nothing else.
#include <catch_amalgamated.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/gzip.hpp"
#include "nn/activation_map.hpp"
#include "nn/occlusion_map.hpp"
#include "tests/support/recorded.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

using Image = std::vector<std::uint8_t>;

nn::ImageClassifier load(const std::string& file_name) {
  auto classifier =
      nn::load_image_classifier(read_file(std::string(ATELIER_MODELS) + "/" + file_name));
  if (!classifier) FAIL(classifier.error().detail);
  return std::move(classifier).value();
}

std::vector<Image> test_images(std::size_t count) {
  const auto file = core::gunzip(read_test_data("t10k-images-idx3-ubyte.gz"), 8 << 20);
  REQUIRE(file.ok());
  std::vector<Image> images(count);
  for (std::size_t k = 0; k < 784 * count; ++k) {
    images[k / 784].push_back(std::to_integer<std::uint8_t>(file.value()[16 + k]));
  }
  return images;
}

std::array<float, 10> logits_of(nn::ImageClassifier& classifier, const Image& image) {
  std::array<float, 10> logits{};
  classifier.run(image, logits);
  return logits;
}

// Every pixel asks every patch whether it is covered, and every patch is run by itself.
std::vector<double> naive_occlusion(nn::ImageClassifier& classifier, const Image& image, int patch,
                                    int stride, std::size_t label) {
  std::vector<int> places;
  for (int at = 0; at + patch < 28; at += stride) places.push_back(at);
  places.push_back(28 - patch);
  const float before = logits_of(classifier, image)[label];
  std::vector<double> sums(784);
  std::vector<double> counts(784);
  for (const int top : places) {
    for (const int left : places) {
      const auto covered = [&](int x, int y) {
        return x >= left && x < left + patch && y >= top && y < top + patch;
      };
      Image hidden = image;
      for (int k = 0; k < 784; ++k) {
        if (covered(k % 28, k / 28)) hidden[static_cast<std::size_t>(k)] = 0;
      }
      const auto drop = static_cast<double>(before - logits_of(classifier, hidden)[label]);
      for (int k = 0; k < 784; ++k) {
        if (!covered(k % 28, k / 28)) continue;
        sums[static_cast<std::size_t>(k)] += drop;
        ++counts[static_cast<std::size_t>(k)];
      }
    }
  }
  for (std::size_t k = 0; k < 784; ++k) sums[k] /= counts[k];
  return sums;
}

}  // namespace

TEST_CASE("the mean of a class's activation map and its bias are its logit", "[nn][explanation]") {
  const auto file = GENERATE(as<std::string>{}, "small.onnx", "sketch.onnx", "tiny.onnx");
  nn::ImageClassifier classifier = load(file);
  for (const Image& image : test_images(12)) {
    const auto maps = nn::activation_maps(classifier, image);
    REQUIRE(maps);
    const auto cells = static_cast<std::size_t>(maps->rows * maps->columns);
    REQUIRE(cells > 1);
    REQUIRE(maps->values.size() == 10 * cells);
    const auto logits = logits_of(classifier, image);
    for (std::size_t label = 0; label < 10; ++label) {
      double sum = 0;
      for (std::size_t k = 0; k < cells; ++k) {
        sum += static_cast<double>(maps->values[label * cells + k]);
      }
      const double logit =
          sum / static_cast<double>(cells) + static_cast<double>(maps->bias[label]);
      CHECK(logit == Catch::Approx(static_cast<double>(logits[label])).margin(1e-4));
    }
  }
}

TEST_CASE("a cell of the activation map is that cell's features, weighed", "[nn][explanation]") {
  nn::ImageClassifier classifier = load("tiny.onnx");
  const Image image = test_images(1)[0];
  nn::Network& network = classifier.network();
  const std::size_t features = network.feature_count();
  const auto cells = static_cast<std::size_t>(network.map().pixels());
  std::vector<float> map(features * cells);
  network.run(std::vector<float>(image.begin(), image.end()), {.map = map});
  const auto maps = nn::activation_maps(classifier, image);
  REQUIRE(maps);
  for (std::size_t label = 0; label < 10; ++label) {
    for (std::size_t cell = 0; cell < cells; ++cell) {
      double sum = 0;
      for (std::size_t f = 0; f < features; ++f) {
        sum += static_cast<double>(network.head()->weights[f * 10 + label]) *
               static_cast<double>(map[f * cells + cell]);
      }
      CHECK(static_cast<double>(maps->values[label * cells + cell]) ==
            Catch::Approx(sum).margin(1e-4));
    }
  }
}

TEST_CASE("a network with more between its means and its last layer has no activation map",
          "[nn][explanation]") {
  auto network = nn::load_network(read_file(std::string(ATELIER_RECORDED) + "/operators.onnx"));
  REQUIRE(network);
  REQUIRE(network.value().map().pixels() > 1);
  CHECK(!network.value().head());
}

TEST_CASE("a pixel of the occlusion map is the mean drop over the patches that cover it",
          "[nn][explanation]") {
  nn::ImageClassifier classifier = load("tiny.onnx");
  const auto [patch, stride] =
      GENERATE(table<int, int>({{3, 3}, {5, 2}, {5, 3}, {7, 1}, {7, 2}, {28, 1}}));
  const Image image = test_images(2)[1];
  nn::OcclusionMap map(image, patch, stride);
  std::size_t steps = 0;
  while (!map.done()) {
    map.step(classifier, 3);
    ++steps;
  }
  CHECK(steps >= map.image_count() / 3);
  const std::vector<float> values = map.values();
  REQUIRE(values.size() == 7840);
  for (const std::size_t label : {std::size_t{2}, std::size_t{8}}) {
    const auto expected = naive_occlusion(classifier, image, patch, stride, label);
    for (std::size_t k = 0; k < 784; ++k) {
      REQUIRE(static_cast<double>(values[label * 784 + k]) ==
              Catch::Approx(expected[k]).margin(2e-4));
    }
  }
}

TEST_CASE("background that is hidden costs nothing and is not run", "[nn][explanation]") {
  nn::ImageClassifier classifier = load("tiny.onnx");
  Image image(784);
  image[14 * 28 + 14] = 200;
  nn::OcclusionMap map(image, 3, 1);
  CHECK(map.image_count() == 1 + 9);
  while (!map.done()) map.step(classifier, 8);
  const auto values = map.values();
  CHECK(values[0] == 0);
  nn::OcclusionMap empty(Image(784), 5, 2);
  CHECK(empty.image_count() == 1);
  CHECK(!empty.done());
  empty.step(classifier, 8);
  CHECK(empty.done());
}
