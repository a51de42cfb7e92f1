// SPDX-License-Identifier: MIT
// nn/occlusion_map.hpp: what hiding a part of the picture costs a class: a square patch of
// background is moved over the image, and each pixel gets the mean drop of the logit over the
// patches that cover it (after Zeiler and Fergus 2014, arXiv 1311.2901, section 4.2). It asks the
// network nothing but its answers, so it works for any. Logits, because the probability of a sure
// answer hardly moves, whatever is hidden, and because that is the unit of the activation map.
//
//   nn::OcclusionMap map(image, 5, 2);
//   while (!map.done()) map.step(classifier, 4);
//   map.values();
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/image_classifier.hpp"

namespace atelier::nn {

class OcclusionMap {
 public:
  // `image` has 784 pixels; 1 <= patch <= 28, stride >= 1. The patch stands at every stride-th
  // pixel and at the far edges, so that every pixel is covered.
  OcclusionMap(std::span<const std::uint8_t> image, int patch, int stride);

  // Runs at most so many more images. One network for all steps.
  void step(ImageClassifier& classifier, std::size_t images);
  [[nodiscard]] bool done() const { return has_logits_ && next_ == places_.size(); }
  // Images that are run in all: a patch on nothing but background hides nothing and is not run.
  [[nodiscard]] std::size_t image_count() const { return places_.size() + 1; }

  // Once done: [10, 28, 28], the drop of each class's logit; positive speaks for the class.
  [[nodiscard]] std::vector<float> values() const;

 private:
  struct Place {
    int x = 0, y = 0;
  };
  // Calls act(index of a pixel) for each that a patch there covers.
  template <typename Act>
  void for_each_pixel(Place place, const Act& act) const;

  std::vector<std::uint8_t> image_;
  int patch_;
  std::vector<Place> places_;  // that hide something
  std::size_t next_ = 0;       // the first that has not been run
  bool has_logits_ = false;    // those of the image as it is
  std::vector<float> logits_;
  std::vector<float> sums_;  // [10, 784], of drops
  std::vector<int> covers_;  // [784], patches that cover a pixel
  std::vector<std::uint8_t> batch_;
  std::vector<float> batch_logits_;
};

}  // namespace atelier::nn
