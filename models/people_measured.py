"""How a network does on drawings by people: garments read right, doubted though right, and things that are none."""
import math
from typing import NamedTuple

import torch
from torch import Tensor

from models import calibration, people
from models.calibration import Verdicts
from models.people import GARMENT_WORDS, PersonsDrawing

# Of the garments that a network reads right, so many may be called unfamiliar.
RIGHT_UNFAMILIAR = 0.05


class Answered(NamedTuple):
    """Logits [N,10] for drawings, and which classes are right for each, bool [N,10]."""

    drawings: list[PersonsDrawing]
    logits: Tensor
    accepted: Tensor

    def of(self, chosen: Tensor) -> "Answered":
        """Those that are chosen, bool [N]."""
        kept = [drawing for drawing, is_chosen in zip(self.drawings, chosen.tolist()) if is_chosen]
        return Answered(kept, self.logits[chosen], self.accepted[chosen])

    @property
    def right(self) -> Tensor:
        """bool [N]"""
        return self.accepted.gather(1, self.logits.argmax(1, keepdim=True)).squeeze(1)

    @property
    def labels(self) -> Tensor:
        """The right class of a garment, int64 [N]; where two are, that which the network thinks likelier."""
        return self.logits.masked_fill(~self.accepted, -torch.inf).argmax(1)


def garments(answered: Answered) -> Answered:
    """Those that count: of the words without a doubt, recognised by the game."""
    return answered.of(torch.tensor([d.recognised and d.word in GARMENT_WORDS for d in answered.drawings]))


def strangers(answered: Answered) -> Answered:
    """Those that are none of the ten."""
    return answered.of(~answered.accepted.any(dim=1))


def interval(count: int, total: int) -> tuple[float, float]:
    """Where the share lies with 95 % confidence (Wilson 1927); anywhere, of nothing."""
    if total == 0:
        return 0.0, 1.0
    z, share = 1.96, count / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def share(count: int, total: int) -> dict:
    """For models.json: so many of so many, and the interval of their share."""
    low, high = interval(count, total)
    return {"count": count, "of": total, "share": round(count / max(total, 1), 4), "interval": [round(low, 3), round(high, 3)]}


def unfamiliar_energy(answered: Answered, temperature: float) -> float:
    """The energy that few of the garments read right exceed."""
    found = garments(answered)
    energies = calibration.energy(found.logits, temperature)[found.right]
    return round(torch.quantile(energies, 1 - RIGHT_UNFAMILIAR).item(), 4)


def numbers(answered: Answered, temperature: float, verdicts: Verdicts) -> dict:
    """The three shares by which drawing is judged, and the garments by word."""
    found, strange = garments(answered), strangers(answered)
    right = found.right
    unfamiliar = calibration.is_unfamiliar(found.logits, temperature, verdicts)
    refused = calibration.is_unfamiliar(strange.logits, temperature, verdicts)
    unanswered = refused | calibration.is_unsure(strange.logits, temperature, verdicts)
    words = {}
    for word in dict.fromkeys(drawing.word for drawing in answered.drawings if drawing.labels):
        rows = answered.of(torch.tensor([d.word == word and d.recognised for d in answered.drawings]))
        words[word] = [int(rows.right.sum()), len(rows.drawings)]
    return {
        "garments_right": share(int(right.sum()), len(right)),
        "right_but_unfamiliar": share(int((right & unfamiliar).sum()), int(right.sum())),
        "none_not_answered": share(int(unanswered.sum()), len(unanswered)),
        "none_unfamiliar": share(int(refused.sum()), len(refused)),
        "words": words,
    }


def lines(counted: dict) -> list[str]:
    """Those numbers as text."""
    titles = {"garments_right": "garments right", "right_but_unfamiliar": "of these called unfamiliar",
              "none_not_answered": "none of the ten, not answered", "none_unfamiliar": "of all of them, called unfamiliar"}
    found = []
    for key, title in titles.items():
        part = counted[key]
        low, high = part["interval"]
        found.append(f"  {title}: {part['count']} of {part['of']} = {part['share']:.1%} (95 %: {low:.0%} to {high:.0%})")
    found.append("  " + ", ".join(f"{word} {right} of {total}" for word, (right, total) in counted["words"].items()))
    return found


def accepted(drawings: list[PersonsDrawing], logits: Tensor) -> Answered:
    """What a network answered to these drawings."""
    return Answered(drawings, logits, people.accepted(drawings))
