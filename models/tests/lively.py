"""Networks as training leaves them, without training."""
import torch


def lively(module: torch.nn.Module, seed: int = 0) -> torch.nn.Module:
    """The module in evaluation mode, its batch normalisations with numbers as training leaves them."""
    random = torch.Generator().manual_seed(seed)
    for norm in (m for m in module.modules() if isinstance(m, torch.nn.BatchNorm2d)):
        size = norm.num_features
        norm.weight.data = torch.rand(size, generator=random) + 0.5
        norm.bias.data = torch.randn(size, generator=random)
        norm.running_mean = torch.randn(size, generator=random)
        norm.running_var = torch.rand(size, generator=random) + 0.1
    return module.eval()
