// SPDX-License-Identifier: MIT
// core/difference.hpp: what lies between two states of a picture, packed; leads from either to the
// other. A stroke by hand packs to a few kB, and noise never to more than 1 % above a byte a pixel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace atelier::core {

// Both must have the same size.
[[nodiscard]] std::vector<std::uint8_t> pack_difference(std::span<const std::uint8_t> before,
                                                        std::span<const std::uint8_t> after);

// Is it of a picture of so many pixels? What comes from elsewhere may be anything.
[[nodiscard]] bool is_difference(std::span<const std::uint8_t> packed, std::size_t pixel_count);

// From before to after, or back. `pixels` must be as long as those that were compared.
void toggle_difference(std::span<std::uint8_t> pixels, std::span<const std::uint8_t> packed);

}  // namespace atelier::core
