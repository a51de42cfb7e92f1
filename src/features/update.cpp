// SPDX-License-Identifier: MIT
#include "features/update.hpp"

#include <span>
#include <string>
#include <utility>

#include "core/png.hpp"
#include "features/answer/classification.hpp"
#include "features/answer/suggestion.hpp"
#include "features/asks.hpp"
#include "features/data/class_names.hpp"
#include "features/data/own_data.hpp"
#include "features/data/test_set.hpp"
#include "features/draw/steps.hpp"
#include "features/explain/change/change.hpp"
#include "features/explain/inside/inside.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/neighbours/neighbours.hpp"
#include "features/explain/stress/stress.hpp"
#include "features/explore/explore.hpp"
#include "features/models/own_model.hpp"
#include "features/photo/photo.hpp"
#include "features/report/close_images.hpp"
#include "features/report/evaluation.hpp"
#include "features/report/label_votes.hpp"
#include "features/report/report.hpp"
#include "features/report/views.hpp"

namespace atelier::app {
namespace {

// One handler an action; handled by overload, so that a new action without one does not compile.
struct ActionHandler {
  State& state;
  Ports& ports;

  void operator()(const SetView& action) const {
    state.drawing.end_stroke();
    state.view = action.view;
  }

  void operator()(const SelectSample& action) const {
    if (action.index < state.test_set.loader.view().count()) show_sample(state, action.index);
  }

  void operator()(const BeginStroke& action) const {
    draw_over_shown_sample();
    const Tools& tools = state.tools;
    state.drawing.begin_stroke(
        {tools.tool, tools.gray, tools.brush_size, tools.mirrored, {action.point}, tools.reach});
    show_drawing(state);
  }

  void operator()(const ExtendStroke& action) const {
    state.drawing.extend_stroke(action.points);
    show_drawing(state);
  }

  void operator()(const EndStroke&) const { state.drawing.end_stroke(); }

  void operator()(const CancelStroke&) const {
    state.drawing.cancel_stroke();
    show_drawing(state);
  }

  void operator()(const ApplyStroke& action) const {
    draw_over_shown_sample();
    state.drawing.apply(action.stroke);
    show_drawing(state);
  }

  void operator()(const ArrangeDrawing& action) const {
    draw_over_shown_sample();
    state.drawing.arrange(action.arrangement);
    show_drawing(state);
  }

  void operator()(const SoftenDrawing&) const {
    draw_over_shown_sample();
    state.drawing.soften();
    show_drawing(state);
  }

  void operator()(const InvertDrawing&) const {
    draw_over_shown_sample();
    state.drawing.invert();
    show_drawing(state);
  }

  void operator()(const ClearDrawing&) const {
    state.drawing.clear();
    show_drawing(state);
  }

  void operator()(const Undo&) const {
    // What is on the canvas in its place is taken off first: nobody sees the drawing under it
    // change.
    if (hides_drawing(state) || state.drawing.undo()) show_drawing(state);
  }

  void operator()(const Redo&) const {
    if (state.drawing.redo()) show_drawing(state);
  }

  void operator()(const EditSample& action) const {
    if (action.index >= state.test_set.loader.view().count()) return;
    state.drawing.start_from_sample(action.index, state.test_set.loader.view().image(action.index));
    show_drawing(state);
  }

  void operator()(const ShowDrawing&) const { show_drawing(state); }

  void operator()(const SetTool& action) const {
    state.tools.tool = action.tool;
    state.tools.mode = ToolMode::kDraw;
  }
  void operator()(const SetToolMode& action) const { state.tools.mode = action.mode; }
  void operator()(const PickGray& action) const {
    if (const auto gray = shown_gray(state, action.x, action.y)) state.tools.gray = *gray;
    // Whoever takes a gray wants to paint with it.
    if (state.tools.tool == core::Tool::kEraser) state.tools.tool = core::Tool::kBrush;
  }
  void operator()(const SetFillReach& action) const { state.tools.reach = action.reach; }
  void operator()(const SetTrace& action) const { state.trace = action.label; }
  void operator()(const SetGray& action) const { state.tools.gray = action.gray; }
  void operator()(const SetBrushSize& action) const { state.tools.brush_size = action.size; }
  void operator()(const SetMirrored& action) const { state.tools.mirrored = action.mirrored; }

