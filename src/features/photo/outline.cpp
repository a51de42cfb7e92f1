// SPDX-License-Identifier: MIT
#include "features/photo/outline.hpp"

#include <array>
#include <cmath>

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app::photo {
namespace {

// How things stand with it.
std::string line_words(const State& state) {
  const Photo& photo = state.photo;
  if (photo.opening) return say("text.photo-opening");
  if (!photo.there()) return say("text.none");
  return say("text.photo-line", {{"named", !photo.name.empty()},
                                 {"name", photo.name},
                                 {"width", photo.image.width},
                                 {"height", photo.image.height},
                                 {"shown", shows_photo(state)}});
}

struct Setting {
  const char* key;
  const char* field;  // of the action
  Key words;
  double most, step;
  float core::PhotoOptions::*value;
};
constexpr std::array kSettings = {
    Setting{"photo-background", "background_tolerance", "text.photo-background",
            double{core::kGreatestBackgroundTolerance}, 0.01,
            &core::PhotoOptions::background_tolerance},
    Setting{"photo-trim", "trim_tolerance", "text.photo-trim", double{core::kGreatestTrimTolerance},
            0.01, &core::PhotoOptions::trim_tolerance},
    Setting{"photo-sharpening", "sharpening", "text.photo-sharpening",
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
  return is_share ? say("number.percent", {{"number", std::to_string(std::lround(100 * value))}})
                  : decimals(double{value}, 1);
}

void outline_crop(Outline& out, const Photo& photo) {
  const core::Rect part = chosen_part(photo);
  const auto share = [](int length, int side) { return std::round(1000.0 * length / side) / 1000; };
  out.form("crop", say("text.crop"),
           ActionText("crop-photo").list("part", "$left", "$top", "$width", "$height"),
           [&](Outline& form) {
             const auto [width, height] = std::pair(photo.image.width, photo.image.height);
             const OutlineRange whole{0, 1, 0.001};
             form.number("crop-left", say("text.crop-left"), whole, share(part.x, width));
             form.number("crop-top", say("text.crop-top"), whole, share(part.y, height));
             form.number("crop-width", say("text.crop-width"), whole, share(part.width, width));
             form.number("crop-height", say("text.crop-height"), whole, share(part.height, height));
           });
}

}  // namespace

void outline_news(Outline& out, const State& state) {
  const Photo& photo = state.photo;
  out.alert("photo-news", photo_refusal(photo));
  if (!photo.error) return;
  out.button("photo-dismiss", say("common.dismiss"), ActionText("dismiss-photo-news"));
  out.button("photo-other", say("photo.choose"), Opener::kPhoto);
  out.copier("photo-copy", say("common.copy-details"),
             std::string(core::name(photo.error->code)) + ": " + photo.error->detail);
}

void outline(Outline& out, const State& state) {
  const Photo& photo = state.photo;
  out.heading("text-photo-title", say("text.a-photo"));
  out.status("photo-line", line_words(state));
  out.line("photo-advice", photo_advice(state));
  out.button("photo-choose", say("photo.choose"), Opener::kPhoto);
  out.button("photo-camera", say("photo.camera"), Opener::kCamera);
  if (photo.there() && !shows_photo(state)) {
    out.button("photo-again", say("text.photo-again"), ActionText("show-photo"));
  }
  if (!shows_photo(state)) return;
  for (const Setting& each : kSettings) {
    const float value = photo.options.*each.value;
    out.slider(each.key, say(each.words), {0, each.most, each.step}, double{value},
               adjusted(photo.options, each.field))
        .says(value_words(each, value));
  }
  out.choice("photo-resampling", say("text.scaling"), name(photo.options.resampling),
             adjusted(photo.options, "resampling"))
      .option(OutlineOption::of(say("text.skipping"), name(core::Resampling::kSkipping)))
      .option(OutlineOption::of(say("text.averaging"), name(core::Resampling::kAveraging)));
  out.fold("crop-fold", say("text.crop-fold"), [&](Outline& in) { outline_crop(in, photo); });
  out.button("crop-none", say("text.crop-none"), ActionText("crop-photo").with("part", nullptr))
      .unless(!photo.crop, say("text.crop-all"));
}

}  // namespace atelier::app::photo
