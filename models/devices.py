"""Where numbers are computed, and in which precision."""
import contextlib
from pathlib import Path

import torch
from torch import Tensor

# Twice as fast as float32 where the processor multiplies bfloat16, and many times slower where it does not.
CPU_HAS_BFLOAT16 = Path("/proc/cpuinfo").is_file() and "avx512_bf16" in Path("/proc/cpuinfo").read_text()


def in_bfloat16(device: torch.device) -> contextlib.AbstractContextManager:
    """Convolutions and matrix products within are in bfloat16 where that is fast."""
    enabled = device.type != "cpu" or CPU_HAS_BFLOAT16
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=enabled, cache_enabled=False)


def to_pixels(images: Tensor) -> Tensor:
    """uint8 [N,28,28] to what a network takes: float32 [N,1,28,28] in 0..255."""
    return images.unsqueeze(1).float()
