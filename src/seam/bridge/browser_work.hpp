// SPDX-License-Identifier: MIT
// seam/bridge/browser_work.hpp: jobs, as the page does them: what takes no longer than an answer
// here and now, on the page's own bench, and all the rest by a worker.
#pragma once

#include "app/job.hpp"
#include "app/work.hpp"
#include "seam/bridge/pending_events.hpp"

namespace atelier::bridge {

class BrowserWork final : public app::Work {
 public:
  // `bench` has the network of our own engine, as the classifier has loaded it.
  BrowserWork(PendingEvents& events, app::Workbench& bench) : events_(events), bench_(bench) {}

  void start(app::Token token, std::string_view job, std::string_view model,
             std::span<const std::byte> question) override;
  void cancel(app::Token token) override;

 private:
  PendingEvents& events_;
  app::Workbench& bench_;
};

}  // namespace atelier::bridge
