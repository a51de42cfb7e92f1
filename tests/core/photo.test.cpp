// SPDX-License-Identifier: MIT
// Why: a photo is only read well if it comes to look like the data set's, and its steps are shown
// to people as what they are called.
#include "core/photo.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/background.hpp"
#include "tests/core/naive.hpp"
#include "tests/support/product_photo.hpp"

using namespace atelier::core;
using atelier::test::product_photo;

namespace {

ColorImage color_noise(naive::Random& random, int width, int height, int greatest = 255) {
  ColorImage image = plain_image(width, height, {});
  for (std::uint8_t& value : image.pixels) {
    value = static_cast<std::uint8_t>(random.below(greatest + 1));
  }
  return image;
}

// How far apart two colours are, where black and white are 1 apart.
double distance(const Rgb& one, const Rgb& other) {
  double sum = 0;
  for (std::size_t k = 0; k < 3; ++k) sum += std::pow((one[k] - other[k]) / 255.0, 2);
  return std::sqrt(sum / 3);
}

Preprocessed prepared(const ColorImage& photo, const PhotoOptions& options = {}) {
  return preprocess_photo(photo, part_of_photo(photo, {}), options);
}

PhotoOptions without(StepId id) {
  PhotoOptions options;
  options.skipped[static_cast<std::size_t>(id)] = true;
  return options;
}

const Step& step(const Preprocessed& result, StepId id) {
  for (const Step& each : result.steps) {
    if (each.id == id) return each;
  }
  FAIL("no such step");
  throw;  // not reached
}

}  // namespace

TEST_CASE("what is transparent is seen on white", "[core][photo]") {
  const std::vector<std::uint8_t> rgba = {10, 20, 30, 255, 10, 20, 30, 0, 10, 20, 30, 128};
  const ColorImage image = on_white(3, 1, rgba);
  CHECK(image.at(0, 0) == Rgb{10, 20, 30});
  CHECK(image.at(1, 0) == Rgb{255, 255, 255});
  for (std::size_t k = 0; k < 3; ++k) {
    const double mixed = (rgba[8 + k] * 128 + 255 * 127) / 255.0;
    CHECK(std::abs(image.at(2, 0)[k] - mixed) <= 0.5001);
  }
}

TEST_CASE("the gray of a colour is its luma", "[core][photo]") {
  naive::Random random(1);
  const ColorImage image = color_noise(random, 20, 20);
  const GrayImage result = gray(image);
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 20; ++x) {
      const Rgb color = image.at(x, y);
      const double wanted = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2];
      CHECK(std::abs(result.at(x, y) - wanted) <= 0.5001);
    }
  }
}

TEST_CASE("each channel is averaged for itself", "[core][photo]") {
  naive::Random random(2);
  const ColorImage image = color_noise(random, 37, 23);
  const ColorImage small = resize_area(image, 9, 7);
  for (std::size_t channel = 0; channel < 3; ++channel) {
    GrayImage plane = blank_image(37, 23);
    for (std::size_t k = 0; k < plane.pixels.size(); ++k) {
      plane.pixels[k] = image.pixels[3 * k + channel];
    }
    const std::vector<double> means = naive::resize(plane, 9, 7);
    for (std::size_t k = 0; k < means.size(); ++k) {
      CHECK(std::abs(small.pixels[3 * k + channel] - means[k]) <= 0.501);
    }
  }
}

