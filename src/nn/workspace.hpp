// SPDX-License-Identifier: MIT
// nn/workspace.hpp: memory that operations use while they run, kept from run to run so that a
// network allocates nothing once it is warm. Not to be shared between threads.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace atelier::nn {

class Workspace {
 public:
  enum Use { kPadded, kTransformed, kProducts, kUseCount };

  // At least `size` floats with undefined content; valid until the next call for the same use.
  float* take(Use use, std::size_t size) {
    auto& buffer = buffers_[use];
    if (buffer.size() < size) buffer.resize(size);
    return buffer.data();
  }

 private:
  std::array<std::vector<float>, kUseCount> buffers_;
};

}  // namespace atelier::nn
