// SPDX-License-Identifier: MIT
// seam/bridge/nn_neighbours.hpp: the training images closest to another one, by our own engine's
// network and by what it makes of them, which is fetched when it is first needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/job.hpp"
#include "app/ports.hpp"
#include "seam/bridge/pending_events.hpp"

namespace atelier::bridge {

class NnNeighbours final : public app::NeighbourFinder {
 public:
  // `bench` has the network of our own engine.
  NnNeighbours(PendingEvents& events, app::Workbench& bench) : events_(events), bench_(bench) {}

  void find(app::Token token, std::string_view id, std::span<const std::uint8_t> pixels) override;
  void cancel() override { question_.reset(); }
  void fetch_pictures(app::Token token, std::string_view id, std::uint32_t piece) override;
  // Once a frame, for the newest question alone: under the brush there are many in one.
  void work();

  // What has been fetched for the token: the index, or a piece of pictures, gzip-compressed.
  void take_part(app::Token token, std::span<const std::byte> file);
  void part_failed(app::Token token, const core::Error& error);

 private:
  struct Question {
    app::Token token{};
    app::Picture picture{};
  };
  void refuse(const core::Error& error);

  PendingEvents& events_;
  app::Workbench& bench_;
  std::optional<Question> question_;
  std::string id_;                  // of the model whose index this is, or will be
  app::Token index_in_flight_ = 0;  // 0: none
};

}  // namespace atelier::bridge
