// SPDX-License-Identifier: MIT
// Whatever bytes arrive: an error of the reader's own with a detail, or a model whose tensors have
// as many values as their dims say, and which can be planned or is refused with a detail.
#include <cstddef>
#include <cstdint>
#include <span>

#include "nn/network.hpp"
#include "nn/onnx_reader.hpp"
#include "tests/support/onnx_checks.hpp"

namespace {

using atelier::core::ErrorCode;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto model = atelier::nn::read_onnx(std::as_bytes(std::span(data, size)));
  if (model) {
    require(atelier::test::is_sound(model.value()));
    const auto plan = atelier::nn::build_plan(model.value());
    require(plan.ok() || !plan.error().detail.empty());
  } else {
    const auto code = model.error().code;
    require(code == ErrorCode::kOnnxNotOnnx || code == ErrorCode::kOnnxUnsupported);
    require(!model.error().detail.empty());
  }
  return 0;
}
