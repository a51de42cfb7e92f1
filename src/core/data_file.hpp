// SPDX-License-Identifier: MIT
// core/data_file.hpp: a data file that somebody brings: IDX, packed by gzip or not, images or
// labels; and what it is, where its content is known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "core/idx.hpp"
#include "core/image.hpp"
#include "core/result.hpp"
#include "core/sha256.hpp"

namespace atelier::core {

struct DataFile {
  Sha256Digest sha256{};  // of the IDX file, unpacked
  std::variant<IdxImages, IdxLabels> content;
};

// Errors: those of core/gzip.hpp and core/idx.hpp. What it unpacks to is limited as there.
[[nodiscard]] Result<DataFile> read_data_file(std::span<const std::byte> file);

// The files that are told by their content, however they were packed.
enum class KnownSet { kFashionMnist, kMnist };
struct KnownFile {
  KnownSet set{};
  bool training = false;  // of the training set; otherwise of the test set
  friend bool operator==(const KnownFile&, const KnownFile&) = default;
};
[[nodiscard]] std::optional<KnownFile> known_file(const Sha256Digest& sha256);

// Every image as 28 x 28 pixels, one after the other. Images of that size stay as they are; those
// of another are framed as a drawing is (core/preprocess.hpp).
[[nodiscard]] std::vector<std::uint8_t> as_samples(const IdxImages& images);

// Likewise for one image, of any size. A picture on a bright ground, such as a photograph on paper,
// is turned over first: in the data sets the background is black.
[[nodiscard]] std::vector<std::uint8_t> as_sample(const GrayImage& picture);

// "3_00017.png" -> 3: the class that a picture's name begins with, 0 to 9; nothing if it does not.
[[nodiscard]] std::optional<std::uint8_t> label_in_name(std::string_view file_name);

}  // namespace atelier::core
