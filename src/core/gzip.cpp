// SPDX-License-Identifier: MIT
#include "core/gzip.hpp"

#define ZLIB_CONST  // zlib then takes its input as const
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <string>
#include <utility>

namespace atelier::core {
namespace {

using Bytes = std::span<const std::byte>;

// Large enough that a call to the sink costs nothing beside the 64 KiB it hands over.
constexpr std::size_t kOutputBytes = 64 * 1024;

// Templates often leave blank lines before the markup; this many bytes of them are waited for.
constexpr std::size_t kStartBytes = 1024;

// zlib counts in unsigned int, and a piece may be larger than that.
constexpr std::size_t kInputStepBytes = std::size_t{1} << 30;

constexpr std::byte kMagic0{0x1f};
constexpr std::byte kMagic1{0x8b};

enum class Start { kUndecided, kGzip, kMarkup, kOther };

constexpr bool is_space(std::byte byte) {
  const auto c = std::to_integer<char>(byte);
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// What follows '<' in "<!doctype", "<!--", "<?xml", "<html" and every other tag.
constexpr bool opens_markup(std::byte byte) {
  const auto c = std::to_integer<char>(byte);
  return c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// What kind of file starts like this? Undecided until enough of it is there.
constexpr Start judge(Bytes start) {
  if (start.empty()) return Start::kUndecided;
  if (start[0] == kMagic0) {
    if (start.size() == 1) return Start::kUndecided;
    return start[1] == kMagic1 ? Start::kGzip : Start::kOther;
  }

  constexpr std::array kByteOrderMark = {std::byte{0xef}, std::byte{0xbb}, std::byte{0xbf}};
  if (start[0] == kByteOrderMark[0]) {
    const auto mark = std::span(kByteOrderMark).first(std::min(start.size(), std::size_t{3}));
    if (!std::equal(mark.begin(), mark.end(), start.begin())) return Start::kOther;
    start = start.subspan(mark.size());
  }
  while (!start.empty() && is_space(start[0])) start = start.subspan(1);
  if (start.empty()) return Start::kUndecided;
  if (start[0] != std::byte{'<'}) return Start::kOther;
  if (start.size() == 1) return Start::kUndecided;
  return opens_markup(start[1]) ? Start::kMarkup : Start::kOther;
}

std::string first_bytes_in_hex(Bytes bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "first bytes";
  for (const std::byte byte : bytes.first(std::min<std::size_t>(bytes.size(), 16))) {
    const auto value = std::to_integer<std::size_t>(byte);
    text += {' ', kDigits[value >> 4], kDigits[value & 15]};
  }
  return text;
}

}  // namespace

struct GzipInflater::Impl {
  explicit Impl(std::uint64_t max) : max_output_bytes(max) {
    constexpr int kWindowBits = 15;
    constexpr int kGzipWrapper = 16;  // and no zlib wrapper: zlib.h, inflateInit2
    if (inflateInit2(&stream, kWindowBits + kGzipWrapper) != Z_OK) {
      error = Error{ErrorCode::kOutOfMemory, "inflateInit2 failed"};
    }
  }
  ~Impl() { inflateEnd(&stream); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  // Each takes what it can of the piece and returns the rest, which is for the next stage, or sets
  // the error.
  Bytes take(Bytes piece, const Sink& sink);
  Bytes take_start(Bytes piece, const Sink& sink);
  Bytes take_member(Bytes piece, const Sink& sink);
  Bytes take_after_member(Bytes piece);
  Bytes take_padding(Bytes piece);

  [[nodiscard]] Bytes start() const { return std::span(start_bytes).first(start_size); }
  [[nodiscard]] std::string at_input() const {
    return "at input byte " + std::to_string(input_bytes);
  }
  void fail(ErrorCode code, std::string detail) { error = Error{code, std::move(detail)}; }

  enum class Stage { kStart, kMember, kAfterMember, kPadding };

  z_stream stream{};
  Stage stage = Stage::kStart;
  std::optional<Error> error;
  std::uint64_t max_output_bytes;
  std::uint64_t output_bytes = 0;
  std::uint64_t input_bytes = 0;  // that zlib has taken, over all members
  std::size_t start_size = 0;
  std::array<std::byte, kStartBytes> start_bytes{};
  std::array<std::byte, kOutputBytes> output{};
};

Bytes GzipInflater::Impl::take(Bytes piece, const Sink& sink) {
  switch (stage) {
    case Stage::kStart:
      return take_start(piece, sink);
    case Stage::kMember:
      return take_member(piece, sink);
    case Stage::kAfterMember:
      return take_after_member(piece);
    case Stage::kPadding:
      return take_padding(piece);
  }
  assert(false && "not a Stage");
  return {};
}

// One byte at a time, so that the verdict falls at the same byte however the file was cut.
Bytes GzipInflater::Impl::take_start(Bytes piece, const Sink& sink) {
  start_bytes[start_size++] = piece.front();
  switch (judge(start())) {
    case Start::kUndecided:
      if (start_size == start_bytes.size()) fail(ErrorCode::kNotGzip, "only white space");
      break;
    case Start::kGzip:
      stage = Stage::kMember;
      take_member(start(), sink);
      break;
    case Start::kMarkup:
      fail(ErrorCode::kHtmlInsteadOfData, first_bytes_in_hex(start()));
      break;
    case Start::kOther:
      fail(ErrorCode::kNotGzip, first_bytes_in_hex(start()));
      break;
  }
  return piece.subspan(1);
}

Bytes GzipInflater::Impl::take_member(Bytes piece, const Sink& sink) {
  const auto step = piece.first(std::min(piece.size(), kInputStepBytes));
  stream.next_in = reinterpret_cast<const Bytef*>(step.data());
  stream.avail_in = static_cast<uInt>(step.size());
  bool wants_input = false;
  while (!error && stage == Stage::kMember && !wants_input) {
    // One byte more than may come out, to learn whether there is one.
    const auto room = max_output_bytes - output_bytes;
    const auto asked = room < output.size() ? static_cast<std::size_t>(room) + 1 : output.size();
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(asked);
    const uInt input_before = stream.avail_in;
    const int status = inflate(&stream, Z_NO_FLUSH);
    input_bytes += input_before - stream.avail_in;

    // The output goes first, then zlib's verdict: with smaller pieces it would have come earlier.
    const std::size_t produced = asked - stream.avail_out;
    const auto delivered = static_cast<std::size_t>(std::min<std::uint64_t>(produced, room));
    output_bytes += delivered;
    if (delivered > 0) {
      if (auto sunk = sink(std::span(output).first(delivered)); !sunk) {
        error = sunk.error();
        break;
      }
    }
    if (produced > delivered) {
      fail(ErrorCode::kTooLarge, "more than " + std::to_string(max_output_bytes) + " bytes");
      break;
    }

    switch (status) {
      case Z_OK:
        // With output left to fill, zlib returns only when it has used up its input.
        wants_input = stream.avail_out > 0 && stream.avail_in == 0;
        break;
      case Z_BUF_ERROR:  // says only that there was nothing to do
        wants_input = true;
        break;
      case Z_STREAM_END:
        stage = Stage::kAfterMember;
        break;
      case Z_MEM_ERROR:
        fail(ErrorCode::kOutOfMemory, "inflate got no memory");
        break;
      default:
        fail(ErrorCode::kGzipDamaged,
             (stream.msg != nullptr ? stream.msg : "inflate failed") + (' ' + at_input()));
        break;
    }
  }
  const std::size_t taken = step.size() - stream.avail_in;
  stream.next_in = nullptr;
  stream.avail_in = 0;
  return piece.subspan(taken);
}

Bytes GzipInflater::Impl::take_after_member(Bytes piece) {
  if (piece.front() == std::byte{0}) {
    stage = Stage::kPadding;
  } else if (piece.front() == kMagic0) {
    inflateReset(&stream);
    stage = Stage::kMember;  // where zlib looks at the rest of the magic
  } else {
    fail(ErrorCode::kGzipDamaged, "garbage after a member " + at_input());
  }
  return piece;
}

Bytes GzipInflater::Impl::take_padding(Bytes piece) {
  const auto is_zero = [](std::byte byte) { return byte == std::byte{0}; };
  if (!std::all_of(piece.begin(), piece.end(), is_zero)) {
    fail(ErrorCode::kGzipDamaged, "garbage in the padding " + at_input());
  }
  return {};
}

GzipInflater::GzipInflater(std::uint64_t max_output_bytes)
    : impl_(std::make_unique<Impl>(max_output_bytes)) {}
GzipInflater::~GzipInflater() = default;
GzipInflater::GzipInflater(GzipInflater&&) noexcept = default;
GzipInflater& GzipInflater::operator=(GzipInflater&&) noexcept = default;

Result<void> GzipInflater::feed(Bytes piece, const Sink& sink) {
  assert(impl_ != nullptr);
  while (!impl_->error && !piece.empty()) piece = impl_->take(piece, sink);
  if (impl_->error) return *impl_->error;
  return {};
}

Result<void> GzipInflater::finish() {
  assert(impl_ != nullptr);
  auto& error = impl_->error;
  if (!error) {
    switch (impl_->stage) {
      case Impl::Stage::kStart: {
        const auto start = impl_->start();
        if (start.empty()) {
          impl_->fail(ErrorCode::kGzipTruncated, "no bytes at all");
        } else if (start.front() == kMagic0) {
          impl_->fail(ErrorCode::kGzipTruncated, "1 byte");
        } else {
          impl_->fail(ErrorCode::kNotGzip, first_bytes_in_hex(start));
        }
        break;
      }
      case Impl::Stage::kMember:
        impl_->fail(ErrorCode::kGzipTruncated, "ended " + impl_->at_input());
        break;
      case Impl::Stage::kAfterMember:
      case Impl::Stage::kPadding:
        break;
    }
  }
  if (error) return *error;
  return {};
}

Result<std::vector<std::byte>> gunzip(Bytes file, std::uint64_t max_output_bytes) {
  std::vector<std::byte> whole;
  GzipInflater inflater(max_output_bytes);
  const auto fed = inflater.feed(file, [&whole](Bytes bytes) -> Result<void> {
    whole.insert(whole.end(), bytes.begin(), bytes.end());
    return {};
  });
  if (!fed) return fed.error();
  if (const auto finished = inflater.finish(); !finished) return finished.error();
  return whole;
}

}  // namespace atelier::core
