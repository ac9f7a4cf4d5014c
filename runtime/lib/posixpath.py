"""Paths as text: another name of `os.path`."""

from os.path import *
