// SPDX-License-Identifier: MIT
#include "features/photo/outline.hpp"

#include <array>
#include <cmath>

#include "app/names.hpp"
#include "app/number_words.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app::photo {
namespace {

// How things stand with it.
std::string line_words(const State& state) {
  const Photo& photo = state.photo;
  if (photo.opening) return "Opening your photo";
  if (!photo.there()) return "None yet";
  const std::string what = (photo.name.empty() ? "A photo" : photo.name) + ", " +
                           std::to_string(photo.image.width) + " by " +
                           std::to_string(photo.image.height) + " pixels";
  return shows_photo(state) ? what : what + ", not shown now";
}

struct Setting {
  const char* key;
  const char* field;  // of the action
  const char* words;
  double most, step;
  float core::PhotoOptions::*value;
};
constexpr std::array kSettings = {
    Setting{"photo-background", "background_tolerance",
            "Background: how far a colour may be from the edge's",
            double{core::kGreatestBackgroundTolerance}, 0.01,
            &core::PhotoOptions::background_tolerance},
    Setting{"photo-trim", "trim_tolerance", "Trim: how far a colour may be from the corner's",
            double{core::kGreatestTrimTolerance}, 0.01, &core::PhotoOptions::trim_tolerance},
    Setting{"photo-sharpening", "sharpening", "Sharpening; 1 is as in the data set",
            double{core::kGreatestSharpening}, 0.1, &core::PhotoOptions::sharpening}};

// As they are now, with a place for one of them.
ActionText adjusted(const core::PhotoOptions& options, std::string_view field) {
  ActionText action("adjust-photo");
  for (const Setting& each : kSettings) {
    each.field == field ? action.place(each.field) : action.with(each.field, options.*each.value);
  }
  return field == "resampling" ? action.place("resampling")
                               : action.with("resampling", name(options.resampling));
}

std::string value_words(const Setting& setting, float value) {
  const bool is_share = setting.step < 0.1;
  return is_share ? std::to_string(std::lround(100 * value)) + " %" : decimals(double{value}, 1);
}

void outline_crop(Outline& out, const Photo& photo) {
  const core::Rect part = chosen_part(photo);
  const auto share = [](int length, int side) { return std::round(1000.0 * length / side) / 1000; };
  out.form("crop", "Choose this part",
           ActionText("crop-photo").list("part", "$left", "$top", "$width", "$height"),
           [&](Outline& form) {
             const auto [width, height] = std::pair(photo.image.width, photo.image.height);
             const OutlineRange whole{0, 1, 0.001};
             form.number("crop-left", "From the left, 0 to 1", whole, share(part.x, width));
             form.number("crop-top", "From the top, 0 to 1", whole, share(part.y, height));
             form.number("crop-width", "Width, 0 to 1", whole, share(part.width, width));
             form.number("crop-height", "Height, 0 to 1", whole, share(part.height, height));
           });
}

}  // namespace

void outline_news(Outline& out, const State& state) {
  const Photo& photo = state.photo;
  out.alert("photo-news", photo_refusal(photo));
  if (!photo.error) return;
  out.button("photo-other", "Choose a photo...", Opener::kPhoto);
  out.copier("photo-copy", "Copy details",
             std::string(core::name(photo.error->code)) + ": " + photo.error->detail);
}

void outline(Outline& out, const State& state) {
  const Photo& photo = state.photo;
  out.heading("text-photo-title", "A photo of yours");
  out.status("photo-line", line_words(state));
  out.line("photo-advice", photo_advice(state));
  out.button("photo-choose", "Choose a photo...", Opener::kPhoto);
  out.button("photo-camera", "Use the camera...", Opener::kCamera);
  if (photo.there() && !shows_photo(state)) {
    out.button("photo-again", "Back to the photo", ActionText("show-photo"));
  }
  if (!shows_photo(state)) return;
  for (const Setting& each : kSettings) {
    const float value = photo.options.*each.value;
    out.slider(each.key, each.words, {0, each.most, each.step}, double{value},
               adjusted(photo.options, each.field))
        .says(value_words(each, value));
  }
  out.choice("photo-resampling", "Scaling", name(photo.options.resampling),
             adjusted(photo.options, "resampling"))
      .option(OutlineOption::of("Rows and columns skipped, as in the data set",
                                name(core::Resampling::kSkipping)))
      .option(OutlineOption::of("By averages", name(core::Resampling::kAveraging)));
  out.fold("crop-fold", "Choose a part of it", [&](Outline& in) { outline_crop(in, photo); });
  out.button("crop-none", "All of the photo", ActionText("crop-photo").with("part", nullptr))
      .unless(!photo.crop, "All of it is chosen");
}

}  // namespace atelier::app::photo
