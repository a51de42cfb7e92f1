// SPDX-License-Identifier: MIT
// features/news.hpp: the events that come as JSON: all but those that are hot.
#pragma once

#include "app/setting.hpp"
#include "app/work.hpp"
#include "features/answer/events.hpp"
#include "features/data/events.hpp"
#include "features/explain/neighbours/events.hpp"
#include "features/models/events.hpp"
#include "features/photo/events.hpp"
#include "features/report/events.hpp"

namespace atelier::app {

using News = NewsList<DatasetFileStarted, DatasetFileEnded, DatasetFileFailed, ModelsListed,
                      ModelsFailed, EngineProgress, ModelLoaded, ModelFailed, ClassifyFailed,
                      NeighboursProgress, WorkFailed, EvaluationDone, EvaluationFailed,
                      SettingLoaded, OwnModelOpening, OwnModelProgress, OwnModelReady,
                      OwnModelRefused, OwnModelLost, PhotoOpening, PhotoRefused>;

}  // namespace atelier::app
