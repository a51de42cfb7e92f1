// SPDX-License-Identifier: MIT
// atelier evaluate: how well a network knows a dataset.
#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/dataset_files.hpp"
#include "cli/files.hpp"
#include "cli/network_file.hpp"
#include "cli/numbers.hpp"
#include "cli/progress_bar.hpp"
#include "core/class_names.hpp"
#include "core/metrics.hpp"
#include "core/prediction.hpp"
#include "core/sha256.hpp"

namespace atelier::cli {
namespace {

// Between two movements of the progress bar.
constexpr std::size_t kImagesAtOnce = 64;

struct Evaluation {
  core::Metrics metrics;
  double ms = 0;  // in the network alone
};

core::Result<Evaluation> evaluate(nn::ImageClassifier& network, const core::DatasetView& set,
                                  std::ostream& progress) {
  using Clock = std::chrono::steady_clock;
  Evaluation evaluation;
  ProgressBar bar(progress, is_terminal(progress), "Evaluating", set.count());
  std::vector<std::uint8_t> pixels;
  for (std::size_t first = 0; first < set.count(); first += kImagesAtOnce) {
    const std::size_t end = std::min(first + kImagesAtOnce, set.count());
    pixels.clear();
    for (std::size_t k = first; k < end; ++k) {
      const auto image = set.image(static_cast<std::uint32_t>(k));
      pixels.insert(pixels.end(), image.begin(), image.end());
    }
    const auto started = Clock::now();
    const auto logits = run_network(network, pixels);
    evaluation.ms += std::chrono::duration<double, std::milli>(Clock::now() - started).count();
    for (std::size_t k = first; k < end; ++k) {
      const auto row =
          std::span(logits).subspan((k - first) * core::kClassCount, core::kClassCount);
      const auto prediction = core::judge(row, 1.0F, {}, false);
      if (!prediction) return prediction.error();
      evaluation.metrics.add(*set.label(static_cast<std::uint32_t>(k)),
                             prediction.value().probabilities);
    }
    bar.advance_to(end);
  }
  return evaluation;
}

struct FileHashes {
  std::string model_sha256, images_sha256, labels_sha256;
};

core::Result<std::string> sha256_of(const std::string& path) {
  core::Sha256 hash;
  const auto add = [&](std::span<const std::byte> piece) {
    hash.update(piece);
    return core::Result<void>();
  };
  if (auto read = read_in_pieces(path, add); !read) return read.error();
  return core::to_hex(hash.finish());
}

core::Result<FileHashes> hash_files(const std::string& model, const std::string& images,
                                    const std::string& labels) {
  FileHashes hashes;
  for (const auto& [path, into] :
       {std::pair(&model, &hashes.model_sha256), std::pair(&images, &hashes.images_sha256),
        std::pair(&labels, &hashes.labels_sha256)}) {
    const auto hash = sha256_of(*path);
    if (!hash) return hash.error();
    *into = hash.value();
  }
  return hashes;
}

// Fields and names as in the page's Report, so that programs read both alike.
void print_json(const Evaluation& evaluation, const std::string& model, const FileHashes& files,
                std::ostream& out) {
  const core::Metrics& metrics = evaluation.metrics;
  nlohmann::ordered_json report;
  report["engine"] = "atelier-nn";
  report["model"] = model;
  report["count"] = metrics.count();
  report["correct"] = metrics.correct();
  report["accuracy"] = metrics.accuracy();
  report["ms"] = evaluation.ms;
  report["workers"] = 1;
  report["confusion"] = metrics.confusion();
  report["log_loss"] = metrics.log_loss();
  report["ece"] = metrics.calibration_error();
  report["top2_accuracy"] = metrics.top2_accuracy();
  report["macro_f1"] = metrics.macro_f1();
  report["classes"] = nlohmann::ordered_json::array();
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const auto score = metrics.class_score(label);
    nlohmann::ordered_json row;
    row["label"] = label;
    row["name"] = core::kClassNames[label];
    row["support"] = score.support;
    row["precision"] = score.precision;
    row["recall"] = score.recall;
    row["f1"] = score.f1;
    row["taken_for"] = nullptr;
    if (score.taken_for) row["taken_for"] = *score.taken_for;
    row["taken_count"] = score.taken_count;
    report["classes"].push_back(std::move(row));
  }
  report["version"] = ATELIER_VERSION;
  report["model_sha256"] = files.model_sha256;
  report["dataset_sha256"] = {{"images", files.images_sha256}, {"labels", files.labels_sha256}};
  // A name of a file need not be UTF-8.
  out << report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void print_words(const Evaluation& evaluation, std::ostream& out) {
  const core::Metrics& metrics = evaluation.metrics;
  const auto count = static_cast<double>(metrics.count());
  out << "right         " << grouped(metrics.correct()) << " of " << grouped(metrics.count())
      << ", " << fixed(100 * metrics.accuracy(), 2) << " %\n"
      << "log loss      " << fixed(metrics.log_loss(), 5) << '\n'
      << "calibration   " << fixed(metrics.calibration_error(), 5) << " (expected error, 15 bins)\n"
      << "time          " << fixed(evaluation.ms / 1000, 2) << " s, "
      << fixed(evaluation.ms / count, 3) << " ms an image\n\n"
      << "rows: labels, columns: answers\n"
      << std::string(16, ' ');
  for (std::size_t answer = 0; answer < core::kClassCount; ++answer) {
    out << right(std::to_string(answer), 6);
  }
  out << '\n';
  for (std::size_t label = 0; label < core::kClassCount; ++label) {
    const std::string_view name = core::kClassNames[label];
    out << label << "  " << name << std::string(13 - name.size(), ' ');
    for (const std::size_t cell : metrics.confusion()[label]) out << right(std::to_string(cell), 6);
    out << '\n';
  }
}

int run_evaluate(const Arguments& arguments, const Console& console) {
  const std::string model(arguments.get("--model"));
  auto network = load_classifier(model);
  if (!network) return fail(console, network.error());
  const std::string images(arguments.get("--images"));
  const std::string labels(arguments.get("--labels"));
  const auto dataset = load_dataset(images, labels);
  if (!dataset) return fail(console, dataset.error());
  const auto evaluation = evaluate(network.value(), dataset.value().view(), console.err);
  if (!evaluation) return fail(console, evaluation.error());
  if (arguments.find("--json")) {
    const auto hashes = hash_files(model, images, labels);
    if (!hashes) return fail(console, hashes.error());
    print_json(evaluation.value(), model, hashes.value(), console.out);
  } else {
    print_words(evaluation.value(), console.out);
  }
  return kDone;
}

constexpr std::array kOptions = {
    Option{.name = "--model", .value = "FILE.onnx", .help = "the network", .required = true},
    Option{.name = "--images", .value = "FILE", .help = "IDX images", .required = true},
    Option{.name = "--labels", .value = "FILE", .help = "IDX labels", .required = true},
    Option{.name = "--json", .value = {}, .help = "print all of it as JSON, for programs"}};

}  // namespace

constinit const Command kEvaluateCommand = {
    .name = "evaluate",
    .summary = "count how often a network is right, and how sure it is",
    .usage =
        "--model FILE.onnx --images FILE --labels FILE\n"
        "       [--json]",
    .details =
        "Runs every image on one processor core. Probabilities are the network's own,\n"
        "without the temperature that the page uses.\n"
        "\n"
        "  atelier evaluate --model models/small.onnx \\\n"
        "    --images data/t10k-images-idx3-ubyte.gz \\\n"
        "    --labels data/t10k-labels-idx1-ubyte.gz\n",
    .syntax = {.options = kOptions},
    .run = run_evaluate,
};

}  // namespace atelier::cli
