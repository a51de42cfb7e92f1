// SPDX-License-Identifier: MIT
// features/report/published_results.hpp: what others have measured on these 10,000 images, to hold
// an accuracy against.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace atelier::app {

struct PublishedResult {
  std::string_view name;
  double accuracy;  // 0..1, as published
  std::string_view source;
};

// Three crowd workers without knowledge of fashion, their majority, on 1,000 of the images.
inline constexpr PublishedResult kHumanLevel = {"People (crowd workers, 1,000 images)", 0.835,
                                                "zalandoresearch/fashion-mnist, pull request 71"};

// Rising. From the dataset's paper and the table of its README, without those that are known to be
// misreported; results before September 2017 are of a slightly older edition of the images.
inline constexpr std::string_view kPaper = "arXiv 1708.07747, table 3";
inline constexpr std::string_view kReadme = "README of zalandoresearch/fashion-mnist";
inline constexpr std::array kPublishedResults = {
    PublishedResult{"Gaussian naive Bayes", 0.511, kPaper},
    PublishedResult{"Decision tree", 0.798, kPaper},
    PublishedResult{"Linear SVC", 0.836, kPaper},
    PublishedResult{"Logistic regression", 0.842, kPaper},
    PublishedResult{"Nearest neighbours", 0.854, kPaper},
    PublishedResult{"Perceptron with 100 hidden units", 0.871, kPaper},
    PublishedResult{"Random forest", 0.873, kPaper},
    PublishedResult{"Gradient boosting", 0.880, kPaper},
    PublishedResult{"Perceptron 256-128-100", 0.8833, kReadme},
    PublishedResult{"SVC with RBF kernel", 0.897, kPaper},
    PublishedResult{"XGBoost", 0.898, kReadme},
    PublishedResult{"2 convolutions, TensorFlow's tutorial", 0.916, kReadme},
    PublishedResult{"2 convolutions, 113K weights", 0.922, kReadme},
    PublishedResult{"2 convolutions, < 100K weights", 0.925, kReadme},
    PublishedResult{"HOG features and SVM", 0.926, kReadme},
    PublishedResult{"5 convolutions", 0.931, kReadme},
    PublishedResult{"2 convolutions, 500K weights", 0.934, kReadme},
    PublishedResult{"VGG16, 26M weights", 0.935, kReadme},
    PublishedResult{"Capsule network, 8M weights", 0.936, kReadme},
    PublishedResult{"GoogLeNet", 0.937, kReadme},
    PublishedResult{"Google AutoML", 0.939, kReadme},
    PublishedResult{"CNN with dense shortcuts", 0.947, kReadme},
    PublishedResult{"ResNet-18", 0.949, kReadme},
    PublishedResult{"MobileNet", 0.950, kReadme},
    PublishedResult{"DenseNet-BC, 768K weights", 0.954, kReadme},
    PublishedResult{"Dual path network", 0.957, kReadme},
    PublishedResult{"Wide ResNet 40-4, 8.9M weights", 0.967, kReadme},
};

// The results around this accuracy: up to two that are better, the best first, then up to two that
// are not.
struct Neighbourhood {
  std::vector<PublishedResult> better;
  std::vector<PublishedResult> others;
};
[[nodiscard]] Neighbourhood nearest_published(double accuracy);

}  // namespace atelier::app
