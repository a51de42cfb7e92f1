// SPDX-License-Identifier: MIT
// features/data/events.hpp: what is told of the test set and of a visitor's images, as they arrive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/event.hpp"
#include "core/data_file.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/data/originals.hpp"

namespace atelier::app {

enum class DatasetFile { kLabels, kImages };
ATELIER_NAMES(DatasetFile, "labels", "images");

struct DatasetFileStarted {
  static constexpr std::string_view kType = "dataset-started";
  static constexpr bool kWaits = true;
  DatasetFile file{};
  std::uint64_t bytes_total{};  // 0: the server did not say
};
template <class Fields>
void describe(Fields& f, DatasetFileStarted& e) {
  f("file", e.file);
  f("bytes_total", e.bytes_total);
}
struct DatasetFileChunk {
  DatasetFile file{};
  std::vector<std::byte> bytes;
};
struct DatasetFileEnded {
  static constexpr std::string_view kType = "dataset-ended";
  static constexpr bool kWaits = true;
  DatasetFile file{};
};
template <class Fields>
void describe(Fields& f, DatasetFileEnded& e) {
  f("file", e.file);
}
struct DatasetFileFailed {
  static constexpr std::string_view kType = "dataset-failed";
  static constexpr bool kWaits = true;
  DatasetFile file{};
  core::Error error;
};
template <class Fields>
void describe(Fields& f, DatasetFileFailed& e) {
  f("file", e.file);
  f("error", e.error);
}
void on(State& state, DatasetFileStarted&& event, Ports& ports);
void on(State& state, DatasetFileChunk&& event, Ports& ports);
void on(State& state, DatasetFileEnded&& event, Ports& ports);
void on(State& state, DatasetFileFailed&& event, Ports& ports);

// Files of images or labels that a visitor has brought together, read already.
struct OwnFile {
  std::string name;
  core::DataFile file;
};
struct OwnPicture {
  std::string name;
  std::vector<std::uint8_t> sample;  // 28 x 28
};
struct OwnDataDropped {
  std::vector<OwnFile> files;
  std::vector<OwnPicture> pictures;
  Originals originals;  // of the pictures
};
// None of them can be used, because this one cannot.
struct OwnDataRefused {
  std::string name;
  core::Error error;
};
void on(State& state, OwnDataDropped&& event, Ports& ports);
void on(State& state, OwnDataRefused&& event, Ports& ports);

}  // namespace atelier::app
