from importlib.metadata import version, PackageNotFoundError, metadata
try:
    __version__ = version("surely-not-there")
except PackageNotFoundError as e:
    print(e, e.name, isinstance(e, ImportError))
try: metadata("nope-x")
except PackageNotFoundError as e: print(e)
try: version("")
except ValueError as e: print(e)
