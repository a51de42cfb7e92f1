// SPDX-License-Identifier: MIT
// features/explain/neighbours/state.hpp: the training images closest to what is shown, as far as
// State knows them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/asked.hpp"
#include "app/token.hpp"
#include "core/neighbour_index.hpp"
#include "core/result.hpp"
#include "features/explain/neighbours/job.hpp"

namespace atelier::app {

struct Neighbours {
  struct Question {
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct Found {
    Question question;
    std::vector<core::Neighbour> nearest;  // the closest first
    double elapsed_ms{};                   // of the network and the search
  };
  // What cannot be searched is not asked for again before somebody says so.
  struct Refusal {
    std::string model_id;
    core::Error error;
  };
  std::optional<Asked<Question>> in_flight;  // the newest question; older ones are dropped
  std::optional<Found> found;
  std::optional<Refusal> refusal;
  // Of the index that is being fetched; 0 of 0 while none is.
  std::uint64_t bytes_received{}, bytes_total{};

  // Pictures come in pieces of some dozens, of which those that were needed last are kept.
  struct Piece {
    std::uint32_t number{};
    std::vector<std::uint8_t> pixels;  // 784 each
  };
  struct PieceAsked {
    Token token{};
    std::uint32_t number{};
  };
  std::vector<Piece> pieces;  // the one used last is at the end
  std::vector<PieceAsked> pieces_in_flight;
  std::optional<core::Error> pictures_error;
};

}  // namespace atelier::app
