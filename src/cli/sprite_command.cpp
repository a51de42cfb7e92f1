// SPDX-License-Identifier: MIT
// atelier sprite: many images as one picture.
#include <array>
#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/contact_sheet.hpp"
#include "cli/dataset_files.hpp"
#include "cli/files.hpp"
#include "cli/png_file.hpp"
#include "cli/progress_bar.hpp"
#include "core/sample_pictures.hpp"

namespace atelier::cli {
namespace {

constexpr std::array<std::string_view, 2> kSheets = {"classes", "all"};

// The bar is gone before anything else is printed.
core::Result<void> write_with_progress(const std::string& path, const core::GrayImage& sheet,
                                       std::ostream& stream) {
  ProgressBar bar(stream, is_terminal(stream), "Compressing",
                  static_cast<std::size_t>(sheet.height));
  return write_png(path, sheet, [&bar](std::size_t rows) { bar.advance_to(rows); });
}

int run_sprite(const Arguments& arguments, const Console& console) {
  const std::string images_path(arguments.get("--images"));
  const auto dataset = load_dataset(images_path, std::string(arguments.get("--labels")));
  if (!dataset) return fail(console, dataset.error());
  const auto view = dataset.value().view();

  const bool all = arguments.get("--sheet", kSheets[0]) == kSheets[1];
  const auto plan = all ? plan_whole_sheet(view) : plan_class_sheet(view);
  if (!plan) return fail(console, in_file(images_path, plan.error()));
  const auto sheet =
      core::contact_sheet(view, plan.value().indices, static_cast<int>(plan.value().columns));

  const std::string output(arguments.get("--output"));
  const auto done = write_with_progress(output, sheet, console.err);
  if (!done) return fail(console, done.error());
  console.out << output << ": " << sheet.width << " x " << sheet.height << " pixels, "
              << plan.value().indices.size() << " images\n";
  return kDone;
}

constexpr std::array kOptions = {
    Option{.name = "--images", .value = "FILE", .help = "IDX images", .required = true},
    Option{.name = "--labels", .value = "FILE", .help = "IDX labels", .required = true},
    Option{.name = "--output", .value = "FILE.png", .help = "the picture", .required = true},
    Option{.name = "--sheet",
           .value = "WHICH",
           .help = "classes (default) or all, see below",
           .choices = kSheets}};

}  // namespace

constinit const Command kSpriteCommand = {
    .name = "sprite",
    .summary = "lay many images out as one PNG, side by side",
    .usage =
        "--images FILE --labels FILE --output FILE.png\n"
        "       [--sheet classes|all]",
    .details =
        "classes: 30 x 30 images, as the picture in the dataset's README: three rows a\n"
        "         class, the first 90 images of each in the order of the file\n"
        "all:     100 x 100 images, the first 10,000 in the order of the file\n"
        "\n"
        "  atelier sprite --images data/t10k-images-idx3-ubyte.gz \\\n"
        "    --labels data/t10k-labels-idx1-ubyte.gz --output sprite.png\n",
    .syntax = {.options = kOptions},
    .run = run_sprite,
};

}  // namespace atelier::cli
