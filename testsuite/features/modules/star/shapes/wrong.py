__all__ = ["right", "nowhere"]
right = 1
