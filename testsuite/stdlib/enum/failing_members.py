# What a member's own `__init__` or `__new__` raises comes without a note on how members are made.
import enum

class Checked(enum.Enum):
    ONE = 1.0

    def __init__(self, mass):
        if mass < 0:
            raise ValueError(f"no mass {mass}")
        self.mass = mass

for bad in -1.0, "x":
    try:
        class Planet(enum.Enum):
            MARS = bad

            def __init__(self, mass):
                self.gravity = -mass if mass > 0 else self.missing
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error, hasattr(error, "__notes__"))

print(Checked.ONE.mass)
