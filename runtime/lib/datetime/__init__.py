"""Dates, times of day, moments, time spans and time zones of the proleptic Gregorian calendar."""

from datetime._calendar import MAXYEAR, MINYEAR
from datetime._clock import time
from datetime._date import IsoCalendarDate, date
from datetime._moment import datetime
from datetime._span import timedelta
from datetime._zones import UTC, timezone, tzinfo
# Deprecated functions warn at the place that calls them: importing this says so.
from _support import caller_place

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
