"""Annotations of another module's functions, which that module doesn't read itself."""
import shapes

print(shapes.area.__annotations__, shapes.Box.volume.__annotations__)
