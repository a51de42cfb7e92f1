"""How each model is trained: plain numbers, one recipe for each name in networks.NETWORKS."""
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Recipe:
    """SGD with Nesterov momentum; the learning rate rises linearly over `warm_up`, then falls as a cosine to 0."""

    epochs: int
    seed: int = 1
    batch: int = 128
    peak_rate: float = 0.15
    momentum: float = 0.9
    warm_up: float = 0.05  # share of all steps
    weight_decay: float = 5e-4  # on the weights of convolutions and of the linear layer only
    average: float = 0.999  # the shipped weights are a moving average: this much is kept at every step
    shift: int = 2  # pixels, along both axes
    cutout_size: int = 9  # pixels
    cutout_probability: float = 0.5
    train_limit: int | None = None  # use only so many training images

    def quick(self) -> "Recipe":
        """The same in seconds: it tests the path from images to a checked file, not the network."""
        return replace(self, epochs=2, train_limit=2000, average=0.9)

    def sentence(self) -> str:
        """The recipe for people, one line."""
        return (
            f"SGD Nesterov {self.momentum}, batch {self.batch}, peak rate {self.peak_rate}, warm-up {self.warm_up:.0%} "
            f"then cosine, weight decay {self.weight_decay:g}, alternating flip, shift +-{self.shift} px, cutout "
            f"{self.cutout_size} px p {self.cutout_probability}, weight average {self.average}, float32"
        )


RECIPES: dict[str, Recipe] = {
    "small": Recipe(epochs=52),
}
