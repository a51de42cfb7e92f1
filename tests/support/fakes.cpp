// SPDX-License-Identifier: MIT
#include "tests/support/fakes.hpp"

namespace atelier::test {

Program::Program() = default;

Program::~Program() = default;

void Program::send(app::Event&& event) {
  app::update(state, std::move(event), ports);
  app::request_what_is_wanted(state, ports);
  fail_own_engine();
}

void Program::act(app::Action&& action) {
  app::update(state, std::move(action), ports);
  fail_own_engine();
}

void Program::load_model() {
  send(app::ModelsListed{{model_named("small"), model_named("large")}, "small"});
  send(app::ModelLoaded{classifier.loads.back().token});
}

void Program::load_both_engines() {
  has_own_engine = true;
  load_model();
  send(app::ModelLoaded{own_engine.loads.back().token});
}

void Program::start_file(app::DatasetFile file, std::uint64_t bytes_total) {
  send(app::DatasetFileStarted{file, bytes_total});
}

void Program::send_chunk(app::DatasetFile file, std::span<const std::byte> bytes) {
  send(app::DatasetFileChunk{file, {bytes.begin(), bytes.end()}});
}

void Program::send_file(app::DatasetFile file, std::span<const std::byte> bytes,
                        std::size_t piece_size) {
  start_file(file, bytes.size());
  while (!bytes.empty()) {
    const auto piece = bytes.first(std::min(piece_size, bytes.size()));
    send_chunk(file, piece);
    bytes = bytes.subspan(piece.size());
  }
  send(app::DatasetFileEnded{file});
}

void Program::load_test_set(std::uint32_t count) {
  send_file(app::DatasetFile::kLabels, idx_labels(count));
  send_file(app::DatasetFile::kImages, idx_samples(count), std::size_t{1} << 20U);
}

void Program::answer(const std::array<float, 10>& logits, double elapsed_ms) {
  assert(!classifier.requests.empty());
  send(app::Classified{classifier.requests.back().token, logits, elapsed_ms});
}

void Program::fail_own_engine() {
  if (has_own_engine || own_engine.loads.size() == own_loads_failed_) return;
  const app::Token token = own_engine.loads[own_loads_failed_++].token;
  const core::Error error{core::ErrorCode::kOnnxUnsupported, "no"};
  app::update(state, app::Event(app::ModelFailed{token, error}), ports);
}

}  // namespace atelier::test
