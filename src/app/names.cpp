// SPDX-License-Identifier: MIT
#include "app/names.hpp"

namespace atelier::app {

// No default branches: the compiler then names the enumerator that has no word yet.

std::string_view name(View view) {
  switch (view) {
    case View::kDraw:
      return "draw";
    case View::kExplore:
      return "explore";
    case View::kReport:
      return "report";
    case View::kAbout:
      return "about";
  }
  return "";
}

std::string_view name(Phase phase) {
  switch (phase) {
    case Phase::kLoading:
      return "loading";
    case Phase::kReady:
      return "ready";
    case Phase::kFailed:
      return "failed";
  }
  return "";
}

std::string_view name(InputSource source) {
  switch (source) {
    case InputSource::kNone:
      return "none";
    case InputSource::kSample:
      return "sample";
    case InputSource::kDrawing:
      return "drawing";
    case InputSource::kPhoto:
      return "photo";
  }
  return "";
}

std::string_view name(core::Verdict verdict) {
  switch (verdict) {
    case core::Verdict::kAnswer:
      return "answer";
    case core::Verdict::kUnsure:
      return "unsure";
    case core::Verdict::kUnfamiliar:
      return "unfamiliar";
    case core::Verdict::kBlank:
      return "blank";
  }
  return "";
}

std::string_view name(core::StepId step) {
  switch (step) {
    case core::StepId::kAsDrawn:
      return "as-drawn";
    case core::StepId::kFilled:
      return "filled";
    case core::StepId::kTrimmed:
      return "trimmed";
    case core::StepId::kScaled:
      return "scaled";
    case core::StepId::kCentred:
      return "centred";
    case core::StepId::kToned:
      return "toned";
    case core::StepId::kSeen:
      return "as-seen";
    case core::StepId::kAsTaken:
      return "as-taken";
    case core::StepId::kCutOut:
      return "cut-out";
    case core::StepId::kSharpened:
      return "sharpened";
    case core::StepId::kNegated:
      return "negated";
  }
  return "";
}

std::string_view name(core::Resampling resampling) {
  switch (resampling) {
    case core::Resampling::kSkipping:
      return "skipping";
    case core::Resampling::kAveraging:
      return "averaging";
  }
  return "";
}

std::string_view name(ExploreSort sort) {
  switch (sort) {
    case ExploreSort::kIndex:
      return "index";
    case ExploreSort::kMostConfident:
      return "confidence";
    case ExploreSort::kLeastConfident:
      return "uncertainty";
    case ExploreSort::kHighestLoss:
      return "loss";
  }
  return "";
}

std::string_view name(core::Tool tool) {
  switch (tool) {
    case core::Tool::kBrush:
      return "brush";
    case core::Tool::kEraser:
      return "eraser";
    case core::Tool::kFill:
      return "fill";
    case core::Tool::kLine:
      return "line";
    case core::Tool::kPolygon:
      return "polygon";
  }
  return "";
}

std::string_view name(EngineKind engine) {
  switch (engine) {
    case EngineKind::kAtelierNn:
      return "atelier-nn";
    case EngineKind::kOrtWeb:
      return "onnxruntime-web";
  }
  return "";
}

std::string_view name(PixelRange range) {
  switch (range) {
    case PixelRange::k255:
      return "0..255";
    case PixelRange::kUnit:
      return "0..1";
    case PixelRange::kSymmetric:
      return "-1..1";
    case PixelRange::kStandardised:
      return "standardised";
  }
  return "";
}

std::string_view name(OpeningStep step) {
  switch (step) {
    case OpeningStep::kFile:
      return "file";
    case OpeningStep::kEngine:
      return "engine";
    case OpeningStep::kTrial:
      return "trial";
  }
  return "";
}

std::string_view name(Engine::Phase phase) {
  switch (phase) {
    case Engine::Phase::kStarting:
      return "loading";
    case Engine::Phase::kReady:
      return "ready";
    case Engine::Phase::kFailed:
      return "failed";
  }
  return "";
}

std::string_view name(ReportSection section) {
  switch (section) {
    case ReportSection::kOverview:
      return "overview";
    case ReportSection::kCalibration:
      return "calibration";
    case ReportSection::kMistakes:
      return "mistakes";
    case ReportSection::kDuplicates:
      return "duplicates";
    case ReportSection::kCompare:
      return "compare";
  }
  return "";
}

std::string_view name(PairSpace space) {
  switch (space) {
    case PairSpace::kPixels:
      return "pixels";
    case PairSpace::kFeatures:
      return "features";
  }
  return "";
}

std::string_view name(ExplanationMethod method) {
  switch (method) {
    case ExplanationMethod::kActivation:
      return "activation";
    case ExplanationMethod::kOcclusion:
      return "occlusion";
  }
  return "";
}

std::string_view name(ChangeMethod method) {
  switch (method) {
    case ChangeMethod::kOneStep:
      return "fgsm";
    case ChangeMethod::kManySteps:
      return "iterated-fgsm";
  }
  return "";
}

std::string_view name(StressKind kind) {
  switch (kind) {
    case StressKind::kShiftX:
      return "shift-x";
    case StressKind::kShiftY:
      return "shift-y";
    case StressKind::kTurn:
      return "turn";
    case StressKind::kScale:
      return "scale";
    case StressKind::kBlur:
      return "blur";
    case StressKind::kContrast:
      return "contrast";
    case StressKind::kNoise:
      return "noise";
  }
  return "";
}

std::string_view name(WhyTopic topic) {
  switch (topic) {
    case WhyTopic::kMap:
      return "map";
    case WhyTopic::kNeighbours:
      return "neighbours";
    case WhyTopic::kInside:
      return "inside";
    case WhyTopic::kChange:
      return "change";
    case WhyTopic::kStress:
      return "stress";
  }
  return "";
}

}  // namespace atelier::app
