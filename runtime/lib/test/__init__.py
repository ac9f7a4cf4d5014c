"""What CPython's own tests import besides themselves."""
