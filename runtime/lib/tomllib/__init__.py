"""TOML 1.0 as dicts (https://toml.io/en/v1.0.0)."""

from tomllib._document import load, loads
from tomllib._source import TOMLDecodeError

__all__ = ["loads", "load", "TOMLDecodeError"]
