// SPDX-License-Identifier: MIT
#include "features/data/outline.hpp"

#include <algorithm>

#include "app/number_words.hpp"
#include "features/data/words.hpp"

namespace atelier::app::data {
namespace {

constexpr std::size_t kPage = 24;

ActionText select(std::uint32_t index) { return ActionText("select-sample").with("index", index); }

// How many there are, or will be.
std::uint32_t image_count(const State& state) {
  const std::size_t declared = state.test_set.loader.count_declared();
  return declared == 0 ? 10'000 : static_cast<std::uint32_t>(declared);
}

std::string image_name(const State& state) { return state.test_set.own ? "Image" : "Test image"; }

std::string caption(const State& state) {
  const Input& input = state.input;
  switch (input.source) {
    case InputSource::kSample:
      return image_name(state) + " " + std::to_string(input.index.value_or(0)) +
             (input.label ? " \xC2\xB7 true class: " + label_names(state)[*input.label] : "");
    case InputSource::kDrawing:
      return "Your drawing, 28 by 28 pixels";
    case InputSource::kPhoto:
      return "Your photo, 28 by 28 pixels";
    case InputSource::kNone:
      break;
  }
  return "No image yet";
}

// What somebody who cannot see them gets of the pixels at once.
std::string pixels_words(const core::GrayImage& image) {
  const core::Rect ink = core::ink_bounds(image, 0);
  if (ink.empty()) return "All of it is black";
  std::size_t count = 0, sum = 0;
  for (const std::uint8_t gray : image.pixels) {
    count += gray > 0 ? 1 : 0;
    sum += gray;
  }
  return std::to_string(count) + " pixels are not black, from row " + std::to_string(ink.y + 1) +
         " to " + std::to_string(ink.y + ink.height) + " and column " + std::to_string(ink.x + 1) +
         " to " + std::to_string(ink.x + ink.width) + ", on average " +
         std::to_string(sum / count) + " of 255 bright";
}

}  // namespace

void outline_sample(Outline& out, const State& state) {
  const std::uint32_t count = image_count(state);
  const auto index = shows_sample(state) ? state.input.index : std::nullopt;
  const auto shown = index ? std::optional<double>(*index) : std::nullopt;
  out.number("sample-number", image_name(state) + ", 0 to " + std::to_string(count - 1),
             {0, count - 1.0, 1}, shown, ActionText("select-sample").place("index"))
      .or_when_it_can();
  // Round and round, and from nowhere to the first.
  out.button("previous-sample", "Previous", select(index ? (*index + count - 1) % count : 0))
      .or_when_it_can();
  out.button("next-sample", "Next", select(index ? (*index + 1) % count : 0)).or_when_it_can();
  const auto here = static_cast<std::uint64_t>(state.test_set.loader.view().count());
  const std::uint64_t any = here == 0 ? 0 : state.version * 2654435761U % here;
  out.button("random-sample", "Random sample", select(static_cast<std::uint32_t>(any)))
      .unless(here == 0, "No image has arrived yet");
  if (index) {
    out.button("edit-sample", "Draw over this one",
               ActionText("edit-sample").with("index", *index));
  }
  out.picture("sample-image", caption(state), state.input.seen)
      .says(pixels_words(state.input.seen));
}

void outline_news(Outline& out, const State& state) {
  const OwnData& data = state.own_data;
  const std::string words = data.error ? own_data_refusal(data) : own_data_news(state);
  out.alert("own-data-news", words);
  if (words.empty()) return;
  if (data.error) {
    out.button("own-data-other", "Open another...", Opener::kData);
    out.copier("own-data-copy", "Copy details",
               std::string(core::name(data.error->code)) + ": " + data.error->detail);
    return;
  }
  const bool awaits_images = !data.labels_in_waiting.empty();
  if (awaits_images || !state.test_set.has_labels()) {
    out.button("own-data-rest", awaits_images ? "Open images..." : "Open labels...", Opener::kData);
  }
}

void outline(Outline& out, const State& state) {
  const TestSet& set = state.test_set;
  out.button("open-data", "Open images...", Opener::kData);
  if (set.own) {
    out.button("use-bundled-data", "Back to the test set", ActionText("use-bundled-data"));
  }
  out.fold("class-names", "What the classes are called", [&](Outline& names) {
    for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
      const std::string number = std::to_string(label);
      names.text("class-name-" + number, "Class " + number, set.class_names[label], kMaxNameBytes,
                 ActionText("rename-class").with("label", label).place("name"));
    }
    names
        .button("default-names", "Default names", ActionText("rename-class").with("label", nullptr))
        .unless(set.class_names == default_class_names(set), "They are as by default");
  });
}

std::vector<ActionText> open_in_draw(std::uint32_t index) {
  return {select(index), ActionText("view").with("view", "draw")};
}

ImagePage outline_page(Outline& out, const State& state, const std::string& key,
                       const std::vector<std::uint32_t>& images) {
  const auto found = state.input.index ? std::find(images.begin(), images.end(), *state.input.index)
                                       : images.end();
  const auto at = static_cast<std::size_t>(found == images.end() ? 0 : found - images.begin());
  const ImagePage page{at / kPage * kPage, std::min(at / kPage * kPage + kPage, images.size())};
  if (images.size() <= kPage) return page;
  out.line(key + "-page", "Images " + grouped(page.first + 1) + " to " + grouped(page.last) +
                              " of " + grouped(images.size()));
  const bool is_first = page.first == 0, is_last = page.last == images.size();
  out.button(key + "-before", "The " + std::to_string(kPage) + " before",
             select(images[is_first ? 0 : page.first - kPage]))
      .unless(is_first, "These are the first");
  out.button(key + "-after", "The " + std::to_string(kPage) + " after",
             select(images[is_last ? page.first : page.last]))
      .unless(is_last, "These are the last");
  return page;
}

}  // namespace atelier::app::data
