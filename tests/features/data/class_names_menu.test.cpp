// SPDX-License-Identifier: MIT
// Why: a name is typed once, on whatever device, and must be said everywhere from then on.
#include "features/data/panel/class_names_menu.hpp"

#include <catch_amalgamated.hpp>

#include "kit/menu.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/own_files.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

constexpr const char* kAbout = "about text";

struct AboutPage : Page {
  explicit AboutPage(ImVec2 size = kDesktop) : Page(size) {
    program.load_test_set(20);
    program.act(app::SetView{app::View::kAbout});
    frames(3);
    click(item("class names", kAbout));
    frames(3);
  }
  ui::Box field(int label) { return item(label, "##name", open_menu()); }
  [[nodiscard]] const std::string& name(std::size_t label) const {
    return program.state.test_set.class_names[label];
  }
};

}  // namespace

TEST_CASE("what is typed in a field is the class's name at once", "[ui][class-names]") {
  AboutPage page(GENERATE(kDesktop, kPhone));
  page.click(page.field(6));
  page.type("H\xC3\xA4md");
  CHECK(page.name(6) == "H\xC3\xA4md");
  page.press_key(ImGuiKey_Tab);
  page.type("Turnschuh");
  CHECK(page.name(7) == "Turnschuh");
  page.press_key(ImGuiKey_Enter);
  page.click(page.item("done", Page::open_menu()));
  page.frames(2);
  CHECK(!ui::any_menu_open());
  CHECK(page.name(6) == "H\xC3\xA4md");
}

TEST_CASE("the default names come back one by one, or all together", "[ui][class-names]") {
  AboutPage page;
  page.program.act(app::RenameClass{0, "Oberteil"});
  page.program.act(app::RenameClass{1, "Hose"});
  page.frames(2);
  page.click(page.field(0));
  page.press_key(ImGuiKey_Delete);
  CHECK(page.name(0) == "T-shirt/top");
  page.click(page.item("default names", Page::open_menu()));
  CHECK(page.name(1) == "Trouser");
}

TEST_CASE("a field takes no more than 24 bytes", "[ui][class-names]") {
  AboutPage page;
  page.click(page.field(2));
  page.type("abcdefghijklmnopqrstuvwxyz");
  CHECK(page.name(2) == "abcdefghijklmnopqrstuvwx");
}

TEST_CASE("Explore has the names at hand while own images are shown", "[ui][class-names]") {
  const bool phone = GENERATE(false, true);
  Page page(phone ? kPhone : kDesktop);
  page.program.load_test_set(20);
  app::OwnDataDropped dropped;
  dropped.files.push_back(own_file("mine.idx", idx_samples(3)));
  page.program.send(dropped);
  page.frames(3);
  if (phone) page.click(page.item("filters"));
  page.click(page.item("class names"));
  page.frames(3);
  page.click(page.item(4, "##name", Page::open_menu()));
  page.type("four");
  CHECK(page.program.state.test_set.class_names[4] == "four");
}
