"""How each model is trained: plain numbers, one recipe for each name in networks.NETWORKS."""
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Recipe:
    """Muon for convolutions, SGD for the rest; both rates rise linearly over `warm_up`, then fall as a cosine to 0."""

    epochs: int
    seed: int = 1
    batch: int = 128
    peak_rate: float = 0.03  # of Muon: the length of a step, relative to the kernels
    momentum: float = 0.6  # of Muon
    plain_rate: float = 0.1  # of SGD, for the linear layer and batch normalisation
    plain_momentum: float = 0.9  # of SGD, Nesterov's
    weight_decay: float = 5e-4  # on the linear layer's matrix; Muon keeps the length of kernels
    warm_up: float = 0.05  # share of all steps
    average: float = 0.998  # the shipped weights are a moving average: this much is kept at every step
    shift: int = 2  # pixels, along both axes
    cutout_size: int = 9  # pixels
    cutout_probability: float = 0.5
    outliers: int = 12  # images of nothing that every batch gets on top; the answer wanted is "no idea"
    outlier_weight: float = 0.5  # of their loss
    sketches: float = 0.0  # share of the images that is turned into pseudo-sketches
    marks: float = 0.0  # share of the pseudo-sketches on which the marks of their class are drawn
    people: int = 0  # garments by people that every batch gets on top, drawn again by other hands,
    outlines: int = 0  # outlines of photographs, drawn alike,
    none: int = 0  # and drawings by people of none of the ten
    drawn_weight: float = 0.5  # of their loss
    none_level: float = 5.0  # what an eleventh logit, "none of the ten", always is
    fold: int | None = None  # of the drawings by people that are left out, to be measured
    teacher: str | None = None  # name of the network whose answers are learned, too
    teacher_seeds: tuple[int, ...] = ()  # of its runs, whose answers are averaged; none: the file that is shipped
    views: int = 32  # of every image, in the epochs of a network that has teachers
    teacher_share: float = 0.7  # of the loss; the rest is cross-entropy with the label
    redrawn_teacher: str | None = None  # name of an exported network that answers for pseudo-sketches without marks
    start: str | None = None  # name of an exported network of the same kind, from which training goes on
    goes_on: str | None = None  # name of a network of the same kind; its run without the same fold is where training begins
    way: float = 1.0  # how far the shipped weights lie along the way from `start` to where training ends
    train_limit: int | None = None  # use only so many training images

    def quick(self) -> "Recipe":
        """The same in seconds: it tests the path from images to a checked file, not the network."""
        nothing = {"people": 0, "outlines": 0, "none": 0}
        return replace(self, epochs=2, train_limit=2000, average=0.9, teacher=None, start=None, goes_on=None, **nothing)

    @property
    def drawings(self) -> int:
        """How many drawings every batch has."""
        return self.people + self.outlines + self.none

    def sentence(self) -> str:
        """The recipe for people, one line."""
        parts = [
            f"Muon {self.momentum} at peak rate {self.peak_rate} for kernels, SGD Nesterov {self.plain_momentum} at "
            f"{self.plain_rate} for the rest, batch {self.batch}, warm-up {self.warm_up:.0%} then cosine",
            f"alternating flip, shift +-{self.shift} px, cutout {self.cutout_size} px p {self.cutout_probability}",
            f"{self.outliers} outliers a batch at weight {self.outlier_weight}",
            f"weight average {self.average}, convolutions in bfloat16",
        ]
        if self.sketches:
            marked = f", {self.marks:.0%} of them with marks" if self.marks else ""
            parts.insert(2, f"{self.sketches:.0%} pseudo-sketches{marked}")
        if self.drawings:
            parts.insert(-1, f"{self.people} garments by people, {self.outlines} outlines of photographs and {self.none} "
                         f"drawings by people of none of the ten a batch at weight {self.drawn_weight}")
        if self.start:
            steps = f" by way of {self.goes_on} ({RECIPES[self.goes_on].epochs} epochs)" if self.goes_on else ""
            part = f", {self.way:g} of the way" if self.way != 1 else ""
            parts.insert(0, f"goes on from {self.start}{steps}{part}")
        if self.teacher:
            count = len(self.teacher_seeds)
            parts.insert(0, f"distilled from {self.teacher}" + (f" (mean of {count} runs)" if count > 1 else ""))
        return ", ".join(parts)


TEACHER = Recipe(epochs=37, cutout_size=12, cutout_probability=0.7, outliers=0)

RECIPES: dict[str, Recipe] = {
    "small": Recipe(epochs=120, teacher="teacher", teacher_seeds=(1, 2, 3)),
    "tiny": Recipe(
        epochs=20, peak_rate=0.003, plain_rate=0.01, cutout_size=7, outliers=4, start="tiny_55000",
        teacher="large_55000", views=10,
    ),
    "sketch_drawn": Recipe(
        epochs=2, batch=72, peak_rate=0.015, plain_rate=0.05, start="sketch_unmarked", sketches=0.6, marks=0.65,
        teacher="large_55000", redrawn_teacher="sketch_unmarked", views=6, outliers=8, people=36, outlines=14, none=34, drawn_weight=0.6,
    ),
    "sketch": Recipe(
        epochs=1, peak_rate=0.006, plain_rate=0.02, start="sketch_unmarked", goes_on="sketch_drawn", way=0.9,
        sketches=0.6, marks=0.65, teacher="large_55000", redrawn_teacher="sketch_unmarked", views=6, outliers=6, people=24,
        outlines=8, none=12, drawn_weight=0.45,
    ),
    "large": Recipe(
        epochs=20, peak_rate=0.015, plain_rate=0.05, start="large_55000", teacher="large_55000", views=20,
    ),
    "teacher": TEACHER,
    "sketch_teacher": replace(TEACHER, sketches=0.4),
    "sketch_unmarked": Recipe(epochs=120, sketches=0.6, teacher="sketch_teacher", teacher_seeds=(1, 2)),
    "tiny_55000": Recipe(epochs=160, cutout_size=7, outliers=4, teacher="teacher", teacher_seeds=(1, 2, 3)),
    "large_55000": Recipe(epochs=120, teacher="teacher", teacher_seeds=(1, 2, 3)),
}
