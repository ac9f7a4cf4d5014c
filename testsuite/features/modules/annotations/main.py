"""Annotations of another module's functions and variables, which that module doesn't read itself."""
import typing

import settings
import shapes

print(shapes.area.__annotations__, shapes.Box.volume.__annotations__)
print(shapes.__annotations__, typing.get_type_hints(shapes))
shapes.__annotations__["more"] = int
print(shapes.__annotations__)
print(settings.__annotations__, settings.Options.__annotations__)
print(typing.__annotations__)
