// SPDX-License-Identifier: MIT
#include "cli/inspection.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/files.hpp"
#include "cli/network_file.hpp"
#include "core/dataset_loader.hpp"
#include "core/gzip.hpp"
#include "nn/onnx_reader.hpp"

namespace atelier::cli {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using Bytes = std::span<const std::byte>;

// IDX of either kind: the fourth byte, the number of dimensions, decides.
class EitherIdxReader {
 public:
  Result<void> feed(Bytes piece) {
    while (magic_bytes_ < magic_.size() && !piece.empty()) {
      magic_[magic_bytes_++] = piece.front();
      piece = piece.subspan(1);
      if (magic_bytes_ < magic_.size()) continue;
      if (magic_.back() == std::byte{1}) reader_.emplace<core::IdxLabelsReader>();
      if (auto fed = feed_reader(magic_); !fed) return fed;
    }
    return feed_reader(piece);
  }

  Result<void> finish() {
    if (magic_bytes_ < magic_.size()) {
      if (auto fed = feed_reader(std::span(magic_).first(magic_bytes_)); !fed) return fed;
    }
    return std::visit([](auto& reader) { return reader.finish(); }, reader_);
  }

  void take_into(decltype(Inspection::content)& content) {
    std::visit([&content](auto& reader) { content = reader.take(); }, reader_);
  }

 private:
  Result<void> feed_reader(Bytes piece) {
    return std::visit([piece](auto& reader) { return reader.feed(piece); }, reader_);
  }

  std::array<std::byte, 4> magic_{};
  std::size_t magic_bytes_ = 0;
  // The reader of images until then: it has the words for what is neither.
  std::variant<core::IdxImagesReader, core::IdxLabelsReader> reader_;
};

bool starts_like(Bytes piece, std::initializer_list<std::uint8_t> magic) {
  std::size_t i = 0;
  for (const std::uint8_t byte : magic) {
    if (i == piece.size() || piece[i++] != std::byte{byte}) return false;
  }
  return true;
}

class Inspector {
 public:
  explicit Inspector(bool has_model_name) : has_model_name_(has_model_name) {}

  Result<void> feed(Bytes piece) {
    if (inspection_.bytes == 0) begin(piece);
    inspection_.bytes += piece.size();
    hash_.update(piece);
    if (is_model_) {
      if (model_file_.size() + piece.size() > kMostModelBytes) {
        return Error{ErrorCode::kTooLarge,
                     "more than " + std::to_string(kMostModelBytes) + " bytes"};
      }
      model_file_.insert(model_file_.end(), piece.begin(), piece.end());
      return {};
    }
    if (!inflater_) return feed_idx(piece);
    return inflater_->feed(piece, [this](Bytes bytes) { return feed_idx(bytes); });
  }

  Result<Inspection> finish() {
    if (inspection_.bytes == 0) return Error{ErrorCode::kGzipTruncated, "no bytes at all"};
    if (inflater_) {
      if (auto whole = inflater_->finish(); !whole) return whole.error();
    }
    if (is_model_) {
      inspection_.unpacked_bytes = inspection_.bytes;
      auto model = nn::read_onnx(model_file_);
      if (!model) return model.error();
      inspection_.content = std::move(model).value();
    } else {
      if (auto whole = idx_.finish(); !whole) return whole.error();
      idx_.take_into(inspection_.content);
    }
    inspection_.sha256 = hash_.finish();
    return std::move(inspection_);
  }

 private:
  // Pieces come from a disk, where the first is longer than any magic number, or the whole file.
  void begin(Bytes piece) {
    const bool is_idx = starts_like(piece, {0});
    inspection_.packed = starts_like(piece, {0x1f, 0x8b});
    is_model_ = has_model_name_ && !inspection_.packed && !starts_like(piece, {0, 0, 8});
    // What is nothing of all that goes to the inflater, which can name it.
    if (!is_model_ && !is_idx) inflater_.emplace(core::DatasetLoader::kMaxFileBytes);
  }

  Result<void> feed_idx(Bytes bytes) {
    inspection_.unpacked_bytes += bytes.size();
    return idx_.feed(bytes);
  }

  bool has_model_name_;
  bool is_model_ = false;
  std::vector<std::byte> model_file_;
  std::optional<core::GzipInflater> inflater_;  // none for raw IDX and models
  EitherIdxReader idx_;
  core::Sha256 hash_;
  Inspection inspection_;
};

}  // namespace

Result<Inspection> inspect(const std::string& path) {
  Inspector inspector(path.ends_with(".onnx"));
  const auto read = read_in_pieces(path, [&](Bytes piece) { return inspector.feed(piece); });
  if (!read) return read.error();
  auto inspection = inspector.finish();
  if (!inspection) return in_file(path, inspection.error());
  return inspection;
}

}  // namespace atelier::cli
