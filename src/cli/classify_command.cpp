// SPDX-License-Identifier: MIT
// atelier classify: what a network says about images.
#include <array>
#include <charconv>
#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/network_file.hpp"
#include "cli/numbers.hpp"
#include "core/class_names.hpp"
#include "core/dataset.hpp"
#include "core/prediction.hpp"

namespace atelier::cli {
namespace {

// As the network says it: without temperature.
core::Result<core::Prediction> classify(nn::ImageClassifier& network,
                                        std::span<const std::uint8_t> image) {
  return core::judge(run_network(network, image), 1.0F, {}, false);
}

std::string percent(float probability) {
  return fixed(100.0 * static_cast<double>(probability), 1);
}

// All ten classes, each with a bar.
void print_all(const core::ClassScores& probabilities, std::ostream& out) {
  constexpr float kCells = 40;
  for (std::size_t label = 0; label < core::kClassCount; ++label) {
    const std::string_view name = core::kClassNames[label];
    const auto cells = static_cast<std::size_t>(probabilities[label] * kCells + 0.5F);
    out << label << "  " << name << std::string(13 - name.size(), ' ')
        << right(percent(probabilities[label]), 5) << " %  " << std::string(cells, '#') << '\n';
  }
}

void print_best(std::size_t index, const core::Prediction& prediction, std::ostream& out) {
  const auto best = static_cast<std::size_t>(prediction.label);
  out << index << '\t' << best << '\t' << core::kClassNames[best] << '\t'
      << percent(prediction.probabilities[best]) << '\n';
}

int run_classify(const Arguments& arguments, const Console& console) {
  auto network = load_classifier(std::string(arguments.get("--model")));
  if (!network) return fail(console, network.error());
  const auto images = load_images(std::string(arguments.get("--images")));
  if (!images) return fail(console, images.error());
  const auto image = [&](std::size_t index) {
    return std::span(images.value().pixels)
        .subspan(index * core::kSamplePixels, core::kSamplePixels);
  };

  const std::size_t count = images.value().count;
  if (const auto wanted = arguments.find("--index")) {
    std::size_t index = count;
    const auto [end, error] =
        std::from_chars(wanted->data(), wanted->data() + wanted->size(), index);
    if (error != std::errc{} || end != wanted->data() + wanted->size() || index >= count) {
      return refuse(console, "classify",
                    "--index is a whole number from 0 to " + std::to_string(count - 1) +
                        " here, not '" + std::string(*wanted) + "'.");
    }
    const auto prediction = classify(network.value(), image(index));
    if (!prediction) return fail(console, prediction.error());
    print_all(prediction.value().probabilities, console.out);
    return kDone;
  }
  for (std::size_t index = 0; index < count; ++index) {
    const auto prediction = classify(network.value(), image(index));
    if (!prediction) return fail(console, prediction.error());
    print_best(index, prediction.value(), console.out);
  }
  return kDone;
}

constexpr std::array kOptions = {
    Option{.name = "--model", .value = "FILE.onnx", .help = "the network", .required = true},
    Option{.name = "--images", .value = "FILE", .help = "IDX images of 28 x 28", .required = true},
    Option{
        .name = "--index", .value = "I", .help = "only this image, from 0, with all ten classes"}};

}  // namespace

constinit const Command kClassifyCommand = {
    .name = "classify",
    .summary = "say what a network sees in images",
    .usage = "--model FILE.onnx --images FILE [--index I]",
    .details =
        "Without --index, a line an image: its number, the number and the name of the most\n"
        "probable class, and the probability in percent, with tabs between.\n"
        "\n"
        "  atelier classify --model models/small.onnx \\\n"
        "    --images data/t10k-images-idx3-ubyte.gz --index 0\n",
    .syntax = {.options = kOptions},
    .run = run_classify,
};

}  // namespace atelier::cli
