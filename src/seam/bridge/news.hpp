// SPDX-License-Identifier: MIT
// seam/bridge/news.hpp: what the page tells in JSON and is no event yet: parts of one, and what a
// port waits for.
#pragma once

#include <string>
#include <string_view>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/result.hpp"

namespace atelier::bridge {

// Of atelier_js_fetch_training_part.
struct TrainingPartFailed {
  static constexpr std::string_view kType = "training-part-failed";
  app::Token token{};
  core::Error error;
};
template <class Fields>
void describe(Fields& f, TrainingPartFailed& e) {
  f("token", e.token);
  f("error", e.error);
}

// Images and labels of the visitor's, as many files as have come together: begin, each of them,
// end. They take the place of the test set, or are refused, all of them.
struct OwnDataBegins {
  static constexpr std::string_view kType = "own-data-begins";
};
// An IDX file, packed by gzip or not; it is attached.
struct OwnDataFile {
  static constexpr std::string_view kType = "own-data-file";
  std::string name;
};
template <class Fields>
void describe(Fields& f, OwnDataFile& e) {
  f("name", e.name);
}
// Width x height gray pixels, 0 = black, each side from 1 to 256, are attached.
struct OwnDataPicture {
  static constexpr std::string_view kType = "own-data-picture";
  std::string name;
  int width{}, height{};
};
template <class Fields>
void describe(Fields& f, OwnDataPicture& e) {
  f("name", e.name);
  f("width", e.width);
  f("height", e.height);
}
// A file that the browser could not read.
struct OwnDataUnreadable {
  static constexpr std::string_view kType = "own-data-unreadable";
  std::string name;
  core::Error error;
};
template <class Fields>
void describe(Fields& f, OwnDataUnreadable& e) {
  f("name", e.name);
  f("error", e.error);
}
struct OwnDataEnds {
  static constexpr std::string_view kType = "own-data-ends";
};

using BridgeNews = app::NewsList<TrainingPartFailed, OwnDataBegins, OwnDataFile, OwnDataPicture,
                                 OwnDataUnreadable, OwnDataEnds>;

}  // namespace atelier::bridge