// By going over the picture again and again until nothing more is found.
namespace {

GrayImage naive_background(const ColorImage& photo, const Rgb& behind, double tolerance) {
  const int width = photo.width, height = photo.height;
  GrayImage found = blank_image(width, height);
  const auto grow = [&](GrayImage& marks, auto may, auto starts) {
    for (bool changed = true; changed;) {
      changed = false;
      for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
          if (marks.at(x, y) != 0 || !may(x, y)) continue;
          const auto marked = [&](int u, int v) {
            return marks.contains(u, v) && marks.at(u, v) != 0;
          };
          if (starts(x, y) || marked(x - 1, y) || marked(x + 1, y) || marked(x, y - 1) ||
              marked(x, y + 1)) {
            marks.at(x, y) = 255;
            changed = true;
          }
        }
      }
    }
  };
  grow(
      found, [&](int x, int y) { return distance(photo.at(x, y), behind) <= tolerance; },
      [&](int x, int y) { return x == 0 || y == 0 || x == width - 1 || y == height - 1; });
  const GrayImage before = found;
  GrayImage decided = before;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (decided.at(x, y) != 0) continue;
      GrayImage piece = blank_image(width, height);
      grow(
          piece, [&](int u, int v) { return before.at(u, v) == 0; },
          [&](int u, int v) { return u == x && v == y; });
      const bool is_speck =
          static_cast<double>(count_ink(piece, 0)) < std::floor(0.001 * width * height);
      for (std::size_t k = 0; k < piece.pixels.size(); ++k) {
        if (piece.pixels[k] == 0) continue;
        decided.pixels[k] = 255;
        if (is_speck) found.pixels[k] = 255;
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("the background is what the naive search finds", "[core][photo]") {
  naive::Random random(3);
  for (int turn = 0; turn < 6; ++turn) {
    // Two pieces of cloth, one of them a ring, and much noise, also in the background.
    ColorImage photo = plain_image(70, 60, {200, 190, 180});
    const auto paint = [&](int left, int top, int right, int bottom, const Rgb& color) {
      for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) photo.set(x, y, color);
      }
    };
    paint(10, 8, 40, 50, {60, 20, 20});
    paint(18, 16, 30, 40, {200, 190, 180});
    paint(50, 20, 50 + random.below(12), 22 + random.below(9), {20, 60, 20});
    for (std::uint8_t& value : photo.pixels) {
      value = static_cast<std::uint8_t>(std::clamp(value - 30 + random.below(60), 0, 255));
    }
    const float tolerance = 0.05F + 0.02F * static_cast<float>(turn);
    CHECK(find_background(photo, tolerance) ==
          naive_background(photo, border_color(photo), static_cast<double>(tolerance)));
  }
}

TEST_CASE("the border's colour is the median of its pixels", "[core][photo]") {
  naive::Random random(5);
  for (const auto& [width, height] : {std::pair{9, 7}, {1, 5}, {5, 1}, {1, 1}, {2, 2}}) {
    const ColorImage image = color_noise(random, width, height);
    std::array<std::vector<int>, 3> values;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue;
        for (std::size_t k = 0; k < 3; ++k) values[k].push_back(image.at(x, y)[k]);
      }
    }
    for (std::size_t k = 0; k < 3; ++k) {
      std::sort(values[k].begin(), values[k].end());
      CHECK(border_color(image)[k] == values[k][values[k].size() / 2]);
    }
  }
}

TEST_CASE("edges go while all of them is close to the corner's colour", "[core][photo]") {
  naive::Random random(6);
  for (int turn = 0; turn < 30; ++turn) {
    ColorImage image = color_noise(random, 31, 26, 40);
    const int left = random.below(20), top = random.below(15);
    for (int y = top; y < std::min(26, top + 1 + random.below(9)); ++y) {
      for (int x = left; x < std::min(31, left + 1 + random.below(9)); ++x) {
        image.set(x, y, {200, 100, 90});
      }
    }
    const double tolerance = 0.16;
    const auto close = [&](int x, int y, const Rgb& corner) {
      return distance(image.at(x, y), corner) <= tolerance;
    };
    const auto column = [&](int x, const Rgb& corner) {
      for (int y = 0; y < 26; ++y) {
        if (!close(x, y, corner)) return false;
      }
      return true;
    };
    const auto row = [&](int y, const Rgb& corner) {
      for (int x = 0; x < 31; ++x) {
        if (!close(x, y, corner)) return false;
      }
      return true;
    };
    int first = 0, last = 30, upper = 0, lower = 25;
    while (column(first, image.at(0, 0))) ++first;
    while (column(last, image.at(30, 0))) --last;
    while (row(upper, image.at(0, 0))) ++upper;
    while (row(lower, image.at(0, 25))) --lower;
    CHECK(trim_bounds(image, static_cast<float>(tolerance)) ==
          Rect{first, upper, last - first + 1, lower - upper + 1});
  }
  CHECK(trim_bounds(plain_image(5, 5, {9, 9, 9}), 0.05F).empty());
}

TEST_CASE("of the skipped rows and columns the middle ones stay", "[core][photo]") {
  naive::Random random(7);
  const ColorImage image = color_noise(random, 73, 51);
  const ColorImage small = skip_pixels(image, 28, 20);
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 28; ++x) {
      const auto from = [](int k, int count, int of) {
        return static_cast<int>(std::floor((k + 0.5) * of / count));
      };
      CHECK(small.at(x, y) == image.at(from(x, 28, 73), from(y, 20, 51)));
    }
  }
}