  void operator()(const SwitchStep& action) const {
    switch_step(state, action.step, action.on);
    prepare_anew();
  }
  void operator()(const SwitchAllStepsOn&) const {
    reset_steps(state);
    prepare_anew();
  }
  void operator()(const ShowSteps& action) const { state.step_answers.in_sight = action.in_sight; }

  void operator()(const SetTemperature& action) const {
    set_temperature(state, action.temperature);
  }

  void operator()(const OpenWhy& action) const {
    if (action.topic == WhyTopic::kNeighbours) try_neighbours_again(state);
    open_why(state, action.topic);
  }
  void operator()(const Explain& action) const { set_explanation(state, action.settings); }

  void operator()(const SetInside& action) const { state.inside.settings = action.settings; }
  void operator()(const SetChange& action) const { state.change.settings = action.settings; }
  void operator()(const SetStress& action) const { set_stress(state, action); }

  void operator()(const SetFilter& action) const { set_filter(state, action.filter); }

  void operator()(const SaveSprite&) const { save_sprite(state, ports.saver); }
  void operator()(const SaveReport& action) const {
    save_report(state, action.format, ports.saver);
  }
  void operator()(const SavePicture& action) const {
    ports.saver.save(action.name, "image/png", core::encode_png(action.picture));
  }

  void operator()(const SelectModel& action) const { request_model(state, action.id, ports); }
  void operator()(const SelectEngine& action) const { select_engine(state, action.engine); }

  void operator()(const Retry&) const {
    try_neighbours_again(state);
    if (state.test_set.error) load_test_set(state, ports.files);
    if (state.models_error) {
      state.models_error.reset();
      ports.files.list_models();
      return;
    }
    for (const EngineKind kind : {EngineKind::kAtelierNn, EngineKind::kOrtWeb}) {
      if (state.engines[kind].phase == Engine::Phase::kFailed) load_engine(state, kind, ports);
    }
  }

  void operator()(const Evaluate& action) const { start_evaluation(state, action.engine, ports); }
  void operator()(const CancelEvaluation&) const { cancel_evaluation(state, ports); }
  void operator()(const ShowReportSection& action) const { state.report.section = action.section; }
  void operator()(const ShowEvaluation& action) const { show_evaluation(state, action.token); }
  void operator()(const CompareWith& action) const { compare_with(state, action.token); }
  void operator()(const SelectCell& action) const { select_cell(state, action.cell); }
  void operator()(const VoteOnLabel& action) const { vote_on_label(state, action, ports); }
  void operator()(const SaveVotes&) const {
    const std::string csv = votes_csv(state);
    ports.saver.save("label-votes.csv", "text/csv", std::as_bytes(std::span(csv)));
  }
  void operator()(const FindPairs& action) const { find_pairs(state, action.space, ports); }
  void operator()(const CancelPairs&) const { cancel_pairs(state, ports); }

  void operator()(const DismissNotice&) const { state.engines.notice_dismissed = true; }

  void operator()(const ChooseData&) const { ports.visitor.choose_data(); }
  void operator()(const UseBundledData&) const { use_bundled_data(state, ports); }
  void operator()(const DismissOwnDataNews&) const { state.own_data = OwnData{}; }
  void operator()(const RenameClass& action) const {
    rename_class(state, action.label, action.name);
  }
  void operator()(const ResetClassNames&) const {
    state.test_set.class_names = default_class_names(state.test_set);
  }
  void operator()(const ChoosePhoto&) const { ports.visitor.choose_photo(); }
  void operator()(const UseCamera&) const { ports.visitor.use_camera(); }
  void operator()(const OpenPhoto& action) const { open_photo(state, action); }
  void operator()(const ShowPhoto&) const { show_photo(state); }
  void operator()(const AdjustPhoto& action) const { adjust_photo(state, action.options); }
  void operator()(const CropPhoto& action) const { crop_photo(state, action.part); }
  void operator()(const DismissPhotoNews&) const { state.photo.error.reset(); }

  void operator()(const ChooseModel&) const { ports.visitor.choose_model(); }
  void operator()(const CancelOpening&) const { cancel_opening(state, ports); }
  void operator()(const ReadOwnModel& action) const {
    read_own_model(state, action.reading, ports);
  }
  void operator()(const DismissOwnModelNews&) const {
    state.own_model.error.reset();
    state.own_model.is_news = false;
  }

