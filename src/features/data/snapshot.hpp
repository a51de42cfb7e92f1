// SPDX-License-Identifier: MIT
// features/data/snapshot.hpp: what a snapshot says of the images.
#pragma once

#include "app/error_fields.hpp"
#include "app/state.hpp"
#include "features/data/words.hpp"

namespace atelier::app {

template <class Fields>
void describe_dataset(Fields& f, const State& state) {
  const TestSet& set = state.test_set;
  f("dataset", [&] {
    f("name", data_name(set));
    f("own", set.own.has_value(), "the visitor has brought them");
    f("labelled", set.has_labels());
    f("count", set.loader.view().count(), "images that have arrived");
    f("verified", set.complete() && set.loader.is_official_test_set(),
      "the SHA-256 of the official files matched");
    f("bytes", set.images.bytes_received + set.labels.bytes_received);
    f("bytes_total", set.images.bytes_total + set.labels.bytes_total, "0: the server did not say");
    f("decode_ms", set.decode_ms);
    f("class_names", set.class_names, "of labels");
  });
}

template <class Fields>
void describe_own_data(Fields& f, const State& state) {
  const OwnData& data = state.own_data;
  f(
      "own_data",
      [&] {
        describe_error(f, "error", data.error);
        f("words", data.error ? own_data_refusal(data) : own_data_news(state));
      },
      "what became of the images that the visitor has brought");
}

}  // namespace atelier::app
