// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp by which JS tells what has come: in JSON, or in a call of its own
// where it comes often or is large. Copies what it passes and queues an event.
#include <emscripten/emscripten.h>

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/read_news.hpp"
#include "core/class_names.hpp"
#include "features/news.hpp"
#include "features/update.hpp"
#include "seam/bridge/attached.hpp"
#include "seam/bridge/bridge_abi.hpp"
#include "seam/bridge/news.hpp"

using namespace atelier;
using namespace atelier::bridge;

namespace {

// Images and labels of the visitor's, until the last of them.
struct Arriving {
  app::OwnDataDropped data;
  std::optional<app::OwnDataRefused> refusal;
};
Arriving arriving;

app::DatasetFile file_of(int file) {
  return file == 0 ? app::DatasetFile::kLabels : app::DatasetFile::kImages;
}

std::vector<std::byte> copied(const std::uint8_t* bytes, std::size_t byte_count) {
  const auto* first = reinterpret_cast<const std::byte*>(bytes);
  return {first, first + byte_count};
}

// ---- what is told in JSON -----------------------------------------------------------------------

using Attachment = std::span<const std::byte>;

template <typename Event>
void take(Event&& event, Attachment) {
  if constexpr (requires { Event::kWaits; }) {
    push(std::move(event));
  } else {
    complete(std::move(event));
  }
}

void take(TrainingPartFailed&& news, Attachment) {
  program().neighbours->part_failed(news.token, news.error);
  atelier_js_request_frame();
  program().on_completion();
}

void take(OwnDataBegins&&, Attachment) { arriving = {}; }

void take(OwnDataFile&& news, Attachment bytes) {
  auto file = core::read_data_file(bytes);
  if (file) {
    arriving.data.files.push_back({std::move(news.name), std::move(file).value()});
  } else {
    arriving.refusal = app::OwnDataRefused{std::move(news.name), file.error()};
  }
}

void take(OwnDataPicture&& news, Attachment bytes) {
  assert(news.width >= 1 && news.height >= 1);
  const auto* pixels = reinterpret_cast<const std::uint8_t*>(bytes.data());
  core::GrayImage image{news.width, news.height, {pixels, pixels + bytes.size()}};
  arriving.data.pictures.push_back({std::move(news.name), core::as_sample(image)});
  arriving.data.originals.add_picture(std::move(image));
}

void take(OwnDataUnreadable&& news, Attachment) {
  arriving.refusal = app::OwnDataRefused{std::move(news.name), std::move(news.error)};
}

void take(OwnDataEnds&&, Attachment) {
  Arriving arrived = std::exchange(arriving, {});
  if (arrived.refusal) return complete(*std::move(arrived.refusal));
  complete(std::move(arrived.data));
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void atelier_start() { app::start(*program().state, *program().ports); }

EMSCRIPTEN_KEEPALIVE const char* atelier_tell(const char* json, std::size_t json_bytes,
                                              const std::uint8_t* attachment,
                                              std::size_t attachment_bytes) {
  const auto bytes = std::as_bytes(std::span(attachment, attachment_bytes));
  std::string wrong =
      app::read_news(app::News{} + BridgeNews{}, {json, json_bytes},
                     [&](auto&& news) { take(std::forward<decltype(news)>(news), bytes); });
  return wrong.empty() ? nullptr : give_out(std::move(wrong));
}

EMSCRIPTEN_KEEPALIVE void atelier_dataset_chunk(int file, const std::uint8_t* bytes,
                                                std::size_t byte_count) {
  push(app::DatasetFileChunk{file_of(file), copied(bytes, byte_count)});
}

EMSCRIPTEN_KEEPALIVE int atelier_model_file(std::uint32_t token, const std::uint8_t* bytes,
                                            std::size_t byte_count) {
  const auto file = std::as_bytes(std::span(bytes, byte_count));
  const bool usable = program().atelier_nn->take_file(token, file);
  atelier_js_request_frame();
  program().on_completion();
  return usable ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atelier_training_part(std::uint32_t token, const std::uint8_t* bytes,
                                                std::size_t byte_count) {
  program().neighbours->take_part(token, std::as_bytes(std::span(bytes, byte_count)));
  atelier_js_request_frame();
  program().on_completion();
}

EMSCRIPTEN_KEEPALIVE void atelier_classify_done(std::uint32_t token, const float* logits,
                                                double elapsed_ms) {
  app::Classified event{.token = token, .elapsed_ms = elapsed_ms};
  std::copy_n(logits, event.logits.size(), event.logits.begin());
  complete(std::move(event));
}

EMSCRIPTEN_KEEPALIVE void atelier_work_progress(std::uint32_t token, float share,
                                                const std::uint8_t* so_far,
                                                std::size_t so_far_bytes) {
  push(app::WorkProgress{token, share, copied(so_far, so_far_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_work_done(std::uint32_t token, const std::uint8_t* answer,
                                            std::size_t answer_bytes) {
  complete(app::WorkDone{token, copied(answer, answer_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_evaluation_logits(std::uint32_t token, std::uint32_t first,
                                                    const float* logits, std::size_t count) {
  push(app::EvaluationLogits{token, first, {logits, logits + count * core::kClassCount}});
}

}  // extern "C"
