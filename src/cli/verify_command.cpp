// SPDX-License-Identifier: MIT
// atelier verify: is a folder's dataset the official one?
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <system_error>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "core/dataset_loader.hpp"
#include "core/sha256.hpp"

namespace atelier::cli {
namespace {

using core::ErrorCode;
using core::OfficialFile;
using core::Result;

constexpr std::string_view kGzipEnding = ".gz";

std::string unpacked_name(const OfficialFile& file) {
  return std::string(file.name.substr(0, file.name.size() - kGzipEnding.size()));
}

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

Result<core::Sha256Digest> sha256_of(const std::string& path) {
  core::Sha256 hash;
  const auto read = read_in_pieces(path, [&hash](std::span<const std::byte> piece) {
    hash.update(piece);
    return Result<void>();
  });
  if (!read) return read.error();
  return hash.finish();
}

// Writes the file's line. Is it official?
Result<bool> verify_file(const OfficialFile& file, const std::filesystem::path& folder,
                         std::ostream& out) {
  // Some programs leave the files unpacked; what is in them is what matters.
  const bool only_unpacked =
      !is_there(folder / file.name) && is_there(folder / unpacked_name(file));
  const std::string name = only_unpacked ? unpacked_name(file) : std::string(file.name);
  const auto path = folder / name;
  if (!is_there(path)) {
    out << "not there     " << name << '\n';
    return false;
  }
  const auto digest = sha256_of(path.string());
  if (!digest) return digest.error();
  // Under the name of the packed file only the packed file will do, and the other way round.
  const std::string_view expected = only_unpacked ? file.idx_sha256 : file.gzip_sha256;
  const bool official = core::to_hex(digest.value()) == expected;
  out << (official ? "official      " : "another file  ") << name << '\n';
  return official;
}

int run_verify(const Arguments& arguments, const Console& console) {
  const std::string folder(arguments.operands().front());
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    const std::string reason = error ? error.message() : "not a folder";
    return fail(console, {ErrorCode::kCannotRead, folder + ": " + reason});
  }
  int exit_code = kDone;
  for (const OfficialFile& file : core::kOfficialFiles) {
    const auto official = verify_file(file, folder, console.out);
    if (!official) {
      exit_code = fail(console, official.error());
    } else if (!official.value()) {
      exit_code = kFailed;
    }
  }
  return exit_code;
}

}  // namespace

constinit const Command kVerifyCommand = {
    .name = "verify",
    .summary = "hold a folder's four dataset files against the official checksums",
    .usage = "DIR",
    .details =
        "Prints a line for each of the four files of Fashion-MNIST: official, not there,\n"
        "or another file. The exit code is 0 only if all four are official. Files that\n"
        "were unpacked and lost their .gz count as well. tools/fetch_dataset.sh DIR\n"
        "--train fetches the official ones.\n"
        "\n"
        "  atelier verify data\n",
    .syntax = {.options = {}, .operand = "DIR", .least_operands = 1, .most_operands = 1},
    .run = run_verify,
};

}  // namespace atelier::cli
