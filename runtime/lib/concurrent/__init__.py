"""Concurrency by calls that run elsewhere: see concurrent.futures."""
