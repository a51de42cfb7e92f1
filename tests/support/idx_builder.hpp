// SPDX-License-Identifier: MIT
// tests/support/idx_builder.hpp: IDX files to order, right and wrong ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>

#include "tests/support/bytes.hpp"

namespace atelier::test {

struct IdxSpec {
  std::uint8_t zero_0 = 0;
  std::uint8_t zero_1 = 0;
  std::uint8_t type = 0x08;
};

// A header that claims the dimensions, then the payload, whether or not the two agree.
inline ByteVector idx_file(std::initializer_list<std::uint32_t> dimensions,
                           std::span<const std::byte> payload, IdxSpec spec = {}) {
  ByteVector file{std::byte{spec.zero_0}, std::byte{spec.zero_1}, std::byte{spec.type},
                  static_cast<std::byte>(dimensions.size())};
  for (const std::uint32_t size : dimensions) {
    for (const int shift : {24, 16, 8, 0}) file.push_back(static_cast<std::byte>(size >> shift));
  }
  file.insert(file.end(), payload.begin(), payload.end());
  return file;
}

// `count` images of 28 x 28 noise.
inline ByteVector idx_samples(std::uint32_t count) {
  return idx_file({count, 28, 28}, noise(std::size_t{count} * 28 * 28));
}

// `count` labels: 0, 1, ... 9, 0, ...
inline ByteVector idx_labels(std::uint32_t count) {
  ByteVector labels(count);
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = static_cast<std::byte>(i % 10);
  return idx_file({count}, labels);
}

}  // namespace atelier::test
