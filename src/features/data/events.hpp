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
  DatasetFile file{};
  std::uint64_t bytes_total{};  // 0: the server did not say
};
struct DatasetFileChunk {
  DatasetFile file{};
  std::vector<std::byte> bytes;
};
struct DatasetFileEnded {
  DatasetFile file{};
};
struct DatasetFileFailed {
  DatasetFile file{};
  core::Error error;
};
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
