// SPDX-License-Identifier: MIT
// cli/png_file.hpp: gray images as PNG files, over libpng. Of the chunks that a PNG may have only
// the necessary ones, as in the dataset's PNG edition: IHDR, IDAT, IEND.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/image.hpp"
#include "core/result.hpp"

namespace atelier::cli {

// Called after each row with the number of rows that are done.
using RowsDone = std::function<void(std::size_t)>;

// 8 bits a pixel. kBadPixels, with libpng's words, if it refuses the image: one without pixels,
// say.
core::Result<std::vector<std::byte>> encode_png(const core::GrayImage& image,
                                                const RowsDone& rows_done = {});

// The same into a file, which is there only when it is whole. Also kCannotWrite.
core::Result<void> write_png(const std::string& path, const core::GrayImage& image,
                             const RowsDone& rows_done = {});

}  // namespace atelier::cli
