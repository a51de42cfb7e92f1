// SPDX-License-Identifier: MIT
#include "features/data/outline.hpp"

#include <algorithm>

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "features/data/actions.hpp"
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

std::string caption(const State& state) {
  const Input& input = state.input;
  switch (input.source) {
    case InputSource::kSample:
      return say("text.sample",
                 {{"own", state.test_set.own.has_value()},
                  {"index", std::to_string(input.index.value_or(0))},
                  {"labelled", input.label.has_value()},
                  {"label", input.label ? label_names(state)[*input.label] : std::string()}});
    case InputSource::kDrawing:
      return say("text.drawing");
    case InputSource::kPhoto:
      return say("text.photo");
    case InputSource::kNone:
      break;
  }
  return say("text.no-image");
}

// What somebody who cannot see them gets of the pixels at once.
std::string pixels_words(const core::GrayImage& image) {
  const core::Rect ink = core::ink_bounds(image, 0);
  if (ink.empty()) return say("text.black");
  std::size_t count = 0, sum = 0;
  for (const std::uint8_t gray : image.pixels) {
    count += gray > 0 ? 1 : 0;
    sum += gray;
  }
  return say("text.pixels", {{"count", count},
                             {"top", ink.y + 1},
                             {"bottom", ink.y + ink.height},
                             {"left", ink.x + 1},
                             {"right", ink.x + ink.width},
                             {"gray", sum / count}});
}

}  // namespace

void outline_sample(Outline& out, const State& state) {
  const std::uint32_t count = image_count(state);
  const auto index = shows_sample(state) ? state.input.index : std::nullopt;
  const auto shown = index ? std::optional<double>(*index) : std::nullopt;
  out.number("sample-number",
             say("text.sample-number",
                 {{"own", state.test_set.own.has_value()}, {"last", std::to_string(count - 1)}}),
             {0, count - 1.0, 1}, shown, ActionText("select-sample").place("index"))
      .or_when_it_can();
  // Round and round, and from nowhere to the first.
  out.button("previous-sample", say("text.previous"),
             select(index ? (*index + count - 1) % count : 0))
      .or_when_it_can();
  out.button("next-sample", say("text.next"), select(index ? (*index + 1) % count : 0))
      .or_when_it_can();
  const auto here = static_cast<std::uint64_t>(state.test_set.loader.view().count());
  const std::uint64_t any = here == 0 ? 0 : state.version * 2654435761U % here;
  out.button("random-sample", say("draw.random-sample"), select(static_cast<std::uint32_t>(any)))
      .unless(here == 0, say("text.no-image-here"));
  if (index) {
    out.button("edit-sample", say("explore.draw-over"),
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
  out.button("own-data-dismiss", say("common.dismiss"), ActionText("dismiss-data-news"));
  if (data.error) {
    out.button("own-data-other", say("common.open-another"), Opener::kData);
    out.copier("own-data-copy", say("common.copy-details"),
               std::string(core::name(data.error->code)) + ": " + data.error->detail);
    return;
  }
  const bool awaits_images = !data.labels_in_waiting.empty();
  if (awaits_images || !state.test_set.has_labels()) {
    out.button("own-data-rest", awaits_images ? say("data.open-images") : say("data.open-labels"),
               Opener::kData);
  }
}

void outline(Outline& out, const State& state) {
  const TestSet& set = state.test_set;
  out.button("open-data", say("data.open-images"), Opener::kData);
  if (set.own) {
    out.button("use-bundled-data", say("data.back"), ActionText("use-bundled-data"));
  }
  out.fold("class-names", say("text.class-names"), [&](Outline& names) {
    for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
      const std::string number = std::to_string(label);
      names.text("class-name-" + number, say("text.class", {{"number", number}}),
                 set.class_names[label], kMaxNameBytes,
                 ActionText("rename-class").with("label", label).place("name"));
    }
    names
        .button("default-names", say("names.default"),
                ActionText("rename-class").with("label", nullptr))
        .unless(set.class_names == default_class_names(set), say("text.as-default"));
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
  out.line(
      key + "-page",
      say("text.page", {{"first", page.first + 1}, {"last", page.last}, {"count", images.size()}}));
  const bool is_first = page.first == 0, is_last = page.last == images.size();
  out.button(key + "-before", say("text.page-before", {{"count", kPage}}),
             select(images[is_first ? 0 : page.first - kPage]))
      .unless(is_first, say("text.first"));
  out.button(key + "-after", say("text.page-after", {{"count", kPage}}),
             select(images[is_last ? page.first : page.last]))
      .unless(is_last, say("text.last"));
  return page;
}

}  // namespace atelier::app::data
