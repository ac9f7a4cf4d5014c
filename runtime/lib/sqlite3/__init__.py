"""Databases by SQLite, through DB-API 2.0 (PEP 249)."""

# Its warnings tell where it was called from: importing this says so.
from _support import caller_place
from sqlite3.dbapi2 import *
