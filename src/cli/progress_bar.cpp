// SPDX-License-Identifier: MIT
#include "cli/progress_bar.hpp"

#include <unistd.h>

#include <cassert>
#include <iostream>

namespace atelier::cli {

bool is_terminal(const std::ostream& stream) {
  return &stream == &std::cerr && isatty(STDERR_FILENO) == 1;
}

ProgressBar::ProgressBar(std::ostream& stream, bool visible, std::string_view title,
                         std::size_t total)
    : stream_(stream), visible_(visible), title_(title), total_(total) {
  assert(total > 0);
  advance_to(0);
}

ProgressBar::~ProgressBar() {
  if (visible_) stream_ << '\r' << std::string(shown_.size(), ' ') << '\r' << std::flush;
}

void ProgressBar::advance_to(std::size_t done) {
  assert(done <= total_);
  if (!visible_) return;
  const std::size_t cells = kCells * done / total_;
  const std::string percent = std::to_string(100 * done / total_);
  std::string line = title_ + " [" + std::string(cells, '#') + std::string(kCells - cells, '.') +
                     "] " + std::string(3 - percent.size(), ' ') + percent + " %";
  if (line == shown_) return;
  shown_ = std::move(line);
  stream_ << '\r' << shown_ << std::flush;
}

}  // namespace atelier::cli
