// SPDX-License-Identifier: MIT
// Why: "3 gray levels are enough" is a claim about a network; it must hold for the picture that is
// shown, and no less may be enough.
#include "nn/adversarial_search.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/gzip.hpp"
#include "core/prediction.hpp"
#include "tests/support/recorded.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier;
using namespace atelier::test;
using nn::AdversarialSearch;
using nn::AttackSteps;

namespace {

using Image = std::vector<std::uint8_t>;
using Logits = std::array<float, 10>;
constexpr int kMost = AdversarialSearch::kMostStrength;

nn::ImageClassifier load(const std::string& file_name = "tiny.onnx") {
  auto classifier =
      nn::load_image_classifier(read_file(std::string(ATELIER_MODELS) + "/" + file_name));
  if (!classifier) FAIL(classifier.error().detail);
  return std::move(classifier).value();
}

Image test_image(std::size_t index) {
  const auto file = core::gunzip(read_test_data("t10k-images-idx3-ubyte.gz"), 8 << 20);
  REQUIRE(file.ok());
  Image image;
  for (std::size_t k = 0; k < 784; ++k) {
    image.push_back(std::to_integer<std::uint8_t>(file.value()[16 + 784 * index + k]));
  }
  return image;
}

Logits logits_of(nn::ImageClassifier& classifier, const Image& image) {
  Logits logits{};
  classifier.run(image, logits);
  return logits;
}

std::size_t label_of(std::span<const float> logits) {
  return static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

struct Found {
  std::vector<Image> images;
  std::vector<Logits> logits;
};

Found search(nn::ImageClassifier& classifier, const Image& image, AttackSteps steps,
             std::optional<std::size_t> target = {}) {
  AdversarialSearch search(image, steps, target);
  while (!search.done()) search.step(classifier);
  REQUIRE(search.images().size() == 784 * (kMost + 1));
  REQUIRE(search.logits().size() == 10 * (kMost + 1));
  Found found;
  for (std::size_t k = 0; k <= kMost; ++k) {
    const auto first = search.images().begin() + static_cast<std::ptrdiff_t>(784 * k);
    found.images.emplace_back(first, first + 784);
    std::copy_n(search.logits().begin() + static_cast<std::ptrdiff_t>(10 * k), 10,
                found.logits.emplace_back().begin());
  }
  return found;
}

// The slope of a class's log loss, from the slopes of all ten logits, one after the other.
std::vector<double> loss_gradient(nn::ImageClassifier& classifier, const Image& image,
                                  std::size_t label) {
  const Logits logits = logits_of(classifier, image);
  double sum = 0;
  for (const float logit : logits) sum += std::exp(double(logit) - double(logits[label]));
  std::vector<double> gradient(784);
  for (std::size_t c = 0; c < 10; ++c) {
    const double weight =
        std::exp(double(logits[c]) - double(logits[label])) / sum - (c == label ? 1 : 0);
    Logits one{};
    one[c] = 1;
    const auto slopes =
        classifier.network().input_gradient(std::vector<float>(image.begin(), image.end()), one);
    for (std::size_t k = 0; k < 784; ++k) gradient[k] += weight * double(slopes[k]);
  }
  return gradient;
}

// One way to move each pixel, by the definition; 2 where the slope is too little to say which.
std::vector<int> naive_signs(nn::ImageClassifier& classifier, const Image& image, std::size_t label,
                             int uphill) {
  const std::vector<double> gradient = loss_gradient(classifier, image, label);
  double greatest = 0;
  for (const double slope : gradient) greatest = std::max(greatest, std::abs(slope));
  std::vector<int> signs;
  for (const double slope : gradient) {
    if (slope != 0 && std::abs(slope) < 1e-5 * greatest) {
      signs.push_back(2);
    } else {
      signs.push_back(uphill * ((slope > 0) - (slope < 0)));
    }
  }
  return signs;
}

// The same up to a factor, which does not change signs, in as few roundings as the network has:
// many steps are so sensitive to the last bit that nothing less could be compared.
std::vector<int> exact_signs(nn::ImageClassifier& classifier, const Image& image, std::size_t label,
                             int uphill) {
  const Logits logits = logits_of(classifier, image);
  double greatest = -1e9;
  for (std::size_t c = 0; c < 10; ++c) {
    if (c != label) greatest = std::max(greatest, double(logits[c]));
  }
  double sum = 0;
  for (std::size_t c = 0; c < 10; ++c) {
    if (c != label) sum += std::exp(double(logits[c]) - greatest);
  }
  Logits weights{};
  for (std::size_t c = 0; c < 10; ++c) {
    weights[c] = c == label ? -1.0F : float(std::exp(double(logits[c]) - greatest) / sum);
  }
  const auto slopes =
      classifier.network().input_gradient(std::vector<float>(image.begin(), image.end()), weights);
  std::vector<int> signs;
  for (const float slope : slopes) signs.push_back(uphill * ((slope > 0) - (slope < 0)));
  return signs;
}

double loss(const Logits& logits, std::size_t label) {
  double sum = 0;
  for (const float logit : logits) sum += std::exp(double(logit) - double(logits[label]));
  return std::log(sum);
}

}  // namespace

TEST_CASE("one step moves every pixel by the strength, the way its slope points",
          "[nn][adversarial]") {
  nn::ImageClassifier classifier = load();
  const std::optional<std::size_t> target =
      GENERATE(std::optional<std::size_t>{}, std::optional<std::size_t>{3});
  const Image image = test_image(12);
  const std::size_t label = label_of(logits_of(classifier, image));
  const auto signs =
      naive_signs(classifier, image, target.value_or(label), target.has_value() ? -1 : 1);
  CHECK(std::count(signs.begin(), signs.end(), 2) < 20);
  const Found found = search(classifier, image, AttackSteps::kOne, target);
  for (const int strength : {0, 1, 7, kMost}) {
    const Image& changed = found.images[static_cast<std::size_t>(strength)];
    for (std::size_t k = 0; k < 784; ++k) {
      if (signs[k] == 2) continue;
      REQUIRE(int{changed[k]} == std::clamp(image[k] + strength * signs[k], 0, 255));
    }
  }
}

TEST_CASE("the answers are those to the pictures", "[nn][adversarial]") {
  nn::ImageClassifier classifier = load();
  const AttackSteps steps = GENERATE(AttackSteps::kOne, AttackSteps::kMany);
  const Image image = test_image(23);
  const Found found = search(classifier, image, steps);
  CHECK(found.images[0] == image);
  for (std::size_t strength = 0; strength <= kMost; ++strength) {
    REQUIRE(found.logits[strength] == logits_of(classifier, found.images[strength]));
  }
}

TEST_CASE("many steps are taken one gray level at a time and stay within the strength",
          "[nn][adversarial]") {
  nn::ImageClassifier classifier = load();
  const std::optional<std::size_t> target =
      GENERATE(std::optional<std::size_t>{}, std::optional<std::size_t>{6});
  const Image image = test_image(40);
  const std::size_t label = label_of(logits_of(classifier, image));
  const Found found = search(classifier, image, AttackSteps::kMany, target);
  for (const int strength : {1, 2, 5, 16, kMost}) {
    // Each strength from the start, with a bound that is looked at after every step.
    Image expected = image;
    const auto steps = static_cast<int>(std::ceil(std::min(strength + 4.0, 1.25 * strength)));
    for (int step = 0; step < steps; ++step) {
      const auto signs =
          exact_signs(classifier, expected, target.value_or(label), target.has_value() ? -1 : 1);
      for (std::size_t k = 0; k < 784; ++k) {
        const int gray = std::clamp(expected[k] + signs[k], 0, 255);
        expected[k] =
            static_cast<std::uint8_t>(std::clamp(gray, image[k] - strength, image[k] + strength));
      }
    }
    CHECK(found.images[static_cast<std::size_t>(strength)] == expected);
  }
}

TEST_CASE("a change does what it is for: the loss rises, or that of the target falls",
          "[nn][adversarial]") {
  nn::ImageClassifier classifier = load("small.onnx");
  const Image image = test_image(0);
  const std::size_t label = label_of(logits_of(classifier, image));
  for (const AttackSteps steps : {AttackSteps::kOne, AttackSteps::kMany}) {
    const Found away = search(classifier, image, steps);
    CHECK(loss(away.logits[8], label) > loss(away.logits[0], label));
    const Found towards = search(classifier, image, steps, 7);
    CHECK(loss(towards.logits[8], 7) < loss(towards.logits[0], 7));
  }
}

TEST_CASE("a network that could not be surer still says which way is out", "[nn][adversarial]") {
  // Of a probability that rounds to 1, softmax less one is 0, and so would be the gradient.
  nn::ImageClassifier classifier = load("large.onnx");
  std::size_t surest = 0;
  double greatest = 0;
  for (std::size_t index = 0; index < 60; ++index) {
    const Logits logits = logits_of(classifier, test_image(index));
    const double probability = double(core::softmax(logits, 1.0F)[label_of(logits)]);
    if (probability > greatest) {
      greatest = probability;
      surest = index;
    }
  }
  INFO("image " << surest << ", " << greatest);
  const Found found = search(classifier, test_image(surest), AttackSteps::kOne);
  int moved = 0;
  for (std::size_t k = 0; k < 784; ++k) moved += found.images[1][k] != found.images[0][k];
  CHECK(moved > 300);
}
