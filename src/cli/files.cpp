// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include <array>
#include <cassert>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace atelier::cli {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

constexpr std::size_t kPieceBytes = 64 * 1024;

// What the system says about its last error. Some failures set none.
Error system_error(ErrorCode code, const std::string& path, int number) {
  const std::string words =
      number == 0 ? "unknown reason" : std::generic_category().message(number);
  return {code, path + ": " + words};
}

// To rename a file onto a device would put the file in the device's place.
bool is_in_the_way(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

}  // namespace

Error in_file(std::string_view path, const Error& error) {
  std::string detail(path);
  if (!error.detail.empty()) detail += ": " + error.detail;
  return {error.code, std::move(detail)};
}

Result<void> read_in_pieces(const std::string& path, const TakePiece& take) {
  const auto close = [](std::FILE* file) { static_cast<void>(std::fclose(file)); };
  errno = 0;
  const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
  if (!file) return system_error(ErrorCode::kCannotRead, path, errno);
  std::array<std::byte, kPieceBytes> buffer{};
  while (true) {
    const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get());
    if (size > 0) {
      if (auto taken = take(std::span(buffer).first(size)); !taken) {
        return in_file(path, taken.error());
      }
    }
    // A folder can be opened, but not be read.
    if (std::ferror(file.get()) != 0) return system_error(ErrorCode::kCannotRead, path, errno);
    if (size == 0) return {};
  }
}

Result<std::string> read_text(const std::string& path, std::size_t most_bytes) {
  std::string text;
  const auto read = read_in_pieces(path, [&](std::span<const std::byte> piece) -> Result<void> {
    if (piece.size() > most_bytes - text.size()) {
      return Error{ErrorCode::kTooLarge, "more than " + std::to_string(most_bytes) + " bytes"};
    }
    text.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    return {};
  });
  if (!read) return read.error();
  return text;
}

NewFile::NewFile(std::string path, std::string part, File file)
    : path_(std::move(path)), part_(std::move(part)), file_(std::move(file)) {}

Result<NewFile> NewFile::create(const std::string& path) {
  if (is_in_the_way(path)) {
    return Error{ErrorCode::kCannotWrite, path + ": there is something else than a file"};
  }
  std::string part = path + ".part";
  errno = 0;
  File file(std::fopen(part.c_str(), "wb"));
  if (!file) return system_error(ErrorCode::kCannotWrite, path, errno);
  return NewFile(path, std::move(part), std::move(file));
}

NewFile::~NewFile() {
  if (!file_) return;
  file_.reset();
  static_cast<void>(std::remove(part_.c_str()));
}

Result<void> NewFile::write(std::span<const std::byte> bytes) {
  assert(file_);
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    return system_error(ErrorCode::kCannotWrite, path_, errno);
  }
  return {};
}

Result<void> NewFile::write(std::string_view text) {
  return write(std::as_bytes(std::span(text.data(), text.size())));
}

Result<void> NewFile::commit() {
  assert(file_);
  errno = 0;
  // Closing writes what is still in the buffer, so it can fail like any writing.
  if (std::fclose(file_.release()) == 0 && std::rename(part_.c_str(), path_.c_str()) == 0)
    return {};
  auto error = system_error(ErrorCode::kCannotWrite, path_, errno);
  static_cast<void>(std::remove(part_.c_str()));
  return error;
}

Result<void> write_file(const std::string& path, std::span<const std::byte> bytes) {
  auto file = NewFile::create(path);
  if (!file) return file.error();
  if (auto written = file.value().write(bytes); !written) return written;
  return file.value().commit();
}

}  // namespace atelier::cli
