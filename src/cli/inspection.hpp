// SPDX-License-Identifier: MIT
// cli/inspection.hpp: what is in a file that nobody knows anything about yet.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "core/idx.hpp"
#include "core/result.hpp"
#include "core/sha256.hpp"
#include "nn/onnx_model.hpp"

namespace atelier::cli {

struct Inspection {
  std::uint64_t bytes = 0;           // of the file
  std::uint64_t unpacked_bytes = 0;  // the same if it is not packed
  bool packed = false;               // with gzip
  core::Sha256Digest sha256{};       // of the file as it is
  std::variant<core::IdxImages, core::IdxLabels, nn::OnnxModel> content;
};

// Images may have any size and labels any value. A model is told by the end of its name, and by not
// being one of the others. kCannotRead, and the errors of core/gzip.hpp, core/idx.hpp and
// nn/onnx_reader.hpp; the detail begins with the path.
core::Result<Inspection> inspect(const std::string& path);

}  // namespace atelier::cli
