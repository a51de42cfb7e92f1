// SPDX-License-Identifier: MIT
#include "cli/dataset_files.hpp"

#include "cli/files.hpp"
#include "core/dataset_loader.hpp"

namespace atelier::cli {

core::Result<core::Dataset> load_dataset(const std::string& images_path,
                                         const std::string& labels_path) {
  core::DatasetLoader loader;
  auto read = read_in_pieces(labels_path, [&](auto piece) { return loader.feed_labels(piece); });
  if (!read) return read.error();
  if (auto whole = loader.finish_labels(); !whole) return in_file(labels_path, whole.error());
  read = read_in_pieces(images_path, [&](auto piece) { return loader.feed_images(piece); });
  if (!read) return read.error();
  if (auto whole = loader.finish_images(); !whole) return in_file(images_path, whole.error());
  return loader.take();
}

}  // namespace atelier::cli
