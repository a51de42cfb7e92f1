// SPDX-License-Identifier: MIT
// atelier info: what files are.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/inspection.hpp"
#include "cli/numbers.hpp"
#include "core/class_names.hpp"
#include "core/dataset_loader.hpp"
#include "nn/network.hpp"

namespace atelier::cli {
namespace {

std::string share(std::size_t part, std::size_t whole) {
  return fixed(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1) + " %";
}

std::string_view what_it_is(const core::IdxImages&) { return "IDX images"; }
std::string_view what_it_is(const core::IdxLabels&) { return "IDX labels"; }
std::string_view what_it_is(const nn::OnnxModel&) { return "ONNX model"; }

void print_content(const core::IdxImages& images, std::ostream& out) {
  std::uint64_t sum = 0;
  std::uint64_t sum_of_squares = 0;
  std::size_t black = 0;
  for (const std::uint8_t pixel : images.pixels) {
    sum += pixel;
    sum_of_squares += std::uint64_t{pixel} * pixel;
    if (pixel == 0) ++black;
  }
  const auto count = static_cast<double>(images.pixels.size());
  const double mean = static_cast<double>(sum) / count;
  const double variance = static_cast<double>(sum_of_squares) / count - mean * mean;
  out << "  images        " << grouped(images.count) << '\n'
      << "  image size    " << images.columns << " x " << images.rows << " pixels\n"
      << "  mean pixel    " << fixed(mean, 3) << " of 255\n"
      << "  deviation     " << fixed(std::sqrt(std::max(variance, 0.0)), 3) << '\n'
      << "  black pixels  " << share(black, images.pixels.size()) << '\n';
}

void print_content(const core::IdxLabels& labels, std::ostream& out) {
  std::array<std::size_t, 256> counts{};
  for (const std::uint8_t label : labels.values) ++counts[label];
  out << "  labels        " << grouped(labels.values.size()) << "\n\n"
      << "  class             count    share\n";
  for (std::size_t label = 0; label < counts.size(); ++label) {
    const bool is_class = label < core::kClassCount;
    if (!is_class && counts[label] == 0) continue;
    const std::string_view name = is_class ? core::kClassNames[label] : "no such class";
    out << right(std::to_string(label), 5) << "  " << name << std::string(13 - name.size(), ' ')
        << right(grouped(counts[label]), 10) << right(share(counts[label], labels.values.size()), 9)
        << '\n';
  }
}

std::string in_words(const nn::OnnxValue& value) {
  std::string text = value.name + " [";
  for (std::size_t k = 0; k < value.dims.size(); ++k) {
    if (k > 0) text += ", ";
    text += value.dims[k] < 0 ? std::string("any") : std::to_string(value.dims[k]);
  }
  return text + ']';
}

void print_content(const nn::OnnxModel& model, std::ostream& out) {
  std::size_t weights = 0;
  for (const auto& [name, tensor] : model.initializers) {
    weights += std::visit([](const auto& values) { return values.size(); }, tensor.values);
  }
  std::map<std::string, std::size_t> operators;
  for (const nn::OnnxNode& node : model.nodes) ++operators[node.op_type];
  out << "  versions      IR " << model.ir_version << ", opset " << model.opset << '\n'
      << "  constants     " << grouped(weights) << " numbers\n";
  for (const nn::OnnxValue& input : model.inputs)
    out << "  input         " << in_words(input) << '\n';
  for (const nn::OnnxValue& output : model.outputs) {
    out << "  output        " << in_words(output) << '\n';
  }
  out << "  operators    ";
  for (const auto& [name, count] : operators) out << ' ' << count << ' ' << name;
  const auto plan = nn::build_plan(model);
  out << "\n  runs here     " << (plan ? "yes" : "no: " + plan.error().detail) << '\n';
}

void print_official(const Inspection& inspection, std::ostream& out) {
  if (std::holds_alternative<nn::OnnxModel>(inspection.content)) return;
  const auto& files = core::kOfficialFiles;
  const auto found = std::find_if(files.begin(), files.end(), [&](const core::OfficialFile& file) {
    return core::is_official(inspection.sha256, file);
  });
  out << "  official      "
      << (found == files.end() ? "no, not a file of Fashion-MNIST as published"
                               : "yes, " + std::string(found->name))
      << (found != files.end() && !inspection.packed ? ", unpacked\n" : "\n");
}

void print(const Inspection& inspection, std::string_view path, std::ostream& out) {
  out << path << '\n' << "  what it is    ";
  std::visit([&out](const auto& content) { out << what_it_is(content); }, inspection.content);
  out << (inspection.packed ? ", packed with gzip\n" : "\n")  //
      << "  bytes         " << grouped(inspection.bytes);
  if (inspection.packed) out << ", unpacked " << grouped(inspection.unpacked_bytes);
  out << "\n  SHA-256       " << core::to_hex(inspection.sha256) << '\n';
  print_official(inspection, out);
  std::visit([&out](const auto& content) { print_content(content, out); }, inspection.content);
}

int run_info(const Arguments& arguments, const Console& console) {
  int exit_code = kDone;
  bool first = true;
  for (const std::string_view path : arguments.operands()) {
    const auto inspection = inspect(std::string(path));
    if (!inspection) {
      exit_code = fail(console, inspection.error());
      continue;
    }
    if (!first) console.out << '\n';
    first = false;
    print(inspection.value(), path, console.out);
  }
  return exit_code;
}

}  // namespace

constinit const Command kInfoCommand = {
    .name = "info",
    .summary = "say what files are: images, labels or a model, official or not",
    .usage = "FILE...",
    .details =
        "Images and labels are IDX files, packed with gzip or not. Whether a file is one\n"
        "of the four that the authors of Fashion-MNIST published is told by its SHA-256.\n"
        "\n"
        "  atelier info data/*.gz models/small.onnx\n",
    .syntax = {.options = {}, .operand = "FILE", .least_operands = 1, .most_operands = kAnyNumber},
    .run = run_info,
};

}  // namespace atelier::cli
