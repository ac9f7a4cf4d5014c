"""Addresses of resources. Only the module parse is there."""