  // A sample that is shown is not prepared; the drawing behind it will be when it is shown again.
  void prepare_anew() const {
    if (state.input.source == InputSource::kDrawing) show_drawing(state);
    if (shows_photo(state)) show_photo(state);
  }

  // Whoever draws on a shown sample edits a copy of it.
  void draw_over_shown_sample() const {
    if (shows_sample(state)) (*this)(EditSample{*state.input.index});
  }
};

struct EventHandler {
  State& state;
  Ports& ports;

  void operator()(const ModelsListed& event) const {
    state.models = event.models;
    state.default_model_id = event.default_id;
    state.models_error.reset();
    request_model(state, event.default_id, ports);
  }

  void operator()(const ModelsFailed& event) const { state.models_error = event.error; }

  void operator()(const EngineProgress& event) const {
    state.engines[event.engine].transfer = {event.bytes_received, event.bytes_total};
  }

  void operator()(const DatasetFileStarted& event) const { on_event(state, event); }
  void operator()(const DatasetFileChunk& event) const { on_event(state, event, ports.clock); }
  void operator()(const DatasetFileEnded& event) const { on_event(state, event, ports.clock); }
  void operator()(const DatasetFileFailed& event) const { on_event(state, event); }
  void operator()(const ModelLoaded& event) const { on_event(state, event); }
  void operator()(const ModelFailed& event) const { on_event(state, event); }
  void operator()(const Classified& event) const { on_event(state, event); }
  void operator()(const ClassifyFailed& event) const { on_event(state, event); }
  void operator()(const NeighboursProgress& event) const { on_event(state, event); }
  void operator()(const NeighboursFound& event) const { on_event(state, event); }
  void operator()(const NeighboursFailed& event) const { on_event(state, event); }
  void operator()(const TrainingPictures& event) const { on_event(state, event); }
  void operator()(const TrainingPicturesFailed& event) const { on_event(state, event); }
  void operator()(const WorkProgress& event) const { route(state, event); }
  void operator()(const WorkDone& event) const { route(state, event); }
  void operator()(const WorkFailed& event) const { route(state, event); }
  void operator()(const EvaluationLogits& event) const { on_event(state, event, ports); }
  void operator()(const EvaluationDone& event) const { on_event(state, event, ports.clock); }
  void operator()(const EvaluationFailed& event) const { on_event(state, event); }
  void operator()(const OwnDataDropped& event) const { on_event(state, event, ports); }
  void operator()(const OwnDataRefused& event) const { on_event(state, event); }
  void operator()(const PhotoOpening& event) const { on_event(state, event); }
  void operator()(const PhotoRefused& event) const { on_event(state, event); }
  void operator()(const OwnModelOpening& event) const { on_event(state, event); }
  void operator()(const OwnModelProgress& event) const { on_event(state, event); }
  void operator()(const OwnModelReady& event) const { on_event(state, event, ports); }
  void operator()(const OwnModelRefused& event) const { on_event(state, event); }
  void operator()(const OwnModelLost& event) const { on_event(state, event, ports); }
  void operator()(const SettingLoaded& event) const { on_event(state, event); }
};

}  // namespace

void start(State& state, Ports& ports) {
  ++state.version;
  ports.files.list_models();
  load_test_set(state, ports.files);
  ports.settings.load();
}

void request_what_is_wanted(State& state, Ports& ports) {
  request_answer(state, ports);
  request_explanation(state, ports);
  request_neighbours(state, ports);
  request_layers(state, ports);
  request_change(state, ports);
  request_stress(state, ports);
  request_steps(state, ports);
}

void update(State& state, const Action& action, Ports& ports) {
  std::visit(ActionHandler{state, ports}, action);
  follow_answers(state);
  follow_suggestion(state);
  request_what_is_wanted(state, ports);
  ++state.version;
}

void update(State& state, const Event& event, Ports& ports) {
  std::visit(EventHandler{state, ports}, event);
  leave_broken_own_model(state, ports);
  follow_answers(state);
  follow_suggestion(state);
  ++state.version;
}

}  // namespace atelier::app
