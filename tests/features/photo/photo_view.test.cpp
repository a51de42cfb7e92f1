// SPDX-License-Identifier: MIT
// Why: what becomes of a photo must be seen on it, and nothing that is done to it may draw.
#include "features/photo/panel/photo_view.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>

#include "core/background.hpp"
#include "features/photo/photo.hpp"
#include "tests/support/page.hpp"
#include "tests/support/product_photo.hpp"

using namespace atelier;
using namespace atelier::test;
using core::StepId;

namespace {

struct PhotoPage : Page {
  explicit PhotoPage(ImVec2 page_size = kDesktop) : Page(page_size) {
    surroundings.still = true;
    program.load_both_engines();
    program.load_test_set(12);
    program.act(app::OpenPhoto{"shirt.jpg", product_photo(190, 250)});
    frames(2);
  }
  [[nodiscard]] const app::Photo& photo() const { return program.state.photo; }
  // Of the only texture of this size: the photo as it is marked.
  [[nodiscard]] const FakeTextures::Texture& marked() const {
    const auto found = textures.of_size(190, 250);
    REQUIRE(!found.empty());
    return textures[found.front()];
  }
};

}  // namespace

TEST_CASE("what is taken away as background is darkened on the photo, and nothing else is",
          "[ui][photo]") {
  PhotoPage page;
  const core::ColorImage photo = product_photo(190, 250);
  const core::GrayImage background = core::find_background(photo, 0.1F);
  const auto& shown = page.marked();
  REQUIRE(shown.texels == ui::Texels::kRgb);
  for (std::size_t k = 0; k < background.pixels.size(); ++k) {
    const bool dark = shown.pixels[3 * k] < photo.pixels[3 * k];
    if (dark != (background.pixels[k] == 255)) FAIL("at pixel " << k);
  }
}

TEST_CASE("a drag on the photo chooses a part of it, and draws nothing", "[ui][photo]") {
  PhotoPage page(GENERATE(kDesktop, kPhone));
  const ui::Box all = ui::photo_box(page.photo(), page.canvas());
  CHECK(all.height == page.canvas().height);
  const ImVec2 from{all.x + all.width * 0.5F, all.y + all.height * 0.2F};
  const ImVec2 to{all.x + all.width * 0.1F, all.y + all.height * 0.6F};
  page.drag_finger(from, to);
  REQUIRE(page.photo().crop);
  const core::Rect part = *page.photo().crop;
  CHECK(std::abs(part.x - 19) <= 1);
  CHECK(std::abs(part.y - 50) <= 1);
  CHECK(std::abs(part.width - 76) <= 2);
  CHECK(std::abs(part.height - 100) <= 2);
  CHECK(!page.program.state.drawing.can_undo());
  page.frames(2);
  page.tap(page.item("whole photo"));
  CHECK(!page.photo().crop);
}

TEST_CASE("a press on the photo chooses nothing", "[ui][photo]") {
  PhotoPage page;
  page.click(page.canvas().center());
  CHECK(page.emitted<app::CropPhoto>().empty());
  CHECK(page.emitted<app::BeginStroke>().empty());
}

TEST_CASE("tools have no keys while a photo is shown; undoing shows the drawing", "[ui][photo]") {
  PhotoPage page;
  for (const ImGuiKey key : {ImGuiKey_E, ImGuiKey_N, ImGuiKey_Delete, ImGuiKey_S}) {
    page.press_key(key);
  }
  CHECK(page.all_emitted.empty());
  page.press_key(ImGuiKey_Z, {ImGuiMod_Ctrl});
  CHECK(page.program.state.input.source == app::InputSource::kDrawing);
}

TEST_CASE("every step of a photo is on the strip, those that can be left out with a switch",
          "[ui][photo][strip]") {
  PhotoPage page(GENERATE(kDesktop, ImVec2{600, 1400}));
  for (const StepId id : core::kPhotoSteps) {
    CHECK(page.item(static_cast<int>(id), "step").width > 0);
    if (!core::can_skip(id)) continue;
    page.click(page.item(static_cast<int>(id), "switch"));
    CHECK(page.photo().options.skips(id));
    page.click(page.item(static_cast<int>(id), "switch"));
    CHECK(!page.photo().options.skips(id));
  }
}

