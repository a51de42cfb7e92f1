// SPDX-License-Identifier: MIT
// features/jobs.hpp: all jobs, a line each.
#pragma once

#include "app/job.hpp"
#include "features/answer/job.hpp"
#include "features/explain/change/job.hpp"
#include "features/explain/inside/job.hpp"
#include "features/explain/map/job.hpp"
#include "features/explain/neighbours/job.hpp"
#include "features/report/job.hpp"

namespace atelier::app {

// Done by a worker.
inline constexpr auto kJobs = kNamedJobs<  //
    ClassifyImages,                        //
    FindChanges,                           //
    FindClosePairs,                        //
    FindOcclusionMap>;

// Done by the page itself, at once: no more work than an answer.
inline constexpr auto kJobsAtOnce = kNamedJobs<  //
    ReadActivationMap,                           //
    ReadLayers>;

}  // namespace atelier::app
