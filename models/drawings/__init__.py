"""Two hundred drawings of garments as stroke scripts, and the hand that drew them; see models/README.md, "Drawings"."""
