// SPDX-License-Identifier: MIT
// features/photo/actions.hpp: what a person can do with a photo.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "core/color_image.hpp"
#include "core/photo.hpp"

namespace atelier::app {

// Lets the visitor choose a photo, or take one.
struct ChoosePhoto {};
struct UseCamera {};
// The visitor has read why a photo was not opened.
struct DismissPhotoNews {
  static constexpr std::string_view kType = "dismiss-photo-news";
  static constexpr std::string_view kWords = "takes away what is said about a photo";
};
void on(State& state, ChoosePhoto&& action, Ports& ports);
void on(State& state, UseCamera&& action, Ports& ports);
void on(State& state, DismissPhotoNews&& action, Ports& ports);

// Puts a photo in front of the network, in the Draw view: 1 to core::kLongestPhotoSide a side. The
// drawing waits behind it.
struct OpenPhoto {
  static constexpr std::string_view kType = "open-photo";
  static constexpr std::string_view kWords =
      "a photo: four numbers a pixel, red, green, blue and how opaque; the drawing waits behind it";
  std::string name;  // of the file, or empty
  core::ColorImage image;
};
// Pixels are laid on white, as they come.
template <typename Fields>
void describe(Fields& f, OpenPhoto& a) {
  constexpr Range kSide{1, core::kLongestPhotoSide};
  constexpr std::size_t kBytesOfName = 1000;  // more than any file system gives one
  std::vector<std::uint8_t> rgba;
  f("width", a.image.width, kSide);
  f("height", a.image.height, kSide);
  f.attached("pixels", rgba, core::bytes_of_photo(a.image.width, a.image.height));
  f.may("name", a.name, Bytes{kBytesOfName});
  if (core::check_photo(a.image.width, a.image.height, rgba.size())) {
    a.image = core::on_white(a.image.width, a.image.height, rgba);
  }
}
void on(State& state, OpenPhoto&& action, Ports& ports);

// The photo that is there, again.
struct ShowPhoto {
  static constexpr std::string_view kType = "show-photo";
  static constexpr std::string_view kWords = "the photo that was opened, once more";
};
[[nodiscard]] std::string obstacle(const State& state, const ShowPhoto& action);
void on(State& state, ShowPhoto&& action, Ports& ports);

// How it is prepared.
struct AdjustPhoto {
  core::PhotoOptions options;
};
void on(State& state, AdjustPhoto&& action, Ports& ports);

// The same but for the steps that are left out, which are another action's: draw/actions.hpp.
struct PreparePhoto {
  static constexpr std::string_view kType = "adjust-photo";
  static constexpr std::string_view kWords =
      "how it is prepared; usually 0.1, 0.05 (shares of the distance from black to white), 1, and "
      "`skipping` as the data set's authors did";
  core::PhotoOptions options;
};
template <typename Fields>
void describe(Fields& f, PreparePhoto& a) {
  f.may("background_tolerance", a.options.background_tolerance,
        Range{0, core::kGreatestBackgroundTolerance});
  f.may("trim_tolerance", a.options.trim_tolerance, Range{0, core::kGreatestTrimTolerance});
  f.may("sharpening", a.options.sharpening, Range{0, core::kGreatestSharpening});
  f.may("resampling", a.options.resampling);
}
void on(State& state, PreparePhoto&& action, Ports& ports);

// What is chosen of the photo, in its pixels; none: all of it.
struct CropPhoto {
  std::optional<core::Rect> part;
};
void on(State& state, CropPhoto&& action, Ports& ports);

// The same in 0..1 of its sides.
struct PartOfPhoto {
  float x{}, y{}, width{}, height{};
};
template <typename Fields>
void describe(Fields& f, PartOfPhoto& part) {
  f.items(Parts{"x, y, width, height", {0, 1}}, part.x, part.y, part.width, part.height);
}
struct ChoosePart {
  static constexpr std::string_view kType = "crop-photo";
  static constexpr std::string_view kWords = "what is chosen of it; `part: null` all of it";
  std::optional<PartOfPhoto> part;
};
template <typename Fields>
void describe(Fields& f, ChoosePart& a) {
  f("part", a.part);
}
[[nodiscard]] std::string flaw(const ChoosePart& action);
[[nodiscard]] std::string obstacle(const State& state, const ChoosePart& action);
void on(State& state, ChoosePart&& action, Ports& ports);

using PhotoActions = ActionList<OpenPhoto, PreparePhoto, ChoosePart, ShowPhoto, DismissPhotoNews>;

}  // namespace atelier::app