TEST_CASE("sharpening is a convolution with ImageMagick's kernel of radius and sigma 1",
          "[core][photo]") {
  naive::Random random(8);
  const ColorImage image = color_noise(random, 17, 12);
  // As MagickCore/effect.c (SharpenImage) makes it: negative Gaussian, twice the sum in the middle,
  // scaled to a sum of 1.
  std::array<std::array<double, 3>, 3> kernel{};
  double sum = 0;
  for (int v = -1; v <= 1; ++v) {
    for (int u = -1; u <= 1; ++u) {
      const double value = -std::exp(-(u * u + v * v) / 2.0) / (2 * 3.14159265358979);
      kernel[static_cast<std::size_t>(v + 1)][static_cast<std::size_t>(u + 1)] = value;
      sum += value;
    }
  }
  kernel[1][1] = -2 * sum;
  sum = 0;
  for (const auto& row : kernel) {
    for (const double value : row) sum += value;
  }
  const ColorImage sharp = sharpen(image, 1);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      for (std::size_t channel = 0; channel < 3; ++channel) {
        double value = 0;
        for (int v = -1; v <= 1; ++v) {
          for (int u = -1; u <= 1; ++u) {
            const Rgb at = image.at(std::clamp(x + u, 0, 16), std::clamp(y + v, 0, 11));
            value += kernel[static_cast<std::size_t>(v + 1)][static_cast<std::size_t>(u + 1)] /
                     sum * at[channel];
          }
        }
        CHECK(std::abs(sharp.at(x, y)[channel] - std::clamp(value, 0.0, 255.0)) <= 0.501);
      }
    }
  }
  CHECK(sharpen(image, 0) == image);
}

TEST_CASE("a product photo comes to look like an image of the data set", "[core][photo]") {
  for (const Resampling resampling : {Resampling::kSkipping, Resampling::kAveraging}) {
    PhotoOptions options;
    options.resampling = resampling;
    const Preprocessed result = prepared(product_photo(), options);
    REQUIRE(!result.blank);
    const GrayImage& seen = result.seen();
    REQUIRE((seen.width == 28 && seen.height == 28));
    const Rect ink = ink_bounds(seen, 8);
    CHECK(std::max(ink.width, ink.height) == 28);
    CHECK(ink.width == Catch::Approx(28 * 0.8 * 762 / (0.78 * 1000)).margin(1));
    // The wider margin is on the left and on top, as in the data set.
    CHECK(ink.x == (28 - ink.width + 1) / 2);
    CHECK(ink.y == (28 - ink.height + 1) / 2);
    // Around the garment there is nothing at all.
    for (int y = 0; y < 28; ++y) {
      for (int x = 0; x < 28; ++x) {
        const bool inside =
            x >= ink.x && x < ink.x + ink.width && y >= ink.y && y < ink.y + ink.height;
        if (!inside) CHECK(seen.at(x, y) == 0);
      }
    }
    CHECK(seen.at(ink.x, 27) == 0);  // below the sleeve
    // Navy is a dark cloth, and so a bright one in the negative: 255 - luma of its mean.
    double sum = 0;
    for (const std::uint8_t pixel : seen.pixels) sum += pixel > 8 ? pixel : 0;
    CHECK(sum / static_cast<double>(count_ink(seen, 8)) == Catch::Approx(170).margin(12));
  }
}

TEST_CASE("the recipe's own steps need no cutting out on near-white", "[core][photo]") {
  const Preprocessed plain = prepared(product_photo(), without(StepId::kCutOut));
  const Preprocessed cut = prepared(product_photo());
  CHECK(plain.part == cut.part);
  const Rect ink = ink_bounds(plain.seen(), 8);
  CHECK(ink == ink_bounds(cut.seen(), 8));
  CHECK(plain.background.pixels.empty());
}

TEST_CASE("where the seen pixels come from is told in pixels of the photo", "[core][photo]") {
  const ColorImage photo = product_photo(381, 500);
  const Rect chosen{20, 30, 330, 460};
  const Preprocessed result = preprocess_photo(photo, chosen, {});
  CHECK(step(result, StepId::kAsTaken).color == crop(photo, chosen));
  CHECK(step(result, StepId::kTrimmed).color.width == result.part.width);
  // From the photo's own pixels: cloth is what is not nearly white.
  Rect cloth{381, 500, 0, 0};
  int right = 0, bottom = 0;
  for (int y = 0; y < 500; ++y) {
    for (int x = 0; x < 381; ++x) {
      if (photo.at(x, y)[0] > 200) continue;
      cloth.x = std::min(cloth.x, x);
      cloth.y = std::min(cloth.y, y);
      right = std::max(right, x);
      bottom = std::max(bottom, y);
    }
  }
  CHECK(result.part == Rect{cloth.x, cloth.y, right - cloth.x + 1, bottom - cloth.y + 1});
  CHECK(result.background.width == chosen.width);
  CHECK(result.background.at(0, 0) == 255);
  CHECK(result.background.at(chosen.width / 2, chosen.height / 2) == 0);
}

