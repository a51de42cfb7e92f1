// SPDX-License-Identifier: MIT
// features/features.hpp: the one list of the features, which dispatch, the generated types and the
// README fold over.
#pragma once

#include "app/view.hpp"
#include "features/answer/actions.hpp"
#include "features/data/actions.hpp"
#include "features/draw/actions.hpp"
#include "features/explain/actions.hpp"
#include "features/explain/change/actions.hpp"
#include "features/explain/inside/actions.hpp"
#include "features/explain/map/actions.hpp"
#include "features/explain/stress/actions.hpp"
#include "features/explore/actions.hpp"
#include "features/models/actions.hpp"
#include "features/photo/actions.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {

template <typename... Lists>
struct Joined;
template <typename... Listed>
struct Joined<ActionList<Listed...>> {
  using List = ActionList<Listed...>;
};
template <typename... First, typename... Second, typename... Rest>
struct Joined<ActionList<First...>, ActionList<Second...>, Rest...>
    : Joined<ActionList<First..., Second...>, Rest...> {};

// All that scripts can send, in the order in which it is documented.
using ScriptActions = Joined<ViewActions, ExploreActions, DrawActions, PhotoActions, AnswerActions,
                             ModelsActions, WhyActions, MapActions, InsideActions, ChangeActions,
                             StressActions, DataActions, ReportActions>::List;

}  // namespace atelier::app
