// SPDX-License-Identifier: MIT
// nn/adversarial_search.hpp: how little of a picture must change for another answer. Every pixel is
// moved by at most so many gray levels, the strength, in the direction that the gradient says is
// worst for the answer, or best for another class:
//
//   one step      the fast gradient sign method: by the whole strength at once (Goodfellow et al.
//                 2014, arXiv 1412.6572, section 4)
//   many steps    by one gray level at a time, the gradient taken anew for each, as many times as
//                 Kurakin et al. do: min(strength + 4, 1.25 strength), rounded up (2016, arXiv
//                 1607.02533, section 2.2)
//
// Pixels stay whole and in 0..255. Every strength from 0 to kMostStrength is tried, so that the
// least one that changes the answer is the least, and not an estimate.
//
//   nn::AdversarialSearch search(image, nn::AttackSteps::kMany, {});
//   while (!search.done()) search.step(classifier);
//   search.images(), search.logits();
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "nn/image_classifier.hpp"

namespace atelier::nn {

enum class AttackSteps { kOne, kMany };

class AdversarialSearch {
 public:
  static constexpr int kMostStrength = 32;  // gray levels

  // `image` has 784 pixels. Towards class `target`; none: away from the one that is answered.
  AdversarialSearch(std::span<const std::uint8_t> image, AttackSteps steps,
                    std::optional<std::size_t> target);

  // One gradient, one answer or both: a few runs' worth of work. One network for all steps.
  void step(ImageClassifier& classifier);
  [[nodiscard]] bool done() const { return next_ > kMostStrength; }

  // Of the strengths that are done, from 0 on: [N, 784] and [N, 10].
  [[nodiscard]] const std::vector<std::uint8_t>& images() const { return images_; }
  [[nodiscard]] const std::vector<float>& logits() const { return logits_; }

 private:
  using Image = std::vector<std::uint8_t>;

  // -1, 0 or 1 a pixel: which way to move it.
  [[nodiscard]] std::vector<int> directions(ImageClassifier& classifier, const Image& image) const;
  // By so much in these directions, but no further from the original than the strength.
  [[nodiscard]] Image moved(const Image& image, const std::vector<int>& directions, int by) const;
  // Of the next strength, to which it is added.
  void answer(ImageClassifier& classifier, const Image& image);
  void take_one_of_many_steps(ImageClassifier& classifier);

  Image image_;
  AttackSteps steps_;
  std::optional<std::size_t> target_;
  std::size_t label_ = 0;  // answered without any change
  int next_ = 0;           // the strength that is being tried
  std::vector<std::uint8_t> images_;
  std::vector<float> logits_;

  std::vector<int> directions_;  // of one step
  // Of many: up to as many steps as its strength, none is stopped by the bound, so all strengths
  // share them; `path_` is the picture after as many as next_. The few beyond are each one's own.
  Image path_;
  Image beyond_;
  int taken_beyond_ = 0;
};

}  // namespace atelier::nn
