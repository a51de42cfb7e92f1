// SPDX-License-Identifier: MIT
#include "kit/icons.hpp"

#include <cmath>
#include <initializer_list>

namespace atelier::ui {
namespace {

constexpr float kUnits = 20;
constexpr float kLineUnits = 1.6F;

// Draws in icon units around a center.
class Sketch {
 public:
  Sketch(ImDrawList& list, ImVec2 center, float side, ImU32 color)
      : list_(list), center_(center), scale_(side / kUnits), color_(color) {}

  void line(std::initializer_list<ImVec2> points, bool closed = false) const {
    for (const ImVec2 point : points) list_.PathLineTo(at(point));
    list_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, kLineUnits * scale_);
  }
  void circle(ImVec2 middle, float radius) const {
    list_.AddCircle(at(middle), radius * scale_, color_, 0, kLineUnits * scale_);
  }
  void dot(ImVec2 middle, float radius) const {
    list_.AddCircleFilled(at(middle), radius * scale_, color_);
  }
  void half_disc(ImVec2 middle, float radius) const {
    constexpr float kQuarter = 1.57079633F;
    list_.PathArcTo(at(middle), radius * scale_, -kQuarter, kQuarter);
    list_.PathFillConvex(color_);
  }
  void square(ImVec2 corner, float side) const {
    const ImVec2 far_corner{corner.x + side, corner.y + side};
    list_.AddRect(at(corner), at(far_corner), color_, 1.2F * scale_, 0, kLineUnits * scale_);
  }
  // Angles in half turns, clockwise from the right.
  void arc(ImVec2 middle, float radius, float from, float to) const {
    constexpr float kHalfTurn = 3.14159265F;
    list_.PathArcTo(at(middle), radius * scale_, from * kHalfTurn, to * kHalfTurn);
    list_.PathStroke(color_, ImDrawFlags_None, kLineUnits * scale_);
  }

 private:
  [[nodiscard]] ImVec2 at(ImVec2 unit) const {
    return {center_.x + (unit.x - kUnits / 2) * scale_, center_.y + (unit.y - kUnits / 2) * scale_};
  }

