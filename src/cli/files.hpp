// SPDX-License-Identifier: MIT
// cli/files.hpp: files in, piece by piece, and files out, whole or not at all. The detail of every
// error begins with the path.
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace atelier::cli {

// The same error with "path: " in front of its detail.
[[nodiscard]] core::Error in_file(std::string_view path, const core::Error& error);

// Hands the file over in pieces, valid during the call only, none of them empty. kCannotRead; an
// error of `take` ends the reading.
using TakePiece = std::function<core::Result<void>(std::span<const std::byte>)>;
core::Result<void> read_in_pieces(const std::string& path, const TakePiece& take);

// kCannotRead; kTooLarge if there are more than `most_bytes`.
core::Result<std::string> read_text(const std::string& path, std::size_t most_bytes);

// A file on its way to the disk: under a name of its own beside the final one, which it gets by
// commit(). A NewFile that goes without that leaves nothing behind.
class NewFile {
 public:
  // kCannotWrite, also if there is something at `path` that is no plain file.
  static core::Result<NewFile> create(const std::string& path);
  ~NewFile();
  NewFile(NewFile&&) noexcept = default;
  NewFile& operator=(NewFile&&) = delete;

  // kCannotWrite.
  core::Result<void> write(std::span<const std::byte> bytes);
  core::Result<void> write(std::string_view text);
  // The last call. Replaces a file that was there.
  core::Result<void> commit();

 private:
  struct Close {
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
  };
  using File = std::unique_ptr<std::FILE, Close>;

  NewFile(std::string path, std::string part, File file);

  std::string path_;
  std::string part_;
  File file_;  // none after commit() or a move
};

// A whole file at once: create, write, commit.
core::Result<void> write_file(const std::string& path, std::span<const std::byte> bytes);

}  // namespace atelier::cli
