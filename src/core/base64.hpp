// SPDX-License-Identifier: MIT
// core/base64.hpp: bytes as text that goes into addresses and settings: base64url without padding,
// RFC 4648, section 5.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atelier::core {

[[nodiscard]] std::string to_base64url(std::span<const std::uint8_t> bytes);

// Nothing for what to_base64url() cannot have written: each text stands for bytes of its own.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> from_base64url(std::string_view text);

}  // namespace atelier::core
