# global and nonlocal, shadowing, class scopes, builtins that are rebound.
counter = 0


def bump():
    global counter, created
    counter += 1
    created = f"by bump {counter}"


bump()
bump()
print(counter, created)


def outer():
    value = "outer"

    def middle():
        value = "middle"

        def inner():
            nonlocal value
            value += " changed"
            return value

        return inner(), value

    return middle(), value


print(outer())
scope = "module"


class Holder:
    scope = "class"
    seen = scope

    def method(self):
        return scope


print(Holder.seen, Holder().method())


def shadow(len):
    return len * 2


print(shadow(4), len([1]))
real = len
len = lambda x: "mine"
print(len([1]), real([1]))
del len
print(len([1]))
