// SPDX-License-Identifier: MIT
// Why: a file that looks complete and is not costs somebody an afternoon.
#include "cli/files.hpp"

#include <catch_amalgamated.hpp>

#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "cli/numbers.hpp"
#include "cli/progress_bar.hpp"
#include "tests/support/results.hpp"
#include "tests/support/temporary_folder.hpp"

using atelier::cli::NewFile;
using atelier::cli::ProgressBar;
using atelier::cli::read_in_pieces;
using atelier::cli::read_text;
using atelier::cli::write_file;
using atelier::core::Error;
using atelier::core::ErrorCode;
using atelier::core::Result;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using namespace atelier::test;
using Names = std::set<std::string>;

namespace {

// While it lives, no file grows beyond so many bytes: as good as a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : signal_before_(std::signal(SIGXFSZ, SIG_IGN)) {
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before_) == 0);
    const rlimit limit{bytes, before_.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_before_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  void (*signal_before_)(int);
  rlimit before_{};
};

}  // namespace

TEST_CASE("a new file has its name only when it is complete", "[cli][files]") {
  const TemporaryFolder folder;
  const std::string path = folder.put("out.csv", "old");
  {
    auto file = NewFile::create(path);
    REQUIRE(file);
    REQUIRE(file.value().write(std::string_view("new ")));
    CHECK(text_of_file(path) == "old");
    REQUIRE(file.value().write(std::string_view("text")));
    REQUIRE(file.value().commit());
  }
  CHECK(text_of_file(path) == "new text");
  CHECK(folder.names() == Names{"out.csv"});
}

TEST_CASE("a new file that is given up leaves nothing and harms nothing", "[cli][files]") {
  const TemporaryFolder folder;
  const std::string path = folder.put("out.csv", "old");
  {
    auto file = NewFile::create(path);
    REQUIRE(file);
    const NewFile moved = std::move(file).value();
    CHECK(folder.names().size() == 2);
  }
  CHECK(text_of_file(path) == "old");
  CHECK(folder.names() == Names{"out.csv"});
}

TEST_CASE("a disk that is full leaves nothing half-written", "[cli][files]") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.png";
  // The small one fits into the buffer and fails only when the file is closed.
  for (const std::size_t size : {200U, 100'000U}) {
    CAPTURE(size);
    const FullDisk full(100);
    const auto written = write_file(path, ByteVector(size));
    REQUIRE(error_of(written) == ErrorCode::kCannotWrite);
    CHECK_THAT(written.error().detail, StartsWith(path + ": ") && ContainsSubstring("too large"));
    CHECK(folder.names().empty());
  }
}

TEST_CASE("a file cannot be written where there is no folder or something else", "[cli][files]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "taken");
  for (const std::string& path : {folder / "no/such/file", folder / "taken", folder.path()}) {
    const auto written = write_file(path, bytes_of("text"));
    REQUIRE(error_of(written) == ErrorCode::kCannotWrite);
    CHECK_THAT(written.error().detail, StartsWith(path + ": "));
  }
  // Renamed onto, a device would be gone.
  CHECK(error_of(write_file("/dev/null", {})) == ErrorCode::kCannotWrite);
  CHECK(std::filesystem::is_character_file("/dev/null"));
  CHECK(folder.names() == Names{"taken"});
}

TEST_CASE("a file is read whole, in pieces, whatever its size", "[cli][files]") {
  const TemporaryFolder folder;
  for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 200'000U}) {
    CAPTURE(size);
    const auto bytes = noise(size);
    const std::string path = folder.put("file", bytes);
    ByteVector read;
    const auto done = read_in_pieces(path, [&read](auto piece) -> Result<void> {
      CHECK(!piece.empty());
      read.insert(read.end(), piece.begin(), piece.end());
      return {};
    });
    CHECK(error_of(done) == kNoError);
    CHECK(read == bytes);
  }
}

TEST_CASE("a file that cannot be read is named, and so is one that is refused", "[cli][files]") {
  const TemporaryFolder folder;
  const std::string text = folder.put("text", "12345");
  const auto accept = [](auto) { return Result<void>(); };
  for (const std::string& path : {folder / "missing", folder.path(), std::string()}) {
    const auto read = read_in_pieces(path, accept);
    REQUIRE(error_of(read) == ErrorCode::kCannotRead);
    CHECK_THAT(read.error().detail, StartsWith(path + ": "));
  }
  const auto refuse = [](auto) -> Result<void> { return Error{ErrorCode::kIdxNotIdx, "why"}; };
  const auto refused = read_in_pieces(text, refuse);
  REQUIRE(!refused);
  CHECK(refused.error() == Error{ErrorCode::kIdxNotIdx, text + ": why"});

  CHECK(read_text(text, 5).value() == "12345");
  CHECK(error_of(read_text(text, 4)) == ErrorCode::kTooLarge);
}

TEST_CASE("a progress bar writes when something changes and wipes itself", "[cli][progress_bar]") {
  std::ostringstream stream;
  {
    ProgressBar bar(stream, true, "Writing", 1000);
    CHECK(stream.str() == "\rWriting [..............................]   0 %");
    stream.str("");
    bar.advance_to(9);
    CHECK(stream.str().empty());
    bar.advance_to(500);
    CHECK(stream.str() == "\rWriting [###############...............]  50 %");
    stream.str("");
    bar.advance_to(1000);
    CHECK(stream.str() == "\rWriting [##############################] 100 %");
    stream.str("");
  }
  CHECK(stream.str() == '\r' + std::string(46, ' ') + '\r');
}

TEST_CASE("an invisible progress bar writes nothing, and no string stream is a terminal",
          "[cli][progress_bar]") {
  std::ostringstream stream;
  CHECK(!atelier::cli::is_terminal(stream));
  {
    ProgressBar bar(stream, false, "Writing", 2);
    bar.advance_to(2);
  }
  CHECK(stream.str().empty());
}

TEST_CASE("numbers are written as people read them", "[cli][numbers]") {
  CHECK(atelier::cli::grouped(0) == "0");
  CHECK(atelier::cli::grouped(999) == "999");
  CHECK(atelier::cli::grouped(1000) == "1,000");
  CHECK(atelier::cli::grouped(26'421'880) == "26,421,880");
  CHECK(atelier::cli::fixed(73.14657, 2) == "73.15");
  CHECK(atelier::cli::right("7", 3) == "  7");
  CHECK(atelier::cli::right("1000", 3) == "1000");
}
