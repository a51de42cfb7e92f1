// SPDX-License-Identifier: MIT
// cli/progress_bar.hpp: how far a long piece of work is, on one line of a terminal, which is empty
// again when the bar goes.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace atelier::cli {

// Does what is written to this stream appear on a terminal? Only standard error can.
[[nodiscard]] bool is_terminal(const std::ostream& stream);

class ProgressBar {
 public:
  // `total` > 0 steps. An invisible bar writes nothing.
  ProgressBar(std::ostream& stream, bool visible, std::string_view title, std::size_t total);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // `done` <= total steps are done. Writes only when that changes what is to be seen.
  void advance_to(std::size_t done);

 private:
  static constexpr std::size_t kCells = 30;

  std::ostream& stream_;
  bool visible_;
  std::string title_;
  std::size_t total_;
  std::string shown_;
};

}  // namespace atelier::cli
