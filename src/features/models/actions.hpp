// SPDX-License-Identifier: MIT
// features/models/actions.hpp: what a person can do about models and engines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "app/engine_kind.hpp"
#include "features/models/reading.hpp"

namespace atelier::app {

struct SelectModel {
  static constexpr std::string_view kType = "select-model";
  static constexpr std::string_view kWords =
      "another network answers; `null`: drawings are read by the one that was trained to, all else "
      "by the default";
  std::optional<std::string> id;
};
template <typename Fields>
void describe(Fields& f, SelectModel& a) {
  f("id", a.id);
}
[[nodiscard]] std::string obstacle(const State& state, const SelectModel& action);
void on(State& state, SelectModel&& action, Ports& ports);

// Which engine answers, as soon as it can.
struct SelectEngine {
  static constexpr std::string_view kType = "select-engine";
  static constexpr std::string_view kWords = "another engine answers";
  EngineKind engine{};
};
template <typename Fields>
void describe(Fields& f, SelectEngine& a) {
  f("engine", a.engine);
}
[[nodiscard]] std::string obstacle(const State& state, const SelectEngine& action);
void on(State& state, SelectEngine&& action, Ports& ports);

// Loads again whatever failed to load.
struct Retry {
  static constexpr std::string_view kType = "retry";
  static constexpr std::string_view kWords = "loads again whatever failed to load";
};
void on(State& state, Retry&& action, Ports& ports);

// Takes away what the page says about an engine that did not load. It goes on without it.
struct DismissNotice {
  static constexpr std::string_view kType = "dismiss-notice";
  static constexpr std::string_view kWords = "takes away what is said about a missing engine";
};
void on(State& state, DismissNotice&& action, Ports& ports);

// ---- the visitor's own --------------------------------------------------------------------------

// Lets the visitor choose a .onnx file of their own.
struct ChooseModel {};
struct CancelOpening {
  static constexpr std::string_view kType = "cancel-opening";
  static constexpr std::string_view kWords = "of a visitor's model that is being opened";
};
// The visitor has read what became of the file.
struct DismissOwnModelNews {
  static constexpr std::string_view kType = "dismiss-model-news";
  static constexpr std::string_view kWords = "takes away what is said about a visitor's model";
};
void on(State& state, ChooseModel&& action, Ports& ports);
void on(State& state, CancelOpening&& action, Ports& ports);
void on(State& state, DismissOwnModelNews&& action, Ports& ports);

// How the visitor's model is given its pixels.
struct ReadOwnModel {
  static constexpr std::string_view kType = "read-own-model";
  static constexpr std::string_view kWords = "how a visitor's model reads pixels";
  Reading reading;
};
template <typename Fields>
void describe(Fields& f, ReadOwnModel& a) {
  f("range", a.reading.range);
  f.may("inverted", a.reading.inverted);
}
[[nodiscard]] std::string obstacle(const State& state, const ReadOwnModel& action);
void on(State& state, ReadOwnModel&& action, Ports& ports);

using ModelsActions = ActionList<SelectModel, SelectEngine, ReadOwnModel, CancelOpening,
                                 DismissOwnModelNews, Retry, DismissNotice>;

}  // namespace atelier::app
