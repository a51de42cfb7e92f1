// SPDX-License-Identifier: MIT
// core/polygon.hpp: a silhouette between corners.
#pragma once

#include "core/image.hpp"
#include "core/stroke.hpp"

namespace atelier::core {

// Paints the area that the points of `polygon` go around, in its gray, on a square canvas. Where
// the outline crosses itself, everything it goes around is inside, however often. Edges are
// anti-aliased by the share of a pixel that they leave. A mirrored one is painted with its mirror
// image, as one area. The points must be valid for validate(); size and pressure do not matter.
void fill_polygon(GrayImage& canvas, const Stroke& polygon);

}  // namespace atelier::core
