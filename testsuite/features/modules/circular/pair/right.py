import pair.left
from pair import left as partial

print("right begins", hasattr(partial, "NAME"), hasattr(pair, "left"))
for attempt in ("name", "from"):
    try:
        if attempt == "name":
            print(partial.NAME)
        else:
            from pair.left import NAME
    except (AttributeError, ImportError) as error:
        print(type(error).__name__, str(error).replace(pair.__path__[0], "PAIR"))
NAME = "right"


def value():
    return partial.NAME + " from right"
