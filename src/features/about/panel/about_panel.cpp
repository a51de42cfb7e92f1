// SPDX-License-Identifier: MIT
#include "features/about/panel/about_panel.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "features/answer/words.hpp"
#include "features/data/panel/own_data_chips.hpp"
#include "features/data/words.hpp"
#include "features/models/panel/engine_switch.hpp"
#include "features/models/panel/model_switch.hpp"
#include "features/models/panel/own_model_panel.hpp"
#include "features/models/words.hpp"

namespace atelier::ui {
namespace {

constexpr float kTextWidth = 640;  // about 90 characters a line

enum class Below { kNothing, kOwnData, kModelSwitch, kOwnModel, kEngineSwitch };

struct Section {
  const char* heading;
  std::string text;
  Below below = Below::kNothing;
};

std::string data_words(const app::State& state) {
  const app::TestSet& set = state.test_set;
  if (set.error) return "The test set could not be read.";
  if (!set.complete()) return app::progress_words(state) + ".";
  std::string text =
      app::grouped(set.loader.view().count()) + " images of 28 \xC3\x97 28 gray pixels. ";
  if (set.own) {
    return text + "They are yours: " + app::data_name(set) +
           (set.has_labels() ? ", with labels." : ", without labels.") +
           " Nothing of them leaves this browser.";
  }
  text += set.loader.is_official_test_set()
              ? "This is the official test set, verified: both files have the SHA-256 of the "
                "published ones."
              : "This is not the official test set: the files have other checksums than the "
                "published ones.";
  return text + " Inflated by zlib, checked and read in " + app::milliseconds(set.decode_ms) +
         ". Images of your own can take their place: drop them on this page as IDX files, or "
         "as PNG or JPEG named like 9_00000.png.";
}

std::string models_words(const app::State& state) {
  if (state.models.empty()) return "No network has been loaded yet.";
  std::string text;
  for (const app::ModelInfo& model : state.models) {
    if (model.own) continue;  // it has a section of its own
    text += model.title + " \xC2\xB7 " + ModelSwitch::size_words(model) + " \xC2\xB7 " +
            app::byte_size(model.bytes) + " \xC2\xB7 " + app::exact_percent(model.test_accuracy) +
            "\n";
  }
  return text +
         "The last number is the share of the test images named right, measured once after "
         "training ended. Percentages of an answer are calibrated: of what a network calls 80 % "
         "sure, about 80 % should be right.";
}

std::string engines_words(const app::State& state) {
  std::string text =
      "Atelier's own engine is C++ with SIMD, written for this page. It reads the same file, comes "
      "with the page and so answers first. ONNX Runtime Web 1.30.0 is 14 MB: it streams in behind, "
      "runs on one thread in a worker and takes over. Times shown are those of the run inside the "
      "engine. ";
  const app::EngineKind answering = app::answering_engine(state);
  const std::string other_one = app::engine_state_words(state, app::other(answering));
  if (state.engines[answering].phase == app::Engine::Phase::kReady) {
    text += "Now " + app::engine_title(answering) + " answers; " +
            app::engine_title(app::other(answering)) + " is " + other_one + ". ";
  }
  return text + app::agreement_words(state.engines.agreement);
}

std::vector<Section> sections(const app::State& state) {
  return {
      {"What this is",
       "A small convolutional network looks at a garment, 28 pixels wide, and says which of ten "
       "classes it is. Draw one, or pick any of the test images, and watch it answer. Nothing you "
       "draw leaves this tab."},
      {"The data", data_words(state), Below::kOwnData},
      {state.models.size() > 1 ? "The networks" : "The network", models_words(state),
       Below::kModelSwitch},
      {"Your own model", app::own_model_words(state), Below::kOwnModel},
      {"The engines", engines_words(state), Below::kEngineSwitch},
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

}  // namespace

void AboutPanel::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  box = box.inset(context.phone ? kGap16 : kGap28, 0);
  box.cut_top(context.phone ? kGap8 : kGap20);
  draw_text(context.theme, box.cut_top(kTarget), context.phone ? Style::kBodyStrong : Style::kTitle,
            colors.text, "About Atelier");
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild("about text", {box.width, box.height});
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  Box text{origin.x, origin.y, std::min(box.width - kGap16, kTextWidth), 10'000};
  for (const Section& section : sections(context.state)) {
    text.cut_top(kGap12);
    draw_text(context.theme, text.cut_top(24), Style::kBodyStrong, colors.text, section.heading);
    text.cut_top(draw_paragraph(context.theme, text, Style::kBody, colors.muted, section.text));
    if (section.below == Below::kNothing) continue;
    text.cut_top(kGap8);
    switch (section.below) {
      case Below::kOwnData: {
        Box row = text.cut_top(kChipHeight);
        OwnDataChips::draw_content(context, row);
        if (row.width < ClassNamesMenu::chip_width(context.theme)) {
          text.cut_top(kGap8);
          row = text.cut_top(kChipHeight);
        }
        class_names_.draw_left(context, row);
        break;
      }
      case Below::kModelSwitch:
        ModelSwitch::draw_chip(context, text.cut_top(kTarget));
        break;
      case Below::kOwnModel:
        text.cut_top(OwnModelPanel::draw_chips(context, text));
        break;
      case Below::kEngineSwitch:
        EngineSwitch::draw_content(context, text.cut_top(kTarget));
        break;
      case Below::kNothing:
        break;
    }
  }
  ImGui::Dummy({1, text.y - origin.y + kGap28});  // tells the window how far it scrolls
  if (touch_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
}

}  // namespace atelier::ui
