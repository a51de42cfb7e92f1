// SPDX-License-Identifier: MIT
// Why: an engine of our own is only worth having if it gives PyTorch's numbers. tests/nn/record.py
// wrote those down; the answers to the whole test set are counted against its labels.
#include "nn/network.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/gzip.hpp"
#include "tests/support/recorded.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

nn::Network load(const std::string& path) {
  auto network = nn::load_network(read_file(path));
  if (!network) FAIL(path << ": " << network.error().detail);
  return std::move(network).value();
}

nn::Network small() { return load(std::string(ATELIER_MODELS) + "/small.onnx"); }

// Images of the test set as floats, [N, 784].
std::vector<float> test_images(std::size_t count) {
  const auto file = core::gunzip(read_test_data("t10k-images-idx3-ubyte.gz"), 8 << 20);
  REQUIRE(file.ok());
  constexpr std::size_t kHeader = 16;
  std::vector<float> images(count * 784);
  for (std::size_t i = 0; i < images.size(); ++i) {
    images[i] = std::to_integer<std::uint8_t>(file.value()[kHeader + i]);
  }
  return images;
}

double greatest_difference(std::span<const float> a, std::span<const float> b) {
  REQUIRE(a.size() == b.size());
  double greatest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    greatest = std::max(greatest, std::abs(static_cast<double>(a[i] - b[i])));
  }
  return greatest;
}

std::vector<double> softmax(std::span<const float> logits) {
  std::vector<double> result;
  double sum = 0;
  for (const float logit : logits) sum += std::exp(static_cast<double>(logit));
  for (const float logit : logits) result.push_back(std::exp(static_cast<double>(logit)) / sum);
  return result;
}

}  // namespace

TEST_CASE("a graph with every operator gives PyTorch's outputs and gradient", "[nn][network]") {
  nn::Network network = load(std::string(ATELIER_RECORDED) + "/operators.onnx");
  auto recorded = read_recorded("operators.txt");
  CHECK(network.input() == nn::Shape{10, 9, 3});
  CHECK(network.class_count() == 10);
  CHECK(network.feature_count() == 22);
  CHECK(network.map() == nn::Shape{4, 4, 22});

  const auto& images = recorded["image"];
  std::vector<float> logits(2 * 10), features(2 * 22), map(2 * 22 * 16);
  network.run(images, {logits, features, map});
  CHECK(greatest_difference(logits, recorded["logits"]) < 1e-5);
  CHECK(greatest_difference(features, recorded["features"]) < 1e-5);
  CHECK(greatest_difference(map, recorded["map"]) < 1e-5);

  std::vector<float> d_logits(10);
  d_logits[3] = 1;
  const auto first = std::span(images).first(network.input_size());
  const auto gradient = network.input_gradient(first, d_logits);
  CHECK(greatest_difference(gradient, recorded["gradient"]) < 1e-7);
  CHECK(*std::max_element(gradient.begin(), gradient.end()) > 1e-5);
}

TEST_CASE("the shipped network's gradients are PyTorch's", "[nn][network]") {
  nn::Network network = small();
  auto recorded = read_recorded("small.txt");
  const auto images = test_images(3);
  const std::size_t labels[] = {9, 2, 1};
  for (std::size_t k = 0; k < 3; ++k) {
    const auto image = std::span(images).subspan(k * 784, 784);
    std::vector<float> d_logits(10);
    d_logits[labels[k]] = 1;
    CHECK(greatest_difference(network.input_gradient(image, d_logits),
                              recorded["logit" + std::to_string(k)]) < 1e-6);

    std::vector<float> logits(10);
    network.run(image, {.logits = logits});
    const auto probabilities = softmax(logits);
    for (std::size_t c = 0; c < 10; ++c) {
      d_logits[c] = static_cast<float>(probabilities[c]) - (c == labels[k] ? 1.0F : 0.0F);
    }
    CHECK(greatest_difference(network.input_gradient(image, d_logits),
                              recorded["loss" + std::to_string(k)]) < 1e-6);
  }
}

TEST_CASE("the gradient is what small changes of the image do to the logit", "[nn][network]") {
  nn::Network network = load(std::string(ATELIER_RECORDED) + "/operators.onnx");
  const auto images = read_recorded("operators.txt")["image"];
  const std::vector<float> image(
      images.begin(), images.begin() + static_cast<std::ptrdiff_t>(network.input_size()));
  std::vector<float> d_logits(10);
  d_logits[7] = 1;
  const auto gradient = network.input_gradient(image, d_logits);
  constexpr float kStep = 1;  // gray level
  double error = 0;
  double size = 0;
  for (std::size_t i = 0; i < image.size(); i += 5) {
    std::vector<float> both = image;
    both.insert(both.end(), image.begin(), image.end());
    both[i] -= kStep;
    both[image.size() + i] += kStep;
    std::vector<float> logits(20);
    network.run(both, {.logits = logits});
    const double slope = static_cast<double>(logits[17] - logits[7]) / (2 * kStep);
    error += std::pow(slope - static_cast<double>(gradient[i]), 2);
    size += std::pow(static_cast<double>(gradient[i]), 2);
  }
  CHECK(std::sqrt(error / size) < 0.05);
}

TEST_CASE("an image's logits do not depend on how many run with it", "[nn][network]") {
  nn::Network network = small();
  constexpr std::size_t kCount = 21;
  const auto images = test_images(kCount);
  std::vector<float> together(kCount * 10), alone(kCount * 10);
  network.run(images, {.logits = together});
  for (std::size_t k = 0; k < kCount; ++k) {
    network.run(std::span(images).subspan(k * 784, 784),
                {.logits = std::span(alone).subspan(k * 10, 10)});
  }
  CHECK(together == alone);
}

TEST_CASE("features and map give the logits by the last layer's meaning", "[nn][network]") {
  nn::Network network = small();
  const auto images = test_images(4);
  const nn::Shape map_shape = network.map();
  const std::size_t pixels = static_cast<std::size_t>(map_shape.pixels());
  std::vector<float> features(4 * network.feature_count());
  std::vector<float> map(4 * network.feature_count() * pixels);
  network.run(images, {.features = features, .map = map});
  for (std::size_t k = 0; k < features.size(); ++k) {
    double mean = 0;
    for (std::size_t p = 0; p < pixels; ++p) mean += static_cast<double>(map[k * pixels + p]);
    CHECK(static_cast<double>(features[k]) ==
          Catch::Approx(mean / static_cast<double>(pixels)).margin(1e-5));
  }
}

TEST_CASE("the whole test set is answered as PyTorch answers it", "[nn][network][whole-test-set]") {
  nn::Network network = small();
  const float expected = read_recorded("small.txt").at("right").front();
  constexpr std::size_t kCount = 10'000;
  const auto images = test_images(kCount);
  const auto labels = core::gunzip(read_test_data("t10k-labels-idx1-ubyte.gz"), 1 << 20);
  REQUIRE(labels.ok());
  std::vector<float> logits(kCount * 10);
  network.run(images, {.logits = logits});
  int right = 0;
  for (std::size_t k = 0; k < kCount; ++k) {
    const auto row = std::span(logits).subspan(k * 10, 10);
    const auto best = std::max_element(row.begin(), row.end()) - row.begin();
    right += best == std::to_integer<std::ptrdiff_t>(labels.value()[8 + k]) ? 1 : 0;
  }
  CHECK(right == static_cast<int>(expected));
}
