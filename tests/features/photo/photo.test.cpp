// SPDX-License-Identifier: MIT
// Why: a photo must never cost anybody their drawing, and its answers must be its own.
#include "features/photo/photo.hpp"

#include <catch_amalgamated.hpp>

#include <string>

#include "features/draw/steps.hpp"
#include "features/explain/map/map.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/product_photo.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;
using core::StepId;

namespace {

struct PageWithPhoto : Program {
  PageWithPhoto() {
    load_both_engines();
    load_test_set(12);
    act(ApplyStroke{broad_stroke()});
    raster = state.drawing.raster();
    act(OpenPhoto{"shirt.jpg", product_photo(190, 250)});
  }
  [[nodiscard]] std::string snapshot() const { return snapshot_json(state, 0); }
  core::GrayImage raster;  // of the drawing, before the photo came
};

core::ColorImage on_black() {
  core::ColorImage photo = core::plain_image(60, 60, {5, 5, 5});
  for (int y = 20; y < 40; ++y) {
    for (int x = 10; x < 50; ++x) photo.set(x, y, {220, 220, 220});
  }
  return photo;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a photo is put in front of the network, wherever one is", "[app][photo]") {
  PageWithPhoto program;
  program.act(SetView{View::kReport});
  program.act(OpenPhoto{"", product_photo(95, 125)});
  const Input& input = program.state.input;
  CHECK(program.state.view == View::kDraw);
  CHECK(input.source == InputSource::kPhoto);
  CHECK(!input.index);
  CHECK(!input.label);
  const auto wanted = core::preprocess_photo(product_photo(95, 125), {0, 0, 95, 125}, {});
  CHECK(input.seen == wanted.seen());
}

TEST_CASE("the drawing waits behind the photo", "[app][photo]") {
  PageWithPhoto program;
  SECTION("for whoever asks for it") { program.act(ShowDrawing{}); }
  SECTION("for whoever undoes") { program.act(Undo{}); }
  CHECK(program.state.input.source == InputSource::kDrawing);
  CHECK(program.state.drawing.raster() == program.raster);
  CHECK(program.state.steps.steps.size() == 6);
  const core::GrayImage photo_seen =
      core::preprocess_photo(product_photo(190, 250), {0, 0, 190, 250}, {}).seen();
  program.act(ShowPhoto{});
  CHECK(program.state.input.seen == photo_seen);
  program.act(ApplyStroke{broad_stroke(0.8F)});
  CHECK(program.state.input.source == InputSource::kDrawing);
  CHECK(program.state.drawing.raster() != program.raster);
}

TEST_CASE("the answer to another photo is none to this one", "[app][photo]") {
  PageWithPhoto program;
  program.answer(kTrouser);  // of the drawing, on its way when the photo came
  CHECK(current_answer(program.state) == nullptr);
  program.answer(kPullover);
  REQUIRE(current_answer(program.state) != nullptr);
  program.act(OpenPhoto{"other", on_black()});
  CHECK(current_answer(program.state) == nullptr);
  program.answer(kCoat);
  const Answer* answer = current_answer(program.state);
  REQUIRE(answer != nullptr);
  // A setting changes what is seen; until that is answered, the last answer stands.
  program.act(SwitchStep{StepId::kCutOut, false});
  CHECK(current_answer(program.state) == answer);
}

TEST_CASE("every step of a photo is asked about, as gray of 28 x 28", "[app][photo][steps]") {
  PageWithPhoto program;
  program.send(StepsClassified{program.batch.requests.front().token, {}});  // of the drawing
  const auto& request = program.batch.requests.back();
  const auto& steps = program.state.steps.steps;
  REQUIRE(steps.size() == core::kPhotoSteps.size());
  REQUIRE(request.pixels.size() == steps.size() * kPixelCount);
  StepsClassified event{request.token, {}};
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const core::GrayImage image = core::squeezed(steps[k]);
    CHECK(std::equal(image.pixels.begin(), image.pixels.end(),
                     request.pixels.begin() + static_cast<std::ptrdiff_t>(k * kPixelCount)));
    const auto logits = logits_for(static_cast<std::uint8_t>(k));
    event.logits.insert(event.logits.end(), logits.begin(), logits.end());
  }
  program.send(event);
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const auto answer = step_answer(program.state, k, true);
    REQUIRE(answer);
    CHECK(answer->label == static_cast<int>(k));
  }
  CHECK(contains(program.snapshot(), R"({"step":"cut-out","title":"Cut out","on":true)"));
}

TEST_CASE("steps are switched of what is shown, and of nothing else", "[app][photo][steps]") {
  PageWithPhoto program;
  program.act(SwitchStep{StepId::kTrimmed, false});
  program.act(SwitchStep{StepId::kToned, false});  // no step of a photo
  CHECK(program.state.photo.options.skips(StepId::kTrimmed));
  CHECK(!program.state.preprocess.skips(StepId::kTrimmed));
  CHECK(!program.state.preprocess.skips(StepId::kToned));
  CHECK(contains(program.snapshot(), R"("preprocessing":{"off":["trimmed"])"));
  program.act(ShowDrawing{});
  CHECK(!are_steps_changed(program.state));
  program.act(SwitchStep{StepId::kNegated, false});  // no step of a drawing
  program.act(SwitchStep{StepId::kCentred, false});
  CHECK(program.state.preprocess.skips(StepId::kCentred));
  CHECK(!program.state.photo.options.skips(StepId::kNegated));
  CHECK(!program.state.photo.options.skips(StepId::kCentred));
}

