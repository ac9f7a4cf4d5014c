"""What CPython's tests of asyncio import besides themselves."""
