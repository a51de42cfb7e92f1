// SPDX-License-Identifier: MIT
// atelier drawing: what the network would see of a drawing.
#include <array>
#include <cstdint>
#include <istream>
#include <iterator>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/numbers.hpp"
#include "cli/png_file.hpp"
#include "cli/stroke_script.hpp"
#include "core/dataset.hpp"
#include "core/drawing.hpp"
#include "core/preprocess.hpp"

namespace atelier::cli {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

// A thousand strokes of a thousand points are 30 MB of JSON.
constexpr std::size_t kMaxScriptBytes = std::size_t{64} << 20;

constexpr std::string_view kStandardInput = "-";
constexpr std::array<std::string_view, 2> kFramings = {"bounding-box", "whole"};

Result<std::string> read_stream(std::istream& in) {
  std::string text;
  for (std::istreambuf_iterator<char> next(in), end; next != end; ++next) {
    if (text.size() == kMaxScriptBytes) {
      return Error{ErrorCode::kTooLarge,
                   "standard input: more than " + std::to_string(kMaxScriptBytes) + " bytes"};
    }
    text += *next;
  }
  return text;
}

void print(const core::GrayImage& image, std::ostream& out) {
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      out << (x == 0 ? "" : " ") << right(std::to_string(image.at(x, y)), 3);
    }
    out << '\n';
  }
}

// The strokes of a script, drawn and prepared. In the detail of an error is the script's name.
Result<core::Preprocessed> prepare(std::string_view operand, core::Framing framing,
                                   const Console& console) {
  const bool from_stream = operand == kStandardInput;
  const std::string name(from_stream ? "standard input" : operand);
  const auto text = from_stream ? read_stream(console.in) : read_text(name, kMaxScriptBytes);
  if (!text) return text.error();
  const auto strokes = parse_stroke_script(text.value());
  if (!strokes) return in_file(name, strokes.error());

  core::Drawing drawing;
  for (const core::Stroke& stroke : strokes.value()) drawing.apply(stroke);
  auto prepared = core::preprocess(drawing.raster(), framing);
  if (prepared.blank) {
    console.err << "atelier: There is too little ink for a garment.\n  " << name << '\n';
  }
  return prepared;
}

void append_big_endian(std::vector<std::uint8_t>& bytes, std::size_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::uint8_t>(number >> shift & 0xFFU));
  }
}

// What every reader of the dataset's own files can read, once it is unpacked.
Result<void> write_idx(const std::string& path, std::span<const core::GrayImage> images) {
  std::vector<std::uint8_t> bytes = {0, 0, 8, 3};  // unsigned bytes, in three dimensions
  append_big_endian(bytes, images.size());
  append_big_endian(bytes, core::kSampleSide);
  append_big_endian(bytes, core::kSampleSide);
  for (const core::GrayImage& image : images) {
    bytes.insert(bytes.end(), image.pixels.begin(), image.pixels.end());
  }
  return write_file(path, std::as_bytes(std::span(bytes)));
}

int run_drawing(const Arguments& arguments, const Console& console) {
  const auto png = arguments.find("--output");
  const auto idx = arguments.find("--idx");
  if (png && idx) return refuse(console, "drawing", "--output and --idx cannot be had at once.");
  if (!idx && arguments.operands().size() > 1) {
    return refuse(console, "drawing", "More than one FILE needs --idx.");
  }
  const auto framing = arguments.get("--framing", kFramings[0]) == kFramings[1]
                           ? core::Framing::kWhole
                           : core::Framing::kBoundingBox;

  std::vector<core::GrayImage> images;
  for (const std::string_view operand : arguments.operands()) {
    auto prepared = prepare(operand, framing, console);
    if (!prepared) return fail(console, prepared.error());
    images.push_back(std::move(prepared).value().seen());
  }
  if (!png && !idx) {
    print(images.front(), console.out);
    return kDone;
  }
  const auto done =
      png ? write_png(std::string(*png), images.front()) : write_idx(std::string(*idx), images);
  return done ? kDone : fail(console, done.error());
}

constexpr std::array kOptions = {
    Option{.name = "--output", .value = "FILE.png", .help = "write a PNG instead of numbers"},
    Option{.name = "--idx",
           .value = "FILE",
           .help = "write the pixels of any number of scripts as one IDX file"},
    Option{.name = "--framing",
           .value = "WAY",
           .help = "bounding-box (default): what is drawn fills the frame;\n"
                   "whole: the drawing square is the frame",
           .choices = kFramings}};

}  // namespace

constinit const Command kDrawingCommand = {
    .name = "drawing",
    .summary = "draw stroke scripts, print the 28x28 pixels that a network sees",
    .usage =
        "FILE [--output FILE.png] [--framing bounding-box|whole]\n"
        "       FILE... --idx FILE [--framing bounding-box|whole]",
    .details =
        "FILE is a JSON list of strokes, - is standard input:\n"
        "\n"
        "  [{\"points\": [[0.3, 0.2], [0.5, 0.8, 0.7]], \"tool\": \"brush\",\n"
        "    \"gray\": 200, \"size\": 0.1, \"mirrored\": true}]\n"
        "\n"
        "A point is [x, y] or [x, y, pressure]: x and y from 0 to 1 over the drawing\n"
        "square, y down; pressure from 0 to 1, a mouse's is 0.5, as is one left out. The\n"
        "tool is brush, eraser or fill; gray 0 to 255, 255 the brightest cloth; size the\n"
        "brush's diameter as a fraction of the square's side. mirrored draws the stroke a\n"
        "second time, mirrored left to right, and may be left out.\n"
        "\n"
        "Prints 28 lines of 28 numbers, 0 (background) to 255. An IDX file holds N images\n"
        "of 28 x 28 in the order of the scripts, as the dataset's files do before gzip.\n",
    .syntax = {.options = kOptions,
               .operand = "FILE",
               .least_operands = 1,
               .most_operands = kAnyNumber},
    .run = run_drawing,
};

}  // namespace atelier::cli
