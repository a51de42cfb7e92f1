// SPDX-License-Identifier: MIT
#include "features/data/own_data.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/say.hpp"
#include "app/view.hpp"
#include "features/answer/classification.hpp"
#include "features/data/events.hpp"
#include "features/data/test_set.hpp"
#include "features/explore/explore.hpp"
#include "features/report/close_images.hpp"
#include "features/report/evaluation.hpp"

namespace atelier::app {
namespace {

// What is in the files that came together.
struct Found {
  std::vector<std::uint8_t> pixels;  // 28 x 28 each; none: there are only labels
  std::vector<std::uint8_t> labels;  // none: there are only images
  std::string name;                  // of the file or the first picture
  std::string labels_name;
  std::optional<core::KnownFile> known;
  std::uint32_t rows{}, columns{};  // of the images before they were framed; 0: they differ
  Originals originals;
};

void add_pictures(Found& found, const std::vector<OwnPicture>& pictures) {
  bool all_named = true;
  for (const OwnPicture& picture : pictures) {
    found.pixels.insert(found.pixels.end(), picture.sample.begin(), picture.sample.end());
    all_named = all_named && core::label_in_name(picture.name).has_value();
  }
  found.name = pictures.front().name;
  if (pictures.size() > 1) found.name = say("data.and-others", {{"file", found.name}});
  if (!all_named) return;
  for (const OwnPicture& picture : pictures) {
    found.labels.push_back(*core::label_in_name(picture.name));
  }
}

// Of several files of a kind, the last.
Found find_parts(OwnDataDropped&& event) {
  Found found;
  for (OwnFile& file : event.files) {
    if (const auto* images = std::get_if<core::IdxImages>(&file.file.content)) {
      found.pixels = core::as_samples(*images);
      found.name = file.name;
      found.known = core::known_file(file.file.sha256);
      found.rows = images->rows;
      found.columns = images->columns;
      found.originals = Originals(std::move(file.file));
    } else {
      found.labels = std::get<core::IdxLabels>(file.file.content).values;
      found.labels_name = file.name;
    }
  }
  if (found.pixels.empty() && !event.pictures.empty()) {
    add_pictures(found, event.pictures);
    found.originals = event.originals;
  }
  return found;
}

std::uint32_t image_count(const std::vector<std::uint8_t>& pixels) {
  return static_cast<std::uint32_t>(pixels.size() / core::kSamplePixels);
}

core::Result<void> check(const Found& found) {
  if (auto good = core::check_labels(found.labels); !good) return good;
  if (found.labels.empty()) return {};
  return core::check_counts(image_count(found.pixels),
                            static_cast<std::uint32_t>(found.labels.size()));
}

void refuse(State& state, std::string name, core::Error error) {
  state.own_data.error = std::move(error);
  state.own_data.refused_name = std::move(name);
  state.own_data.is_news = false;
}

// Everything that was said about the images of before is forgotten.
void turn_to_new_set(State& state, Ports& ports) {
  cancel_evaluation(state, ports);
  cancel_pairs(state, ports);
  state.report = Report{};
  state.explore = Explore{};
  refresh_explore(state);
  if (state.drawing.sample_index()) state.drawing.clear();
  if (state.input.index) show_sample(state, 0);
}

void show(State& state, Found found, Ports& ports) {
  TestSet set;
  set.own = OwnSet{.name = found.name,
                   .known = found.known,
                   .rows = found.rows,
                   .columns = found.columns,
                   .originals = found.originals};
  set.class_names = default_class_names(set);
  set.version = state.test_set.version + 1;
  set.loader = core::DatasetLoader(std::move(found.pixels), std::move(found.labels));
  set.labels_ended = set.images_ended = true;
  if (!state.bundled) state.bundled = {std::move(state.test_set), std::move(state.votes)};
  state.test_set = std::move(set);
  state.votes = LabelVotes{};
  state.own_data = OwnData{};
  state.own_data.is_news = true;
  turn_to_new_set(state, ports);
  show_sample(state, 0);
  state.view = View::kExplore;
}

// Labels without images belong to the images that are there, or to those that will come.
void take_labels(State& state, Found found, Ports& ports) {
  const core::DatasetView& view = state.test_set.loader.view();
  const bool awaited = state.test_set.own && view.labels().empty();
  if (auto good = core::check_labels(found.labels); !good) {
    refuse(state, found.labels_name, good.error());
  } else if (awaited) {
    found.pixels.assign(view.pixels().begin(), view.pixels().end());
    if (auto fits = check(found); !fits) return refuse(state, found.labels_name, fits.error());
    const OwnSet& own = *state.test_set.own;
    found.name = own.name;
    found.known = own.known;
    found.rows = own.rows;
    found.columns = own.columns;
    found.originals = own.originals;
    ClassNames names = state.test_set.class_names;  // the same images: theirs stay
    show(state, std::move(found), ports);
    state.test_set.class_names = std::move(names);
  } else {
    state.own_data = OwnData{};
    state.own_data.labels_in_waiting = std::move(found.labels);
    state.own_data.labels_name = std::move(found.labels_name);
  }
}

}  // namespace

void on(State& state, OwnDataDropped&& event, Ports& ports) {
  Found found = find_parts(std::move(event));
  if (found.pixels.empty()) return take_labels(state, std::move(found), ports);
  if (image_count(found.pixels) > kMaxOwnImages) {
    return refuse(state, found.name,
                  {core::ErrorCode::kTooLarge, std::to_string(image_count(found.pixels)) +
                                                   " images, allowed up to " +
                                                   std::to_string(kMaxOwnImages)});
  }
  auto& waiting = state.own_data.labels_in_waiting;
  const bool fit = waiting.size() == image_count(found.pixels);
  if (found.labels.empty() && fit) found.labels = std::move(waiting);
  if (auto good = check(found); !good) return refuse(state, found.name, good.error());
  show(state, std::move(found), ports);
}

void on(State& state, OwnDataRefused&& event, Ports&) { refuse(state, event.name, event.error); }

void use_bundled_data(State& state, Ports& ports) {
  if (!state.bundled) return;
  const std::uint32_t version = state.test_set.version + 1;
  state.test_set = std::move(state.bundled->set);
  state.votes = std::move(state.bundled->votes);
  state.test_set.version = version;
  state.bundled.reset();
  state.own_data = OwnData{};
  const bool has_image = state.test_set.loader.view().count() > 0;
  if (!has_image) {
    const std::uint64_t input_version = state.input.version + 1;
    state.input = Input{};
    state.input.version = input_version;
  }
  turn_to_new_set(state, ports);
}

const TestSet& trial_set(const State& state) {
  return state.test_set.has_labels() ? state.test_set : bundled_set(state);
}

TestSet& bundled_set(State& state) { return state.bundled ? state.bundled->set : state.test_set; }
const TestSet& bundled_set(const State& state) {
  return state.bundled ? state.bundled->set : state.test_set;
}

std::optional<core::GrayImage> shown_original(const State& state) {
  if (!shows_sample(state) || !state.test_set.own || !state.input.index) return std::nullopt;
  return state.test_set.own->originals.image(*state.input.index);
}

}  // namespace atelier::app
