// SPDX-License-Identifier: MIT
#include "features/data/test_set.hpp"

#include "features/data/events.hpp"
#include "features/data/own_data.hpp"

#include <utility>

#include "features/explore/explore.hpp"

namespace atelier::app {
namespace {

Transfer& transfer_of(TestSet& set, DatasetFile file) {
  return file == DatasetFile::kLabels ? set.labels : set.images;
}

bool& ended(TestSet& set, DatasetFile file) {
  return file == DatasetFile::kLabels ? set.labels_ended : set.images_ended;
}

// The first error is the cause; what follows it says nothing new.
void keep_first_error(TestSet& set, const core::Result<void>& result) {
  if (!result && !set.error) set.error = result.error();
}

template <typename Step>
void timed(TestSet& set, const Clock& clock, const Step& step) {
  const double started_ms = clock.now_ms();
  keep_first_error(set, step());
  set.decode_ms += clock.now_ms() - started_ms;
}

}  // namespace

void load_test_set(State& state, Files& files) {
  ClassNames names = std::move(state.test_set.class_names);
  state.test_set = TestSet{};
  state.test_set.class_names = std::move(names);
  state.report = Report{};  // of images that are no longer there
  refresh_explore(state);
  files.load_test_set();
}

void on(State& state, DatasetFileStarted&& event, Ports&) {
  transfer_of(bundled_set(state), event.file) = {0, event.bytes_total};
}

void on(State& state, DatasetFileChunk&& event, Ports& ports) {
  TestSet& set = bundled_set(state);
  if (set.error) return;
  transfer_of(set, event.file).bytes_received += event.bytes.size();
  timed(set, ports.clock, [&] {
    return event.file == DatasetFile::kLabels ? set.loader.feed_labels(event.bytes)
                                              : set.loader.feed_images(event.bytes);
  });
  if (state.bundled) return;  // nobody sees it arrive
  if (state.explore.indices.size() != set.loader.count_declared()) refresh_explore(state);
  // An image may have been chosen before its label was here.
  Input& input = state.input;
  if (input.index && !input.label) input.label = set.loader.view().label(*input.index);
}

void on(State& state, DatasetFileEnded&& event, Ports& ports) {
  TestSet& set = bundled_set(state);
  if (set.error) return;
  timed(set, ports.clock, [&] {
    return event.file == DatasetFile::kLabels ? set.loader.finish_labels()
                                              : set.loader.finish_images();
  });
  ended(set, event.file) = true;
  refresh_explore(state);
}

void on(State& state, DatasetFileFailed&& event, Ports&) {
  keep_first_error(bundled_set(state), event.error);
}

}  // namespace atelier::app
