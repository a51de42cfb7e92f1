// SPDX-License-Identifier: MIT
#include "core/dataset_loader.hpp"

#include <cassert>
#include <string>
#include <utility>

namespace atelier::core {

bool is_official(const Sha256Digest& digest, const OfficialFile& file) {
  const std::string hex = to_hex(digest);
  return hex == file.gzip_sha256 || hex == file.idx_sha256;
}

template <typename Reader>
Result<void> DatasetLoader::Arrival<Reader>::feed(std::span<const std::byte> piece) {
  assert(!sha256 && "a piece after the end of the file");
  if (piece.empty()) return {};
  if (!started) {
    started = true;
    // IDX starts with a zero byte. Everything else goes to the inflater, which can name it.
    if (piece.front() != std::byte{0}) inflater.emplace(kMaxFileBytes);
  }
  hash.update(piece);
  if (!inflater) return reader.feed(piece);
  return inflater->feed(piece, [this](auto bytes) { return reader.feed(bytes); });
}

template <typename Reader>
Result<void> DatasetLoader::Arrival<Reader>::finish() {
  assert(!sha256 && "the file was over already");
  if (!started) inflater.emplace(kMaxFileBytes);  // which knows what to say about an empty file
  if (inflater) {
    if (auto whole = inflater->finish(); !whole) return whole;
  }
  if (auto whole = reader.finish(); !whole) return whole;
  sha256 = hash.finish();
  return {};
}

DatasetLoader::DatasetLoader(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels)
    : given_(Given{std::move(pixels), std::move(labels)}) {
  assert(given_->pixels.size() % kSamplePixels == 0);
}

std::uint32_t DatasetLoader::count_declared() const {
  if (given_) return static_cast<std::uint32_t>(view().count());
  return images_.reader.count_declared();
}

Result<void> DatasetLoader::feed_images(std::span<const std::byte> piece) {
  return advance([&] { return images_.feed(piece); });
}

Result<void> DatasetLoader::feed_labels(std::span<const std::byte> piece) {
  return advance([&] { return labels_.feed(piece); });
}

Result<void> DatasetLoader::finish_images() {
  return advance([this] { return images_.finish(); });
}

Result<void> DatasetLoader::finish_labels() {
  return advance([this] { return labels_.finish(); });
}

template <typename Step>
Result<void> DatasetLoader::advance(Step step) {
  if (!error_) {
    Result<void> done = step();
    if (done) done = check_what_is_known();
    if (!done) error_ = done.error();
  }
  if (error_) return *error_;
  return {};
}

// What Dataset::create checks at the end, as early as it can be known.
Result<void> DatasetLoader::check_what_is_known() {
  const auto& images = images_.reader;
  if (images.count_declared() > 0) {
    if (auto good = check_image_size(images.rows(), images.columns()); !good) return good;
    if (labels_.reader.count_declared() > 0) {
      auto good = check_counts(images.count_declared(), labels_.reader.count_declared());
      if (!good) return good;
    }
  }
  const auto labels = labels_.reader.labels();
  if (auto good = check_labels(labels.subspan(labels_checked_), labels_checked_); !good)
    return good;
  labels_checked_ = labels.size();
  return {};
}

DatasetView DatasetLoader::view() const {
  if (given_) return {given_->pixels, given_->labels};
  const auto& images = images_.reader;
  const auto labels = labels_.reader.labels().first(labels_checked_);
  // Images of another size are an error already, but must not be seen as ours either.
  if (images.rows() != kSampleSide || images.columns() != kSampleSide) return {{}, labels};
  return {images.pixels().first(images.images_ready() * kSamplePixels), labels};
}

bool DatasetLoader::complete() const {
  return given_ || (!error_ && images_.sha256 && labels_.sha256);
}

bool DatasetLoader::is_official_test_set() const {
  return !given_ && complete() && is_official(*images_.sha256, kOfficialTestImages) &&
         is_official(*labels_.sha256, kOfficialTestLabels);
}

Dataset DatasetLoader::take() {
  assert(complete() && !given_);
  // Cannot fail: all of it was checked on arrival.
  auto dataset = Dataset::create(images_.reader.take(), labels_.reader.take());
  labels_checked_ = 0;
  return std::move(dataset).value();
}

}  // namespace atelier::core
