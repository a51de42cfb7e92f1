// SPDX-License-Identifier: MIT
// atelier export: the dataset in the forms in which others pass it on.
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <system_error>

#include "cli/command.hpp"
#include "cli/dataset_files.hpp"
#include "cli/files.hpp"
#include "cli/numbers.hpp"
#include "cli/png_file.hpp"
#include "cli/progress_bar.hpp"

namespace atelier::cli {
namespace {

using core::DatasetView;
using core::Error;
using core::ErrorCode;
using core::Result;

// Nothing if it is not a whole number from 1.
std::optional<std::size_t> parse_limit(std::string_view text) {
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit == 0) return std::nullopt;
  return limit;
}

// Samples of a Dataset all have a label.
std::uint8_t label_of(const DatasetView& dataset, std::size_t index) {
  return dataset.label(index).value_or(std::uint8_t{0});
}

// "9_00000.png": class, then the place in the file, as the dataset's PNG edition names them.
std::string png_name(std::uint8_t label, std::size_t index) {
  constexpr std::size_t kDigits = 5;
  std::string digits = std::to_string(index);
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return std::to_string(label) + '_' + digits + ".png";
}

Result<void> export_png(const DatasetView& dataset, std::size_t count, const std::string& folder,
                        std::ostream& progress) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Error{ErrorCode::kCannotWrite, folder + ": " + error.message()};
  ProgressBar bar(progress, is_terminal(progress), "Writing", count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto pixels = dataset.image(i);
    const core::GrayImage image{
        core::kSampleSide, core::kSampleSide, {pixels.begin(), pixels.end()}};
    const auto path = std::filesystem::path(folder) / png_name(label_of(dataset, i), i);
    if (auto done = write_png(path.string(), image); !done) return done;
    bar.advance_to(i + 1);
  }
  return {};
}

// As Kaggle's edition: a header, then a line an image, its label first.
Result<void> export_csv(const DatasetView& dataset, std::size_t count, const std::string& path,
                        std::ostream& progress) {
  auto file = NewFile::create(path);
  if (!file) return file.error();
  std::string line = "label";
  for (std::size_t pixel = 1; pixel <= core::kSamplePixels; ++pixel) {
    line += ",pixel" + std::to_string(pixel);
  }
  line += '\n';
  if (auto written = file.value().write(line); !written) return written;
  ProgressBar bar(progress, is_terminal(progress), "Writing", count);
  for (std::size_t i = 0; i < count; ++i) {
    line = std::to_string(label_of(dataset, i));
    for (const std::uint8_t pixel : dataset.image(i)) line += ',' + std::to_string(pixel);
    line += '\n';
    if (auto written = file.value().write(line); !written) return written;
    bar.advance_to(i + 1);
  }
  return file.value().commit();
}

int run_export(const Arguments& arguments, const Console& console) {
  const auto png = arguments.find("--png");
  const auto csv = arguments.find("--csv");
  if (png.has_value() == csv.has_value()) {
    return refuse(console, "export",
                  png ? "--png and --csv cannot be had at once." : "--png or --csv is missing.");
  }
  const auto limit = parse_limit(arguments.get("--limit", "1000000000"));
  if (!limit) {
    return refuse(
        console, "export",
        "--limit is a whole number from 1, not '" + std::string(arguments.get("--limit")) + "'.");
  }

  const auto dataset =
      load_dataset(std::string(arguments.get("--images")), std::string(arguments.get("--labels")));
  if (!dataset) return fail(console, dataset.error());
  const auto view = dataset.value().view();
  const std::size_t count = std::min(*limit, view.count());
  const std::string target(png ? *png : *csv);
  const auto done = png ? export_png(view, count, target, console.err)
                        : export_csv(view, count, target, console.err);
  if (!done) return fail(console, done.error());
  console.out << target << ": " << grouped(count) << (count == 1 ? " image\n" : " images\n");
  return kDone;
}

constexpr std::array kOptions = {
    Option{.name = "--images", .value = "FILE", .help = "IDX images", .required = true},
    Option{.name = "--labels", .value = "FILE", .help = "IDX labels", .required = true},
    Option{.name = "--png", .value = "DIR", .help = "a PNG an image, in this folder"},
    Option{.name = "--csv", .value = "FILE", .help = "one table with a line an image"},
    Option{.name = "--limit", .value = "N", .help = "only the first N images"}};

}  // namespace

constinit const Command kExportCommand = {
    .name = "export",
    .summary = "write images and labels as PNG files or as a CSV table",
    .usage =
        "--images FILE --labels FILE (--png DIR | --csv FILE)\n"
        "       [--limit N]",
    .details =
        "PNG files are 28 x 28, 8-bit gray, and named <class>_<index>.png: 9_00000.png is\n"
        "the first image of the file, an ankle boot. The folder is made if needed.\n"
        "\n"
        "The table is like Kaggle's: the header label,pixel1,...,pixel784, then the class\n"
        "and the pixels, 0 to 255, row by row.\n"
        "\n"
        "  atelier export --images data/t10k-images-idx3-ubyte.gz \\\n"
        "    --labels data/t10k-labels-idx1-ubyte.gz --png fashion-mnist/test\n",
    .syntax = {.options = kOptions},
    .run = run_export,
};

}  // namespace atelier::cli
