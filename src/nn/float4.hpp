// SPDX-License-Identifier: MIT
// nn/float4.hpp: four floats in one register. A vector type of the compilers (GCC and clang), so
// that one source becomes SIMD128 in WebAssembly, SSE or NEON natively, and plain code elsewhere.
#pragma once

#include <cstddef>
#include <cstring>

namespace atelier::nn {

using Float4 = float __attribute__((vector_size(16)));

inline constexpr int kLanes = 4;

// Neither needs any alignment.
inline Float4 load4(const float* from) {
  Float4 four;
  std::memcpy(&four, from, sizeof four);
  return four;
}
inline void store4(float* to, Float4 four) { std::memcpy(to, &four, sizeof four); }

inline Float4 splat4(float value) { return Float4{value, value, value, value}; }

inline Float4 max4(Float4 a, Float4 b) { return a > b ? a : b; }
inline Float4 min4(Float4 a, Float4 b) { return a < b ? a : b; }

}  // namespace atelier::nn
