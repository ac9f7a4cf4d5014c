# What a call was given lives until it's done, whatever becomes of the variables, attributes and items that it came from.
class Loud:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("end of", self.name)


current = Loud("global")


def drop_global(thing, *rest):
    global current
    current = None
    print("still", thing, rest)


def keep(thing, *rest):
    print("kept", thing, rest)


def choose(drops):
    return drop_global if drops else keep


choose(False)(current)
choose(True)(current)
current = Loud("second")
choose(True)(current, current)


class Holder:
    def __init__(self):
        self.held = Loud("held")

    def drop(self, thing):
        self.held = None
        print("still", thing)


class Other:
    held = "nothing"

    def drop(self, thing):
        print("other", thing)


for holder in (Holder(), Other()):
    holder.drop(holder.held)


def with_cell():
    captured = Loud("captured")

    def drop(thing):
        nonlocal captured
        captured = None
        print("still", thing)

    def look(thing):
        print("look", captured is thing)

    for call in (look, drop):
        call(captured)


with_cell()

# Native functions call back, too.
items = [3, 1, 2]


def key(item):
    global items, word
    items = None
    word = None
    return -item


print(sorted(items, key=key))
word = Loud("shown")


class Shows:
    def __str__(self):
        global word
        word = None
        return "shows"


print(Shows(), word, "after")
word = Loud("key")


class Hashed:
    def __hash__(self):
        global word
        word = None
        return 1


made = {Hashed(): word, 2: word}
print(len(made), word)
made.clear()
print("done")
