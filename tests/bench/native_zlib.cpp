// SPDX-License-Identifier: MIT
// native_zlib FILE.gz REPETITIONS: inflates the file as often as told, in one call of zlib's each,
// and prints for each how many milliseconds it took. The clock runs as in every other decoder of
// this benchmark: from compressed bytes in memory to all the bytes that come out of them, with the
// memory for those.
#include <zlib.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

constexpr std::size_t kImagesBytes = 16 + 10000 * 28 * 28;  // an IDX header and the test images
constexpr int kGzip = 15 + 16;                              // zlib.h, inflateInit2

std::vector<unsigned char> read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool unpack(std::vector<unsigned char>& packed) {
  std::vector<unsigned char> unpacked(kImagesBytes);
  z_stream stream{};
  if (inflateInit2(&stream, kGzip) != Z_OK) return false;
  stream.next_in = packed.data();
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = unpacked.data();
  stream.avail_out = static_cast<uInt>(unpacked.size());
  const int status = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return status == Z_STREAM_END && stream.avail_out == 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 3) return 2;
  auto packed = read(arguments[1]);
  for (int repetitions = std::atoi(arguments[2]); repetitions > 0; --repetitions) {
    const auto started = std::chrono::steady_clock::now();
    if (!unpack(packed)) return 1;
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - started;
    std::printf("%.4f\n", taken.count());
  }
  return 0;
}
