// SPDX-License-Identifier: MIT
#include "nn/adversarial_search.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "core/dataset.hpp"
#include "core/prediction.hpp"

namespace atelier::nn {
namespace {

// How many steps Kurakin et al. take beyond those that reach the bound.
constexpr int steps_beyond(int strength) { return std::min(4, (strength + 3) / 4); }

// The log loss of `label` rises along the gradient of these logits' weights. They are softmax less
// one at the label, divided by what all others have together: signs stay, and a network that is so
// sure that its probabilities are 1 and 0 still says which way is out.
core::ClassScores loss_weights(const core::ClassScores& logits, std::size_t label) {
  core::ClassScores others = logits;
  // So far below the others that its share of their softmax is nothing.
  others[label] = *std::min_element(logits.begin(), logits.end()) - 1000.0F;
  core::ClassScores weights = core::softmax(others, 1.0F);
  weights[label] = -1.0F;
  return weights;
}

}  // namespace

AdversarialSearch::AdversarialSearch(std::span<const std::uint8_t> image, AttackSteps steps,
                                     std::optional<std::size_t> target)
    : image_(image.begin(), image.end()), steps_(steps), target_(target), path_(image_) {
  assert(image.size() == core::kSamplePixels && (!target || *target < core::kClassCount));
}

std::vector<int> AdversarialSearch::directions(ImageClassifier& classifier,
                                               const Image& image) const {
  core::ClassScores logits{};
  classifier.run(image, logits);
  const core::ClassScores weights = loss_weights(logits, target_.value_or(label_));
  const std::vector<float> gradient =
      classifier.network().input_gradient(std::vector<float>(image.begin(), image.end()), weights);
  const int uphill = target_ ? -1 : 1;  // the target's loss is to fall
  std::vector<int> signs;
  signs.reserve(gradient.size());
  for (const float slope : gradient) {
    signs.push_back(uphill * ((slope > 0 ? 1 : 0) - (slope < 0 ? 1 : 0)));
  }
  return signs;
}

AdversarialSearch::Image AdversarialSearch::moved(const Image& image,
                                                  const std::vector<int>& directions,
                                                  int by) const {
  Image result = image;
  for (std::size_t k = 0; k < result.size(); ++k) {
    const int least = std::max(int{image_[k]} - next_, 0);
    const int most = std::min(int{image_[k]} + next_, 255);
    result[k] = static_cast<std::uint8_t>(std::clamp(image[k] + by * directions[k], least, most));
  }
  return result;
}

void AdversarialSearch::answer(ImageClassifier& classifier, const Image& image) {
  core::ClassScores logits{};
  classifier.run(image, logits);
  images_.insert(images_.end(), image.begin(), image.end());
  logits_.insert(logits_.end(), logits.begin(), logits.end());
  ++next_;
}

void AdversarialSearch::step(ImageClassifier& classifier) {
  if (done()) return;
  if (next_ == 0) {
    answer(classifier, image_);
    label_ = static_cast<std::size_t>(std::max_element(logits_.begin(), logits_.end()) -
                                      logits_.begin());
  } else if (steps_ == AttackSteps::kMany) {
    take_one_of_many_steps(classifier);
  } else if (directions_.empty()) {
    directions_ = directions(classifier, image_);
  } else {
    answer(classifier, moved(image_, directions_, next_));
  }
}

void AdversarialSearch::take_one_of_many_steps(ImageClassifier& classifier) {
  if (beyond_.empty()) {
    path_ = moved(path_, directions(classifier, path_), 1);
    beyond_ = path_;
    taken_beyond_ = 0;
    return;
  }
  beyond_ = moved(beyond_, directions(classifier, beyond_), 1);
  if (++taken_beyond_ < steps_beyond(next_)) return;
  answer(classifier, beyond_);
  beyond_.clear();
}

}  // namespace atelier::nn
