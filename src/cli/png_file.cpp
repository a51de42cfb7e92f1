// SPDX-License-Identifier: MIT
#include "cli/png_file.hpp"

#include <png.h>

#include <csetjmp>
#include <cstdint>

#include "cli/files.hpp"

namespace atelier::cli {
namespace {

using core::Error;
using core::ErrorCode;
using core::GrayImage;
using core::Result;

// What libpng calls back. It is C and knows no exceptions, so that none may leave these: hence
// noexcept. On an error it must not get control back.
[[noreturn]] void on_error(png_structp png, png_const_charp message) {
  *static_cast<std::string*>(png_get_error_ptr(png)) = message;
  png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

void on_write(png_structp png, png_bytep data, std::size_t size) noexcept {
  auto& bytes = *static_cast<std::vector<std::byte>*>(png_get_io_ptr(png));
  const auto* const first = reinterpret_cast<const std::byte*>(data);
  bytes.insert(bytes.end(), first, first + size);
}

void on_flush(png_structp) {}

// libpng's two structs. Outside of the function that longjmp() leaves, for that runs no destructor.
class Writer {
 public:
  explicit Writer(std::string& message)
      : png_(png_create_write_struct(PNG_LIBPNG_VER_STRING, &message, on_error, on_warning)),
        info_(png_ == nullptr ? nullptr : png_create_info_struct(png_)) {}
  ~Writer() { png_destroy_write_struct(&png_, &info_); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Whether libpng got its memory.
  [[nodiscard]] bool ready() const { return info_ != nullptr; }
  [[nodiscard]] png_structp png() const { return png_; }
  [[nodiscard]] png_infop info() const { return info_; }

 private:
  png_structp png_;
  png_infop info_;
};

// False if libpng gave up. Nothing that lives across its calls in here may have a destructor.
bool write_image(const Writer& writer, const GrayImage& image, const RowsDone& rows_done) {
  png_structp const png = writer.png();
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_IHDR(png, writer.info(), static_cast<png_uint_32>(image.width),
               static_cast<png_uint_32>(image.height), 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, writer.info());
  for (int y = 0; y < image.height; ++y) {
    png_write_row(png, image.row(y).data());
    if (rows_done) rows_done(static_cast<std::size_t>(y) + 1);
  }
  png_write_end(png, nullptr);
  return true;
}

}  // namespace

Result<std::vector<std::byte>> encode_png(const GrayImage& image, const RowsDone& rows_done) {
  std::string message;
  std::vector<std::byte> bytes;
  const Writer writer(message);
  if (!writer.ready()) return Error{ErrorCode::kOutOfMemory, "libpng got no memory"};
  png_set_write_fn(writer.png(), &bytes, on_write, on_flush);
  if (!write_image(writer, image, rows_done)) return Error{ErrorCode::kBadPixels, message};
  return bytes;
}

Result<void> write_png(const std::string& path, const GrayImage& image, const RowsDone& rows_done) {
  const auto bytes = encode_png(image, rows_done);
  if (!bytes) return in_file(path, bytes.error());
  return write_file(path, bytes.value());
}

}  // namespace atelier::cli
