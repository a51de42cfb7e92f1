// SPDX-License-Identifier: MIT
// tests/support/results.hpp: a Result in a CHECK: CHECK(error_of(result) == ErrorCode::kTooLarge),
// or
// == kNoError. A failed check shows the codes by name.
#pragma once

#include <catch_amalgamated.hpp>

#include <optional>
#include <string>

#include "core/result.hpp"

namespace atelier::test {

inline constexpr std::optional<core::ErrorCode> kNoError;

template <typename T>
std::optional<core::ErrorCode> error_of(const core::Result<T>& result) {
  if (result) return kNoError;
  return result.error().code;
}

}  // namespace atelier::test

template <>
struct Catch::StringMaker<atelier::core::ErrorCode> {
  static std::string convert(atelier::core::ErrorCode code) {
    return std::string(atelier::core::name(code));
  }
};

template <>
struct Catch::StringMaker<std::optional<atelier::core::ErrorCode>> {
  static std::string convert(const std::optional<atelier::core::ErrorCode>& code) {
    return code ? std::string(atelier::core::name(*code)) : "no error";
  }
};