  ImDrawList& list_;
  ImVec2 center_;
  float scale_;
  ImU32 color_;
};

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 center, float side, ImU32 color) {
  const Sketch sketch(list, center, side, color);
  switch (icon) {
    case Icon::kPencil:
      sketch.line({{3, 17}, {4, 13}, {13.5F, 3.5F}, {16.5F, 6.5F}, {7, 16}}, true);
      sketch.line({{11.5F, 5.5F}, {14.5F, 8.5F}});
      return;
    case Icon::kGrid:
      for (const ImVec2 corner :
           {ImVec2(3, 3), ImVec2(11.5F, 3), ImVec2(3, 11.5F), ImVec2(11.5F, 11.5F)}) {
        sketch.square(corner, 5.5F);
      }
      return;
    case Icon::kChart:
      sketch.line({{3, 3}, {3, 17}, {17, 17}});
      sketch.line({{7, 17}, {7, 11}});
      sketch.line({{11, 17}, {11, 6.5F}});
      sketch.line({{15, 17}, {15, 9}});
      return;
    case Icon::kInfo:
      sketch.circle({10, 10}, 7.5F);
      sketch.line({{10, 9.2F}, {10, 14}});
      sketch.dot({10, 6.4F}, 1.1F);
      return;
    case Icon::kBrush:
      sketch.line({{17, 3}, {9, 11.5F}});
      sketch.line({{9, 11.5F},
                   {6.5F, 11.5F},
                   {4.8F, 13.5F},
                   {4.6F, 16},
                   {3, 17},
                   {7.5F, 17},
                   {9.6F, 15.2F},
                   {9.6F, 12.4F}},
                  true);
      return;
    case Icon::kEraser:
      sketch.line({{7, 16.5F}, {3, 12.5F}, {11.5F, 4}, {17, 9.5F}, {10, 16.5F}}, true);
      sketch.line({{7.2F, 8.4F}, {12.6F, 13.8F}});
      sketch.line({{10, 16.5F}, {17, 16.5F}});
      return;
    case Icon::kBucket:
      sketch.line({{9, 4.5F}, {15.5F, 11}, {9.5F, 17}, {3, 10.5F}}, true);
      sketch.line({{6.5F, 2}, {9, 4.5F}});
      sketch.line({{3.4F, 10.8F}, {15.2F, 10.8F}});
      sketch.line({{17, 13}, {18.2F, 15.4F}, {17, 16.8F}, {15.8F, 15.4F}}, true);
      return;
    case Icon::kMirror:
      sketch.line({{10, 2.5F}, {10, 17.5F}});
      sketch.line({{7, 6}, {7, 14}, {2.5F, 14}}, true);
      sketch.line({{13, 6}, {13, 14}, {17.5F, 14}}, true);
      return;
    case Icon::kLine:
      sketch.line({{5, 15}, {15, 5}});
      sketch.circle({3.9F, 16.1F}, 1.6F);
      sketch.circle({16.1F, 3.9F}, 1.6F);
      return;
    case Icon::kPolygon:
      sketch.line({{10, 2.5F}, {17.5F, 8}, {14.6F, 16.8F}, {5.4F, 16.8F}, {2.5F, 8}}, true);
      return;
    case Icon::kArrange:
      sketch.line({{10, 2.5F}, {10, 17.5F}});
      sketch.line({{2.5F, 10}, {17.5F, 10}});
      sketch.line({{7.8F, 4.7F}, {10, 2.5F}, {12.2F, 4.7F}});
      sketch.line({{7.8F, 15.3F}, {10, 17.5F}, {12.2F, 15.3F}});
      sketch.line({{4.7F, 7.8F}, {2.5F, 10}, {4.7F, 12.2F}});
      sketch.line({{15.3F, 7.8F}, {17.5F, 10}, {15.3F, 12.2F}});
      return;
    case Icon::kMore:
      for (const float x : {4.0F, 10.0F, 16.0F}) sketch.dot({x, 10}, 1.5F);
      return;
    case Icon::kPicker:
      sketch.line({{11, 6.5F}, {4.2F, 13.3F}, {3, 17}, {6.7F, 15.8F}, {13.5F, 9}});
      sketch.line({{9.5F, 5}, {15, 10.5F}});
      sketch.line({{12.4F, 5.6F}, {14.6F, 3.2F}, {16.8F, 5.4F}, {14.4F, 7.6F}});
      return;
    case Icon::kSoften:
      sketch.circle({10, 10}, 3);
      for (int k = 0; k < 8; ++k) {
        const float angle = static_cast<float>(k) * 0.785398F;
        sketch.dot({10 + 7 * std::cos(angle), 10 + 7 * std::sin(angle)}, 1);
      }
      return;
    case Icon::kInvert:
      sketch.circle({10, 10}, 7);
      sketch.half_disc({10, 10}, 7);
      return;
    case Icon::kPhoto:
      sketch.line({{2.5F, 6},
                   {6.2F, 6},
                   {7.6F, 3.6F},
                   {12.4F, 3.6F},
                   {13.8F, 6},
                   {17.5F, 6},
                   {17.5F, 16},
                   {2.5F, 16}},
                  true);
      sketch.circle({10, 10.8F}, 3);
      return;
    case Icon::kUndo:
      sketch.line({{6.5F, 4}, {3, 7.5F}, {6.5F, 11}});
      sketch.line({{3, 7.5F}, {12, 7.5F}});
      sketch.arc({12, 12}, 4.5F, -0.5F, 0.5F);
      sketch.line({{12, 16.5F}, {8, 16.5F}});
      return;
    case Icon::kRedo:
      sketch.line({{13.5F, 4}, {17, 7.5F}, {13.5F, 11}});
      sketch.line({{17, 7.5F}, {8, 7.5F}});
      sketch.arc({8, 12}, 4.5F, -1.5F, -0.5F);
      sketch.line({{8, 16.5F}, {12, 16.5F}});
      return;
    case Icon::kTrash:
      sketch.line({{3.5F, 5.5F}, {16.5F, 5.5F}});
      sketch.line({{8, 5.2F}, {8, 3}, {12, 3}, {12, 5.2F}});
      sketch.line({{5.2F, 5.5F}, {6, 17}, {14, 17}, {14.8F, 5.5F}});
      return;
    case Icon::kCheck:
      sketch.line({{4, 10.5F}, {8.2F, 14.7F}, {16, 5.6F}});
      return;
    case Icon::kCross:
      sketch.line({{5, 5}, {15, 15}});
      sketch.line({{15, 5}, {5, 15}});
      return;
  }
}

}  // namespace atelier::ui
