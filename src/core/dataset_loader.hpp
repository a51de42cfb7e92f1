// SPDX-License-Identifier: MIT
// core/dataset_loader.hpp: a dataset from its two files while they download. Feed the pieces of
// each file as they come, in any order and of any size, and say when each file is over; images can
// be shown meanwhile. A file may be gzip, or raw IDX, because some web servers unpack .gz files on
// their way out.
//
//   DatasetLoader loader;
//   if (auto fed = loader.feed_labels(piece); !fed) return fed.error();
//   ...
//   for (std::size_t i = 0; i < loader.view().count(); ++i) show(loader.view().image(i));
//
// Errors: those of core/gzip.hpp, core/idx.hpp and Dataset::create, as early as the bytes tell.
// The first one ends the loading: every later call returns it. What had arrived can still be seen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/dataset.hpp"
#include "core/gzip.hpp"
#include "core/idx.hpp"
#include "core/result.hpp"
#include "core/sha256.hpp"

namespace atelier::core {

// One file as the authors of Fashion-MNIST publish it.
struct OfficialFile {
  std::string_view name;
  std::string_view gzip_sha256;  // of the .gz file
  std::string_view idx_sha256;   // of what is in it
};

// The .gz sums belong to the files whose MD5 sums stand in the dataset's README. Those of the test
// set: the images bef4ecab320f06d8554ea6380940ec79, the labels bb300cfdad3c16e7a12a480ee83cd310.
inline constexpr OfficialFile kOfficialTestImages = {
    "t10k-images-idx3-ubyte.gz", "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"};
inline constexpr OfficialFile kOfficialTestLabels = {
    "t10k-labels-idx1-ubyte.gz", "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"};

// Those of the training set: the images 8d4fb7e6c68d591d4c3dfef9ec88bf0d, the labels
// 25c81989df183df01b3e8a0aad5dffbe.
inline constexpr OfficialFile kOfficialTrainingImages = {
    "train-images-idx3-ubyte.gz",
    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"};
inline constexpr OfficialFile kOfficialTrainingLabels = {
    "train-labels-idx1-ubyte.gz",
    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"};

inline constexpr std::array kOfficialFiles = {kOfficialTrainingImages, kOfficialTrainingLabels,
                                              kOfficialTestImages, kOfficialTestLabels};

// Is this the digest of that file, compressed or unpacked?
[[nodiscard]] bool is_official(const Sha256Digest& digest, const OfficialFile& file);

class DatasetLoader {
 public:
  DatasetLoader() = default;
  // One that is done: whole images of 28 x 28, and a label from 0 to 9 for each, or none at all.
  DatasetLoader(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels);

  // What a file may unpack to, in bytes. The training images, the largest official file, are 47 MB.
  static constexpr std::uint64_t kMaxFileBytes = std::uint64_t{64} << 20;

  Result<void> feed_images(std::span<const std::byte> piece);
  Result<void> feed_labels(std::span<const std::byte> piece);

  // The file is over. No more pieces of it may follow.
  Result<void> finish_images();
  Result<void> finish_labels();

  // Images and labels so far; every label in it is in range. Valid until the next call that feeds,
  // takes or moves.
  [[nodiscard]] DatasetView view() const;
  // Images that there will be; 0 until the file has said so.
  [[nodiscard]] std::uint32_t count_declared() const;
  // Both files are over and good: view() shows the whole dataset.
  [[nodiscard]] bool complete() const;

  // Of each file as it arrived, compressed or not. Nothing until the file is over and good.
  [[nodiscard]] const std::optional<Sha256Digest>& images_sha256() const { return images_.sha256; }
  [[nodiscard]] const std::optional<Sha256Digest>& labels_sha256() const { return labels_.sha256; }
  // Are these the two files of the official test set, compressed or unpacked, byte for byte?
  [[nodiscard]] bool is_official_test_set() const;

  // The dataset, moved out. Only when complete(); the loader is done then.
  [[nodiscard]] Dataset take();

 private:
  // One file on its way in: hashed, inflated where it is gzip, and read.
  template <typename Reader>
  struct Arrival {
    Result<void> feed(std::span<const std::byte> piece);
    Result<void> finish();

    Reader reader;
    bool started = false;                  // by a first byte, which tells gzip from raw IDX
    std::optional<GzipInflater> inflater;  // none for raw IDX
    Sha256 hash;
    std::optional<Sha256Digest> sha256;
  };

  template <typename Step>
  Result<void> advance(Step step);
  Result<void> check_what_is_known();

  // What was given whole, in place of the files.
  struct Given {
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
  };

  std::optional<Given> given_;
  Arrival<IdxImagesReader> images_;
  Arrival<IdxLabelsReader> labels_;
  std::size_t labels_checked_ = 0;  // so many are known to be in range
  std::optional<Error> error_;
};

}  // namespace atelier::core