TEST_CASE("a slider changes its setting and switches the step on", "[ui][photo]") {
  PhotoPage page;
  page.program.act(app::SwitchStep{StepId::kCutOut, false});
  page.frames(2);
  const ui::Box slider = page.item("background");
  page.click(ImVec2{slider.x + slider.width * 0.6F, slider.center().y});
  CHECK(page.photo().options.background_tolerance == Catch::Approx(0.3F).margin(0.02));
  CHECK(!page.photo().options.skips(StepId::kCutOut));
  page.click(page.item("averaging"));
  CHECK(page.photo().options.resampling == core::Resampling::kAveraging);
}

TEST_CASE("on a phone one setting at a time is in reach", "[ui][photo]") {
  PhotoPage page(kPhone);
  page.tap(page.item("choose", "sharpen", "Atelier"));
  const ui::Box slider = page.item("sharpen");
  page.click(ImVec2{slider.right() - 9, slider.center().y});
  CHECK(page.photo().options.sharpening == Catch::Approx(3).margin(0.05));
}

TEST_CASE("the photo's menu chooses, takes and brings back", "[ui][photo]") {
  PhotoPage page(GENERATE(kDesktop, kPhone));
  const auto press_in_menu = [&](const char* id) {
    page.click(page.item("photo"));
    page.frames(3);
    page.click(page.item(id, Page::open_menu()));
    page.frames(2);
  };
  press_in_menu("choose");
  CHECK(page.program.visitor.photo_choices == 1);
  press_in_menu("camera");
  CHECK(page.program.visitor.cameras == 1);
  page.click(page.item("show drawing"));
  page.frames(2);
  CHECK(page.program.state.input.source == app::InputSource::kDrawing);
  press_in_menu("back");
  CHECK(page.program.state.input.source == app::InputSource::kPhoto);
}

TEST_CASE("on a phone, photo, outline, sample and steps of a drawing are all in reach",
          "[ui][photo]") {
  Page page(GENERATE(kPhone, ImVec2{360, 640}));
  page.program.load_test_set(12);
  page.program.act(app::ApplyStroke{broad_stroke()});
  page.frames(2);
  for (const char* id : {"trace", "photo", "random sample", "steps"}) {
    const ui::Box chip = page.item(id);
    CAPTURE(id);
    CHECK(chip.width >= 44);
    CHECK(chip.x >= 0);
  }
}

TEST_CASE("where there is no title a photo is in reach, and so is the way back", "[ui][photo]") {
  PhotoPage page(GENERATE(ImVec2{844, 390}, ImVec2{740, 360}, ImVec2{1280, 380}));
  page.click(page.item("back to the drawing"));
  CHECK(page.program.state.input.source == app::InputSource::kDrawing);
  page.frames(2);
  const ui::Box button = page.item("photo");
  CHECK(button.width >= 44);
  for (const char* other : {"brush", "fill", "more", "undo", "clear"}) {
    CAPTURE(other);
    const ui::Box tool = page.item(other);
    const bool apart = tool.right() <= button.x || tool.x >= button.right() ||
                       tool.bottom() <= button.y || tool.y >= button.bottom();
    CHECK(apart);
  }
  page.click(button);
  page.frames(3);
  page.click(page.item("choose", Page::open_menu()));
  CHECK(page.program.visitor.photo_choices == 1);
}

TEST_CASE("why a photo was refused is told with what can be done", "[ui][photo]") {
  PhotoPage page(GENERATE(kDesktop, kPhone));
  page.program.send(app::PhotoRefused{"", {core::ErrorCode::kCameraDenied, "NotAllowedError"}});
  page.frames(2);
  page.click(page.item("copy photo refusal"));
  CHECK(page.window.clipboard == "camera-denied: NotAllowedError");
  page.click(page.item("choose other photo"));
  CHECK(page.program.visitor.photo_choices == 1);
  page.click(page.item("dismiss photo news"));
  CHECK(!page.photo().error);
}

TEST_CASE("a photo of which nothing is left is on the page with its steps", "[ui][photo]") {
  PhotoPage page(GENERATE(kDesktop, kPhone, ImVec2{844, 390}));
  page.program.act(app::OpenPhoto{"wall", core::plain_image(190, 250, {90, 90, 90})});
  page.frames(3);
  CHECK(page.marked().pixels[0] < 90);
}
