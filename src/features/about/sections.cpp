// SPDX-License-Identifier: MIT
#include "features/about/sections.hpp"

#include "features/answer/words.hpp"
#include "features/data/words.hpp"
#include "features/models/words.hpp"

namespace atelier::app {
namespace {

std::string data_words(const State& state) {
  const TestSet& set = state.test_set;
  if (set.error) return "The test set could not be read.";
  if (!set.complete()) return progress_words(state) + ".";
  std::string text = grouped(set.loader.view().count()) + " images of 28 \xC3\x97 28 gray pixels. ";
  if (set.own) {
    return text + "They are yours: " + data_name(set) +
           (set.has_labels() ? ", with labels." : ", without labels.") +
           " Nothing of them leaves this browser.";
  }
  text += set.loader.is_official_test_set()
              ? "This is the official test set, verified: both files have the SHA-256 of the "
                "published ones."
              : "This is not the official test set: the files have other checksums than the "
                "published ones.";
  return text + " Inflated by zlib, checked and read in " + milliseconds(set.decode_ms) +
         ". Images of your own can take their place: drop them on this page as IDX files, or "
         "as PNG or JPEG named like 9_00000.png.";
}

std::string models_words(const State& state) {
  if (state.models.empty()) return "No network has been loaded yet.";
  std::string text;
  for (const ModelInfo& model : state.models) {
    if (model.own) continue;  // it has a section of its own
    text += model.title + " \xC2\xB7 " + size_words(model) + " \xC2\xB7 " + byte_size(model.bytes) +
            " \xC2\xB7 " + exact_percent(model.test_accuracy) + "\n";
  }
  return text +
         "The last number is the share of the test images named right, measured once after "
         "training ended. Percentages of an answer are calibrated: of what a network calls 80 % "
         "sure, about 80 % should be right.";
}

std::string engines_words(const State& state) {
  std::string text =
      "Atelier's own engine is C++ with SIMD, written for this page. It reads the same file, comes "
      "with the page and so answers first. ONNX Runtime Web 1.30.0 is 14 MB: it streams in behind, "
      "runs on one thread in a worker and takes over. Times shown are those of the run inside the "
      "engine. ";
  const EngineKind answering = answering_engine(state);
  const std::string other_one = engine_state_words(state, other(answering));
  if (state.engines[answering].phase == Engine::Phase::kReady) {
    text += "Now " + engine_title(answering) + " answers; " + engine_title(other(answering)) +
            " is " + other_one + ". ";
  }
  return text + agreement_words(state.engines.agreement);
}

}  // namespace

std::vector<AboutSection> about_sections(const State& state) {
  return {
      {"What this is",
       "A small convolutional network looks at a garment, 28 pixels wide, and says which of ten "
       "classes it is. Draw one, or pick any of the test images, and watch it answer. Nothing you "
       "draw leaves this tab."},
      {"The data", data_words(state), AboutBelow::kOwnData},
      {state.models.size() > 1 ? "The networks" : "The network", models_words(state),
       AboutBelow::kModelSwitch},
      {"Your own model", own_model_words(state), AboutBelow::kOwnModel},
      {"The engines", engines_words(state), AboutBelow::kEngineSwitch},
      {"When it does not know",
       "An empty canvas gets no name. An answer below the model's threshold of certainty is given "
       "as "
       "a question, and what resembles nothing in the training set is called so."},
      {"Keys",
       "B brush, E eraser, F fill, M mirror, 1 to 5 cloth, [ and ] brush size, Ctrl+Z undo, "
       "Ctrl+Shift+Z redo, Delete clear. In Explore the arrow keys walk through the images. Esc, "
       "then Tab, leaves the drawn page; the text view has everything as plain HTML."},
      {"Sources",
       "Fashion-MNIST by Han Xiao, Kashif Rasul and Roland Vollgraf, Zalando Research, 2017, arXiv "
       "1708.07747, under the MIT licence. Drawn with Dear ImGui in the typeface Inter, unpacked "
       "with zlib, answered by ONNX Runtime. The licences lie beside the page, in the folder "
       "licences."},
  };
}

}  // namespace atelier::app
