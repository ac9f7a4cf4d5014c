"""The logger of asyncio's reports."""

import logging

logger = logging.getLogger("asyncio")
