"""A module that makes its attributes on demand."""
real = "real"


def __getattr__(name):
    if name in ("answer", "question"):
        print("making", name)
        return name + "!"
    raise AttributeError(f"nothing called {name}")
