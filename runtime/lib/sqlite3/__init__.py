"""Databases by SQLite, through DB-API 2.0 (PEP 249)."""

from sqlite3.dbapi2 import *
