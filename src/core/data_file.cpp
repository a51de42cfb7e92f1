// SPDX-License-Identifier: MIT
#include "core/data_file.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/dataset.hpp"
#include "core/dataset_loader.hpp"
#include "core/gzip.hpp"
#include "core/preprocess.hpp"

namespace atelier::core {
namespace {

// Reads images or labels, whichever the fourth byte says.
class AnyIdxReader {
 public:
  Result<void> feed(std::span<const std::byte> piece) {
    hash_.update(piece);
    while (head_bytes_ < head_.size() && !piece.empty()) {
      head_[head_bytes_++] = piece.front();
      piece = piece.subspan(1);
      if (head_bytes_ < head_.size()) continue;
      constexpr std::byte kRankOfLabels{1};
      if (head_[3] == kRankOfLabels) reader_ = IdxLabelsReader();
      if (auto fed = feed_reader(head_); !fed) return fed;
    }
    return piece.empty() ? Result<void>() : feed_reader(piece);
  }

  Result<DataFile> finish() {
    if (head_bytes_ < head_.size()) {
      // The reader knows what to say about such a file.
      if (auto fed = feed_reader(std::span(head_).first(head_bytes_)); !fed) return fed.error();
    }
    const auto whole = std::visit([](auto& reader) { return reader.finish(); }, reader_);
    if (!whole) return whole.error();
    DataFile file{.sha256 = hash_.finish(), .content = {}};
    if (auto* labels = std::get_if<IdxLabelsReader>(&reader_)) {
      file.content = labels->take();
    } else {
      file.content = std::get<IdxImagesReader>(reader_).take();
    }
    return file;
  }

 private:
  Result<void> feed_reader(std::span<const std::byte> bytes) {
    return std::visit([&](auto& reader) { return reader.feed(bytes); }, reader_);
  }

  std::variant<IdxImagesReader, IdxLabelsReader> reader_;
  std::array<std::byte, 4> head_{};
  std::size_t head_bytes_ = 0;
  Sha256 hash_;
};

struct KnownRow {
  std::string_view sha256;
  KnownFile file;
};

// MNIST's are those of the four files that Yann LeCun published, unpacked; many copies of the data
// set list them, together with those of the packed files.
constexpr std::array kKnownFiles = {
    KnownRow{kOfficialTrainingImages.idx_sha256, {KnownSet::kFashionMnist, true}},
    KnownRow{kOfficialTrainingLabels.idx_sha256, {KnownSet::kFashionMnist, true}},
    KnownRow{kOfficialTestImages.idx_sha256, {KnownSet::kFashionMnist, false}},
    KnownRow{kOfficialTestLabels.idx_sha256, {KnownSet::kFashionMnist, false}},
    KnownRow{"ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
             {KnownSet::kMnist, true}},
    KnownRow{"65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
             {KnownSet::kMnist, true}},
    KnownRow{"0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
             {KnownSet::kMnist, false}},
    KnownRow{"ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
             {KnownSet::kMnist, false}},
};

constexpr std::uint64_t kMaxUnpackedBytes = kIdxMaxPayloadBytes + 64;  // and the header

std::vector<std::uint8_t> framed(const GrayImage& image) {
  if (image.width == kSampleSide && image.height == kSampleSide) return image.pixels;
  PreprocessOptions options;
  options.skipped[static_cast<std::size_t>(StepId::kFilled)] = true;  // nobody has drawn it
  return preprocess(image, Framing::kBoundingBox, options).seen().pixels;
}

// By the outermost pixels: more than half of them are brighter than the middle gray.
bool is_on_bright_ground(const GrayImage& image) {
  std::size_t bright = 0;
  std::size_t count = 0;
  for (int y = 0; y < image.height; ++y) {
    const bool whole_row = y == 0 || y == image.height - 1;
    const int step = whole_row ? 1 : std::max(image.width - 1, 1);
    for (int x = 0; x < image.width; x += step) {
      ++count;
      if (image.at(x, y) > 127) ++bright;
    }
  }
  return 2 * bright > count;
}

}  // namespace

Result<DataFile> read_data_file(std::span<const std::byte> file) {
  AnyIdxReader reader;
  // IDX starts with a zero byte. Everything else goes to the inflater, which can name it.
  if (!file.empty() && file.front() == std::byte{0}) {
    if (auto fed = reader.feed(file); !fed) return fed.error();
    return reader.finish();
  }
  GzipInflater inflater(kMaxUnpackedBytes);
  const auto sink = [&](std::span<const std::byte> bytes) { return reader.feed(bytes); };
  if (auto fed = inflater.feed(file, sink); !fed) return fed.error();
  if (auto whole = inflater.finish(); !whole) return whole.error();
  return reader.finish();
}

std::optional<KnownFile> known_file(const Sha256Digest& sha256) {
  const std::string hex = to_hex(sha256);
  for (const KnownRow& row : kKnownFiles) {
    if (row.sha256 == hex) return row.file;
  }
  return std::nullopt;
}

std::vector<std::uint8_t> as_samples(const IdxImages& images) {
  if (images.rows == kSampleSide && images.columns == kSampleSide) return images.pixels;
  std::vector<std::uint8_t> samples;
  samples.reserve(images.count * kSamplePixels);
  const std::size_t size = std::size_t{images.rows} * images.columns;
  GrayImage image{static_cast<int>(images.columns), static_cast<int>(images.rows), {}};
  for (std::size_t k = 0; k < images.count; ++k) {
    const auto pixels = std::span(images.pixels).subspan(k * size, size);
    image.pixels.assign(pixels.begin(), pixels.end());
    const auto sample = framed(image);
    samples.insert(samples.end(), sample.begin(), sample.end());
  }
  return samples;
}

std::vector<std::uint8_t> as_sample(const GrayImage& picture) {
  if (!is_on_bright_ground(picture)) return framed(picture);
  GrayImage turned = picture;
  for (std::uint8_t& pixel : turned.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  return framed(turned);
}

std::optional<std::uint8_t> label_in_name(std::string_view file_name) {
  const bool has_label =
      file_name.size() > 2 && file_name[0] >= '0' && file_name[0] <= '9' && file_name[1] == '_';
  if (!has_label) return std::nullopt;
  return static_cast<std::uint8_t>(file_name[0] - '0');
}

}  // namespace atelier::core
