// SPDX-License-Identifier: MIT
// nn/onnx_reader.hpp: from the bytes of an .onnx file to an OnnxModel. Reads what inference needs
// and skips the rest. Trusts nothing: every length is checked before it is used, and no more memory
// is taken than a small multiple of the file's size.
#pragma once

#include <cstddef>
#include <span>

#include "core/result.hpp"
#include "nn/onnx_model.hpp"

namespace atelier::nn {

// Errors: kOnnxNotOnnx (no ONNX model, or a damaged one) and kOnnxUnsupported (a sound model with
// something that is not read here: external data, a type of tensor, a newer IR version or opset);
// the detail names the place.
[[nodiscard]] core::Result<OnnxModel> read_onnx(std::span<const std::byte> file);

}  // namespace atelier::nn
