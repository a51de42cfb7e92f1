// SPDX-License-Identifier: MIT
#include "seam/bridge/nn_neighbours.hpp"

#include <emscripten/emscripten.h>

#include <utility>

#include "core/gzip.hpp"
#include "features/explain/neighbours/events.hpp"
#include "features/explain/neighbours/state.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {
namespace {

constexpr int kIndexPart = -1;
constexpr std::uint64_t kMostPictureBytes = 1U << 20U;  // a piece of ours has a twentieth

}  // namespace

void NnNeighbours::find(app::Token token, std::string_view id,
                        std::span<const std::uint8_t> pixels) {
  question_ = Question{token, {pixels.begin(), pixels.end()}};
  if (id != id_) {
    id_ = id;
    index_.reset();
    index_in_flight_ = 0;
  }
  if (index_) return atelier_js_request_frame();
  if (index_in_flight_ != 0) return;
  index_in_flight_ = token;
  atelier_js_fetch_training_part(token, id.data(), id.size(), kIndexPart);
}

void NnNeighbours::fetch_pictures(app::Token token, std::string_view id, std::uint32_t piece) {
  atelier_js_fetch_training_part(token, id.data(), id.size(), static_cast<int>(piece));
}

void NnNeighbours::take_part(app::Token token, std::span<const std::byte> file) {
  if (token == index_in_flight_) {
    index_in_flight_ = 0;
    auto index = core::NeighbourIndex::read(file);
    if (!index) return refuse(index.error());
    index_ = std::move(index.value());
    return;
  }
  const auto pixels = core::gunzip(file, kMostPictureBytes);
  if (!pixels) return events_.push(app::TrainingPicturesFailed{token, pixels.error()});
  const auto* first = reinterpret_cast<const std::uint8_t*>(pixels.value().data());
  events_.push(app::TrainingPictures{token, {first, first + pixels.value().size()}});
}

void NnNeighbours::part_failed(app::Token token, const core::Error& error) {
  if (token == index_in_flight_) {
    index_in_flight_ = 0;
    refuse(error);
  } else {
    events_.push(app::TrainingPicturesFailed{token, error});
  }
}

void NnNeighbours::work() {
  if (!question_ || !index_) return;
  atelier_js_request_frame();  // that asks for the pictures
  nn::ImageClassifier* network = classifier_.network();
  if (network == nullptr || network->feature_count() != index_->feature_count()) {
    return refuse({core::ErrorCode::kModelUnusable, "neighbours of another network"});
  }
  const double started_ms = emscripten_get_now();
  std::vector<float> features(network->feature_count());
  network->features(question_->pixels, features);
  auto nearest = index_->nearest(features, app::kNeighbourCount);
  const double elapsed_ms = emscripten_get_now() - started_ms;
  events_.push(app::NeighboursFound{question_->token, std::move(nearest), elapsed_ms});
  question_.reset();
}

void NnNeighbours::refuse(const core::Error& error) {
  if (!question_) return;
  events_.push(app::NeighboursFailed{question_->token, error});
  question_.reset();
}

}  // namespace atelier::bridge
