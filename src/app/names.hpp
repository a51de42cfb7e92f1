// SPDX-License-Identifier: MIT
// app/names.hpp: the words that scripts, text view and address bar use for our enumerations.
// They are part of the page's script interface and never change.
#pragma once

#include <string_view>

#include "app/state.hpp"

namespace atelier::app {

[[nodiscard]] std::string_view name(View view);
[[nodiscard]] std::string_view name(Phase phase);
[[nodiscard]] std::string_view name(InputSource source);
[[nodiscard]] std::string_view name(core::Verdict verdict);
[[nodiscard]] std::string_view name(core::StepId step);
[[nodiscard]] std::string_view name(core::Resampling resampling);
[[nodiscard]] std::string_view name(ExploreSort sort);
[[nodiscard]] std::string_view name(core::Tool tool);
[[nodiscard]] std::string_view name(EngineKind engine);
[[nodiscard]] std::string_view name(PixelRange range);
[[nodiscard]] std::string_view name(OpeningStep step);
[[nodiscard]] std::string_view name(Engine::Phase phase);
[[nodiscard]] std::string_view name(ReportSection section);
[[nodiscard]] std::string_view name(PairSpace space);
[[nodiscard]] std::string_view name(ExplanationMethod method);
[[nodiscard]] std::string_view name(WhyTopic topic);
[[nodiscard]] std::string_view name(ChangeMethod method);
[[nodiscard]] std::string_view name(StressKind kind);

}  // namespace atelier::app
