"""Random valid programs, the same for the same seed: what scripts/differential runs under CPython and as compiled by aiocc."""
