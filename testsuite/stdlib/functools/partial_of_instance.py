"""A partial that a class has isn't a method yet, which reading it from an instance warns of."""
import functools
import warnings


class Greeting:
    greet = functools.partial("{} {}".format, "hello")
    kept = staticmethod(functools.partial("{} {}".format, "bye"))


print(Greeting.greet("class"), Greeting().kept("instance"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(Greeting().greet("instance"))
    print([(each.category.__name__, str(each.message)) for each in caught])
