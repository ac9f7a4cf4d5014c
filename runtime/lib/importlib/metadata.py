"""Distributions that are installed: a compiled program has none.

Left out: `distributions`, `packages_distributions` and `entry_points`, which would tell of an interpreter's packages.
"""

__all__ = [
    "PackageNotFoundError", "distribution", "distributions", "entry_points", "files", "metadata", "packages_distributions", "requires",
    "version",
]


class PackageNotFoundError(ModuleNotFoundError):
    """There's no such distribution."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


def distribution(distribution_name):
    """Always fails."""
    if not distribution_name:
        raise ValueError("A distribution name is required.")
    raise PackageNotFoundError(distribution_name)


metadata = version = files = requires = distribution


def _refuse(*args, **kwargs):
    raise NotImplementedError("aiocc's programs know nothing of installed packages")


distributions = entry_points = packages_distributions = _refuse
