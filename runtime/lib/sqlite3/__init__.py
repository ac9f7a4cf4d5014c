"""Databases by SQLite, through DB-API 2.0 (PEP 249)."""

# What it warns of is told at the place that calls it: importing this says so.
from _support import caller_place
from sqlite3.dbapi2 import *
