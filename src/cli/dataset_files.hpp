// SPDX-License-Identifier: MIT
// cli/dataset_files.hpp: a dataset from its two files, each packed with gzip or not.
#pragma once

#include <string>

#include "core/dataset.hpp"
#include "core/result.hpp"

namespace atelier::cli {

// kCannotRead, or what core/dataset_loader.hpp finds; the detail begins with the file.
core::Result<core::Dataset> load_dataset(const std::string& images_path,
                                         const std::string& labels_path);

}  // namespace atelier::cli
