// SPDX-License-Identifier: MIT
// seam/bridge/worker_job.hpp: the one question that a port has asked a worker.
#pragma once

#include <utility>

#include "app/token.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {

class WorkerJob {
 public:
  // The question before is taken back.
  void begin(app::Token token) {
    cancel();
    token_ = token;
  }
  void cancel() {
    if (token_ != 0) atelier_js_cancel_job(std::exchange(token_, 0));
  }

 private:
  app::Token token_ = 0;
};

}  // namespace atelier::bridge
