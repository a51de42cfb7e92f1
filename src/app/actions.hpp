// SPDX-License-Identifier: MIT
// app/actions.hpp: everything a person (or a script through window.atelier) can do. Panels append
// actions while they draw; update() is the only one to carry them out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/engine_kind.hpp"
#include "core/arrangement.hpp"
#include "core/color_image.hpp"
#include "core/names.hpp"
#include "core/photo.hpp"
#include "core/preprocess.hpp"
#include "core/stroke.hpp"
#include "features/explain/change/state.hpp"
#include "features/explain/inside/state.hpp"
#include "features/explain/map/state.hpp"
#include "features/explain/stress/state.hpp"
#include "features/explain/why.hpp"
#include "features/explore/filter.hpp"
#include "features/models/reading.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {

enum class ReportFormat { kCsv, kJson };

enum class View { kDraw, kExplore, kReport, kAbout };
ATELIER_NAMES(View, "draw", "explore", "report", "about");

struct SetView {
  View view{};
};

// Puts test image `index` in front of the network. Ignored while that image has not arrived.
struct SelectSample {
  std::uint32_t index{};
};

// A stroke as it happens. Points are in the drawing square, 0..1, y down; pressure 0..1. Starting
// a stroke while a sample is shown edits a copy of that sample.
struct BeginStroke {
  core::StrokePoint point;
};
struct ExtendStroke {
  std::vector<core::StrokePoint> points;
};
struct EndStroke {};
// The stroke turned out to be none (a second finger came down): leaves no mark.
struct CancelStroke {};

// A whole stroke with its own tool, as scripts send it.
struct ApplyStroke {
  core::Stroke stroke;
};

struct ClearDrawing {};
struct Undo {};
struct Redo {};

// Moves, scales and turns all that is drawn; like a stroke it goes on until EndStroke or
// CancelStroke, and each one is told from how the drawing was when the first came.
struct ArrangeDrawing {
  core::Arrangement arrangement;
};

// core/retouch.hpp.
struct SoftenDrawing {};
struct InvertDrawing {};

// Copies test image `index` onto the canvas, to be drawn over.
struct EditSample {
  std::uint32_t index{};
};

// Shows the drawing again after a sample or a photo has been looked at.
struct ShowDrawing {};

// What the pointer does on the canvas.
enum class ToolMode {
  kDraw,     // with the tool
  kPick,     // takes the next gray that is pressed; then the tool is back
  kArrange,  // moves, scales and turns the drawing
};

struct SetTool {
  core::Tool tool{};
};
struct SetToolMode {
  ToolMode mode{};
};
// Draws on with the gray that the canvas shows at x, y of the drawing square.
struct PickGray {
  float x{}, y{};
};
struct SetFillReach {
  core::FillReach reach;
};
struct SetGray {
  std::uint8_t gray{};
};
// Brush diameter as a fraction of the square's side.
struct SetBrushSize {
  float size{};
};
struct SetMirrored {
  bool mirrored{};
};

// What the test images of a class have in common, under the drawing to be traced; no part of it.
struct SetTrace {
  std::optional<std::uint8_t> label;
};

// Leaves a step of preprocessing out, or puts it back: of the photo, while one is shown, or else of
// every drawing. Ignored for those that cannot be left out, or that are no steps of it.
struct SwitchStep {
  core::StepId step{};
  bool on{};
};
// Of a photo: its settings are as by default, too.
struct SwitchAllStepsOn {};
// The steps are in sight, or no longer: only then is it worth asking what would be answered there.
struct ShowSteps {
  bool in_sight{};
};

// The temperature that logits are divided by, kLeastTemperature to kGreatestTemperature; none: as
// it was measured for the model.
inline constexpr float kLeastTemperature = 0.25F, kGreatestTemperature = 8.0F;
struct SetTemperature {
  std::optional<float> temperature;
};

// What Explore shows.
struct SetFilter {
  ExploreFilter filter;
};

// Something for the visitor to keep. Each is ignored while there is nothing to save.
struct SaveSprite {};  // the images that Explore lists, as one picture
struct SaveReport {    // of the evaluation that the report shows, if it is complete
  ReportFormat format{};
};
struct SavePicture {  // as a panel has drawn it
  std::string name;   // of the file
  core::ColorImage picture;
};

struct SelectModel {
  std::string id;
};

// Which engine answers, as soon as it can.
struct SelectEngine {
  EngineKind engine{};
};

// Loads again whatever failed to load.
struct Retry {};

// Takes away what the page says about an engine that did not load. It goes on without it.
struct DismissNotice {};

// Lets the visitor choose a photo, or take one.
struct ChoosePhoto {};
struct UseCamera {};
// Puts a photo in front of the network, in the Draw view: 1 to core::kLongestPhotoSide a side. The
// drawing waits behind it.
struct OpenPhoto {
  std::string name;  // of the file, or empty
  core::ColorImage image;
};
// The photo that is there, again.
struct ShowPhoto {};
struct AdjustPhoto {
  core::PhotoOptions options;
};
// What is chosen of the photo, in its pixels; none: all of it.
struct CropPhoto {
  std::optional<core::Rect> part;
};
// The visitor has read why a photo was not opened.
struct DismissPhotoNews {};

// Lets the visitor choose a .onnx file of their own.
struct ChooseModel {};
struct CancelOpening {};
// How the visitor's model is given its pixels.
struct ReadOwnModel {
  Reading reading;
};
// The visitor has read what became of the file.
struct DismissOwnModelNews {};

// Lets the visitor choose files of images and labels, or pictures.
struct ChooseData {};
// Back to the page's own test set.
struct UseBundledData {};
struct DismissOwnDataNews {};
// Of the set that is shown; an empty name brings the default back.
struct RenameClass {
  std::uint8_t label{};
  std::string name;
};
struct ResetClassNames {};

using Action =
    std::variant<SetView, SelectSample, BeginStroke, ExtendStroke, EndStroke, CancelStroke,
                 ApplyStroke, ArrangeDrawing, SoftenDrawing, InvertDrawing, ClearDrawing, Undo,
                 Redo, EditSample, ShowDrawing, SetTool, SetToolMode, PickGray, SetGray,
                 SetBrushSize, SetFillReach, SetMirrored, SetTrace, SwitchStep, SwitchAllStepsOn,
                 ShowSteps, SetTemperature, OpenWhy, Explain, SetInside, SetChange, SetStress,
                 SetFilter, SaveSprite, SaveReport, SavePicture, SelectModel, SelectEngine,
                 Evaluate, CancelEvaluation, ShowReportSection, ShowEvaluation, CompareWith,
                 SelectCell, VoteOnLabel, SaveVotes, FindPairs, CancelPairs, Retry, DismissNotice,
                 ChooseModel, CancelOpening, ReadOwnModel, DismissOwnModelNews, ChooseData,
                 UseBundledData, DismissOwnDataNews, RenameClass, ResetClassNames, ChoosePhoto,
                 UseCamera, OpenPhoto, ShowPhoto, AdjustPhoto, CropPhoto, DismissPhotoNews>;

using Actions = std::vector<Action>;

}  // namespace atelier::app