TEST_CASE("a step that is left out hands on what it got", "[core][photo]") {
  const ColorImage photo = product_photo(190, 250);
  const auto before = [&](StepId skipped, StepId earlier) {
    const Preprocessed result = prepared(photo, without(skipped));
    CHECK(step(result, skipped).skipped);
    return step(result, skipped).color == step(result, earlier).color;
  };
  CHECK(before(StepId::kCutOut, StepId::kAsTaken));
  CHECK(before(StepId::kTrimmed, StepId::kCutOut));
  CHECK(before(StepId::kSharpened, StepId::kScaled));
  CHECK(before(StepId::kNegated, StepId::kCentred));
  // Not scaled it is as large in the frame as on the photo.
  const Preprocessed small = prepared(photo, without(StepId::kScaled));
  CHECK(step(small, StepId::kScaled).color.height ==
        Catch::Approx(small.part.height * 28.0 / 250).margin(0.51));
  // Not centred it stands where it does there.
  PhotoOptions options = without(StepId::kScaled);
  options.skipped[static_cast<std::size_t>(StepId::kCentred)] = true;
  ColorImage shifted = plain_image(250, 250, {253, 253, 253});
  for (int y = 0; y < 250; ++y) {
    for (int x = 0; x < 190; ++x) shifted.set(x, y, photo.at(x, y));
  }
  CHECK(prepared(shifted, options).scaled.x < prepared(shifted).scaled.x);
}

TEST_CASE("without negating, the background is black all the same", "[core][photo]") {
  ColorImage photo = plain_image(200, 200, {12, 10, 14});
  for (int y = 40; y < 160; ++y) {
    for (int x = 60; x < 140; ++x) photo.set(x, y, {220, 210, 200});
  }
  CHECK(has_dark_background(photo));
  CHECK(!has_dark_background(product_photo(190, 250)));
  const Preprocessed result = prepared(photo, without(StepId::kNegated));
  CHECK(result.seen().at(0, 14) == 0);
  CHECK(result.seen().at(14, 14) == 212);
}

TEST_CASE("of a photo that is all background nothing is seen", "[core][photo]") {
  naive::Random random(9);
  ColorImage photo = color_noise(random, 120, 90, 8);
  const Preprocessed empty = prepared(photo);
  CHECK(empty.blank);
  CHECK(empty.steps.size() == 3);
  CHECK(empty.seen() == blank_image(28, 28));
  CHECK(prepared(plain_image(40, 40, {70, 70, 70}), without(StepId::kCutOut)).blank);
  // A crumb is no garment.
  photo.set(50, 50, {255, 255, 255});
  CHECK(prepared(photo).blank);
}

TEST_CASE("photos of any shape are framed", "[core][photo]") {
  naive::Random random(10);
  for (const auto& [width, height] :
       {std::pair{1, 1}, {1, 300}, {300, 1}, {2, 2}, {28, 28}, {640, 3}, {29, 57}}) {
    for (const StepId id : kPhotoSteps) {
      const Preprocessed result = prepared(color_noise(random, width, height), without(id));
      CHECK(result.seen().width == 28);
      CHECK(result.seen().height == 28);
      for (const Step& each : result.steps) {
        const GrayImage small = squeezed(each);
        CHECK((small.width == 28 && small.height == 28));
      }
    }
  }
}

TEST_CASE("pixels that are no photo are refused", "[core][photo]") {
  CHECK(check_photo(2, 3, 24));
  CHECK(check_photo(1024, 1024, std::size_t{4} << 20U));
  CHECK(check_photo(1025, 3, 1025 * 12).error().code == ErrorCode::kTooLarge);
  CHECK(check_photo(0, 3, 0).error().code == ErrorCode::kTooLarge);
  CHECK(check_photo(2, 3, 23).error().code == ErrorCode::kBadPixels);
  CHECK(check_photo(-1, -4, 16).error().code == ErrorCode::kTooLarge);
}

TEST_CASE("a chosen part lies within the photo", "[core][photo]") {
  const ColorImage photo = plain_image(30, 20, {});
  CHECK(part_of_photo(photo, {-5, 4, 10, 90}) == Rect{0, 4, 5, 16});
  CHECK(part_of_photo(photo, {40, 4, 10, 9}) == Rect{0, 0, 30, 20});
  CHECK(part_of_photo(photo, {}) == Rect{0, 0, 30, 20});
}
