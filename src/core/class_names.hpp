// SPDX-License-Identifier: MIT
// core/class_names.hpp: the ten classes of Fashion-MNIST, spelt as in the dataset's own table. The
// index is the label.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace atelier::core {

inline constexpr std::size_t kClassCount = 10;

inline constexpr std::array<std::string_view, kClassCount> kClassNames = {
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal",      "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};

}  // namespace atelier::core
