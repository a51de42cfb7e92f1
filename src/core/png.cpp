// SPDX-License-Identifier: MIT
#include "core/png.hpp"

#include <zlib.h>

#include <array>
#include <cassert>
#include <cstdlib>
#include <initializer_list>
#include <span>
#include <string_view>

namespace atelier::core {
namespace {

using Bytes = std::vector<std::byte>;

void append_u32(Bytes& bytes, std::size_t value) {
  for (const int shift : {24, 16, 8, 0}) bytes.push_back(static_cast<std::byte>(value >> shift));
}

const Bytef* zlib_bytes(std::span<const std::byte> bytes) {
  return reinterpret_cast<const Bytef*>(bytes.data());
}

// Length, type and content, and the CRC of the latter two.
void append_chunk(Bytes& file, std::string_view type, std::span<const std::byte> content) {
  append_u32(file, content.size());
  const std::size_t start = file.size();
  for (const char letter : type) file.push_back(static_cast<std::byte>(letter));
  file.insert(file.end(), content.begin(), content.end());
  const auto covered = std::span(file).subspan(start);
  append_u32(file, crc32(0, zlib_bytes(covered), static_cast<uInt>(covered.size())));
}

Bytes deflated(const Bytes& bytes) {
  z_stream stream{};
  // Only the lack of memory makes it fail, and nothing here goes on without memory.
  if (deflateInit(&stream, Z_DEFAULT_COMPRESSION) != Z_OK) std::abort();
  const auto size = static_cast<uLong>(bytes.size());
  Bytes result(deflateBound(&stream, size));
  stream.next_in = const_cast<Bytef*>(zlib_bytes(bytes));  // which zlib reads alone
  stream.avail_in = static_cast<uInt>(size);
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  [[maybe_unused]] const int status = deflate(&stream, Z_FINISH);
  assert(status == Z_STREAM_END);  // deflateBound() said that there is room
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

// `channels` bytes a pixel.
Bytes encode(int width, int height, std::span<const std::uint8_t> pixels, std::size_t channels) {
  assert(width > 0 && height > 0);
  const std::size_t row_bytes = static_cast<std::size_t>(width) * channels;
  assert(pixels.size() == row_bytes * static_cast<std::size_t>(height));

  constexpr std::array<std::uint8_t, 8> kSignature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  constexpr std::byte kGrayType{0}, kRgbType{2};
  Bytes header;
  append_u32(header, static_cast<std::size_t>(width));
  append_u32(header, static_cast<std::size_t>(height));
  header.push_back(std::byte{8});  // bits a channel
  header.push_back(channels == 1 ? kGrayType : kRgbType);
  header.insert(header.end(), 3,
                std::byte{0});  // the one compression, the one filter, no interlace

  // Each row is preceded by the way it is filtered: 0, not at all. Pixels of photographs gain by a
  // filter; garments on black and flat colours do not.
  Bytes rows;
  rows.reserve((row_bytes + 1) * static_cast<std::size_t>(height));
  const auto raw = std::as_bytes(pixels);
  for (std::size_t start = 0; start < raw.size(); start += row_bytes) {
    rows.push_back(std::byte{0});
    rows.insert(rows.end(), raw.begin() + static_cast<std::ptrdiff_t>(start),
                raw.begin() + static_cast<std::ptrdiff_t>(start + row_bytes));
  }

  Bytes file;
  for (const std::uint8_t byte : kSignature) file.push_back(std::byte{byte});
  append_chunk(file, "IHDR", header);
  append_chunk(file, "IDAT", deflated(rows));
  append_chunk(file, "IEND", {});
  return file;
}

}  // namespace

std::vector<std::byte> encode_png(const GrayImage& image) {
  return encode(image.width, image.height, image.pixels, 1);
}

std::vector<std::byte> encode_png(const ColorImage& image) {
  return encode(image.width, image.height, image.pixels, 3);
}

}  // namespace atelier::core