TEST_CASE("settings are kept within what makes sense, and Reset brings the usual ones back",
          "[app][photo]") {
  PageWithPhoto program;
  const core::GrayImage before = program.state.input.seen;
  core::PhotoOptions options = program.state.photo.options;
  options.background_tolerance = 7;
  options.trim_tolerance = -1;
  options.sharpening = 99;
  options.resampling = core::Resampling::kAveraging;
  program.act(AdjustPhoto{options});
  const core::PhotoOptions& now = program.state.photo.options;
  CHECK(now.background_tolerance == core::kGreatestBackgroundTolerance);
  CHECK(now.trim_tolerance == 0);
  CHECK(now.sharpening == core::kGreatestSharpening);
  CHECK(program.state.input.seen != before);
  CHECK(are_steps_changed(program.state));
  program.act(SwitchStep{});
  CHECK(!are_steps_changed(program.state));
  CHECK(program.state.input.seen == before);
}

TEST_CASE("whether a photo is negated goes by what is behind the garment", "[app][photo]") {
  PageWithPhoto program;
  CHECK(!program.state.photo.options.skips(StepId::kNegated));
  program.act(OpenPhoto{"on black", on_black()});
  CHECK(program.state.photo.options.skips(StepId::kNegated));
  CHECK(!are_steps_changed(program.state));
  CHECK(program.state.input.seen.at(14, 14) == 220);
  program.act(SwitchStep{StepId::kNegated, true});
  CHECK(program.state.input.seen.at(14, 14) == 35);
  program.act(OpenPhoto{"shirt", product_photo(95, 125)});
  CHECK(!program.state.photo.options.skips(StepId::kNegated));
}

TEST_CASE("a part of a photo can be chosen, and all of it again", "[app][photo]") {
  PageWithPhoto program;
  const core::GrayImage all = program.state.input.seen;
  program.act(CropPhoto{core::Rect{40, 60, 900, 90}});
  CHECK(chosen_part(program.state.photo) == core::Rect{40, 60, 150, 90});
  CHECK(program.state.input.seen != all);
  program.act(CropPhoto{core::Rect{0, 0, 190, 250}});
  CHECK(!program.state.photo.crop);
  CHECK(program.state.input.seen == all);
  program.act(CropPhoto{core::Rect{40, 60, 90, 90}});
  program.act(OpenPhoto{"next", product_photo(95, 125)});
  CHECK(!program.state.photo.crop);
}

TEST_CASE("where nothing is left of a photo, advice is given", "[app][photo]") {
  PageWithPhoto program;
  CHECK(photo_advice(program.state).empty());
  program.act(OpenPhoto{"wall", core::plain_image(40, 40, {90, 90, 90})});
  CHECK(program.state.input.blank);
  CHECK(contains(std::string(photo_advice(program.state)), "lower the tolerance"));
  CHECK(contains(program.snapshot(), "lower the tolerance"));
  program.act(ShowDrawing{});
  CHECK(photo_advice(program.state).empty());
}

TEST_CASE("a photo that cannot be opened leaves the one of before, and says why", "[app][photo]") {
  PageWithPhoto program;
  const core::GrayImage seen = program.state.input.seen;
  program.send(PhotoOpening{});
  CHECK(contains(program.snapshot(), R"("photo":{"opening":true)"));
  program.send(PhotoRefused{"notes.txt", {core::ErrorCode::kNoPicture, "no image in it"}});
  CHECK(program.state.input.seen == seen);
  CHECK(!program.state.photo.opening);
  CHECK(contains(photo_refusal(program.state.photo), "notes.txt: There is no picture"));
  program.send(PhotoRefused{"", {core::ErrorCode::kCameraDenied, ""}});
  CHECK(contains(photo_refusal(program.state.photo), "The browser does not let"));
  program.act(DismissPhotoNews{});
  CHECK(photo_refusal(program.state.photo).empty());
}

TEST_CASE("without a photo there is nothing to show, to crop or to adjust", "[app][photo]") {
  Program program;
  program.act(ShowPhoto{});
  program.act(CropPhoto{core::Rect{1, 1, 5, 5}});
  program.act(AdjustPhoto{});
  program.act(SwitchStep{});
  CHECK(program.state.input.source == InputSource::kNone);
  program.act(ChoosePhoto{});
  program.act(UseCamera{});
  CHECK(program.visitor.photo_choices == 1);
  CHECK(program.visitor.cameras == 1);
}

TEST_CASE("what explains an answer is asked about the pixels of the photo", "[app][photo]") {
  PageWithPhoto program;
  ExplanationSettings settings;
  settings.method = ExplanationMethod::kActivation;
  program.act(Explain{settings});
  REQUIRE(!program.explainer.requests.empty());
  CHECK(program.explainer.requests.back().pixels == program.state.input.seen.pixels);
}
