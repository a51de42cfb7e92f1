// SPDX-License-Identifier: MIT
// features/data/originals.hpp: a visitor's images as they came, before they were framed to 28 x 28.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/data_file.hpp"
#include "core/image.hpp"

namespace atelier::app {

// Copies share the pixels: a file of images may be as large as the page's memory allows once.
class Originals {
 public:
  // What pictures may take in memory. Those that come later are seen at 28 x 28 alone.
  static constexpr std::size_t kMaxPictureBytes = std::size_t{64} << 20;

  Originals() = default;
  // Of a file of images; of one of labels there are none.
  explicit Originals(core::DataFile file)
      : file_(std::make_shared<const core::DataFile>(std::move(file))) {}

  // The next picture, in the order of the samples.
  void add_picture(core::GrayImage picture);

  // Image `index` as it came, at most 256 pixels a side: larger ones are refused or scaled down
  // when they are read. Nothing if it was not kept, or came as the 28 x 28 pixels that are seen.
  [[nodiscard]] std::optional<core::GrayImage> image(std::uint32_t index) const;

 private:
  struct Pictures {
    std::vector<core::GrayImage> images;  // an empty one was not kept
    std::size_t bytes = 0;
  };

  std::shared_ptr<const core::DataFile> file_;
  std::shared_ptr<Pictures> pictures_;
};

}  // namespace atelier::app
