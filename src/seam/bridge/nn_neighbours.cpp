// SPDX-License-Identifier: MIT
#include "seam/bridge/nn_neighbours.hpp"

#include <utility>

#include "core/gzip.hpp"
#include "features/explain/neighbours/events.hpp"
#include "features/explain/neighbours/job.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {
namespace {

constexpr int kIndexPart = -1;
constexpr std::uint64_t kMostPictureBytes = 1U << 20U;  // a piece of ours has a twentieth

}  // namespace

void NnNeighbours::find(app::Token token, std::string_view id,
                        std::span<const std::uint8_t> pixels) {
  question_ = Question{token, app::picture_of(pixels)};
  if (id != id_) {
    id_ = id;
    bench_.neighbours.reset();
    index_in_flight_ = 0;
  }
  if (bench_.neighbours) return atelier_js_request_frame();
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
    bench_.neighbours = std::move(index.value());
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
  if (!question_ || !bench_.neighbours) return;
  atelier_js_request_frame();  // that asks for the pictures
  app::NoProgress progress;
  auto found = app::FindNeighbours::run(bench_, {question_->picture}, progress);
  if (!found) return refuse(found.error());
  auto& [nearest, elapsed_ms] = found.value();
  events_.push(app::NeighboursFound{question_->token, std::move(nearest), elapsed_ms});
  question_.reset();
}

void NnNeighbours::refuse(const core::Error& error) {
  if (!question_) return;
  events_.push(app::NeighboursFailed{question_->token, error});
  question_.reset();
}

}  // namespace atelier::bridge
