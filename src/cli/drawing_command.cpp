// SPDX-License-Identifier: MIT
// atelier drawing: what the network would see of a drawing.
#include <array>
#include <istream>
#include <iterator>
#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/numbers.hpp"
#include "cli/png_file.hpp"
#include "cli/stroke_script.hpp"
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

int run_drawing(const Arguments& arguments, const Console& console) {
  const std::string path(arguments.operands().front());
  const bool from_stream = path == kStandardInput;
  const auto text = from_stream ? read_stream(console.in) : read_text(path, kMaxScriptBytes);
  if (!text) return fail(console, text.error());
  const auto strokes = parse_stroke_script(text.value());
  if (!strokes) {
    return fail(console, in_file(from_stream ? "standard input" : path, strokes.error()));
  }

  core::Drawing drawing;
  for (const core::Stroke& stroke : strokes.value()) drawing.apply(stroke);
  const auto framing = arguments.get("--framing", kFramings[0]) == kFramings[1]
                           ? core::Framing::kWhole
                           : core::Framing::kBoundingBox;
  const auto result = core::preprocess(drawing.raster(), framing);
  if (result.blank) console.err << "atelier: There is too little ink for a garment.\n";

  if (const auto output = arguments.find("--output")) {
    if (auto done = write_png(std::string(*output), result.seen()); !done) {
      return fail(console, done.error());
    }
  } else {
    print(result.seen(), console.out);
  }
  return kDone;
}

constexpr std::array kOptions = {
    Option{.name = "--output", .value = "FILE.png", .help = "write a PNG instead of numbers"},
    Option{.name = "--framing",
           .value = "WAY",
           .help = "bounding-box (default): what is drawn fills the frame;\n"
                   "whole: the drawing square is the frame",
           .choices = kFramings}};

}  // namespace

constinit const Command kDrawingCommand = {
    .name = "drawing",
    .summary = "draw a stroke script, print the 28x28 pixels that a network sees",
    .usage = "FILE [--output FILE.png] [--framing bounding-box|whole]",
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
        "Prints 28 lines of 28 numbers, 0 (background) to 255.\n",
    .syntax = {.options = kOptions, .operand = "FILE", .least_operands = 1, .most_operands = 1},
    .run = run_drawing,
};

}  // namespace atelier::cli
