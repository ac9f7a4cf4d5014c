# A traceback tells the look-up of a method from its call.
import traceback


class Guarded:
    def __getattr__(self, name):
        if name == "gone":
            raise AttributeError("it is gone")
        return lambda *args, **keywords: 1 // len(args)

    @property
    def closed(self):
        raise KeyError("closed")

    def plain(self, number):
        return 10 // number


def tell(run, *args):
    try:
        print(run(*args))
    except Exception:
        lines = traceback.format_exc().splitlines()
        print("\n".join(line for line in lines if not line.startswith("  File")))


def missing(thing):
    return thing.missing_one(1, key="value")


def failing(thing):
    thing.plain(0)
    return "not here"


def in_lines(thing):
    result = (
        thing
        .plain(2)
    )
    return result + (
        thing
        .gone(
            1,
        )
    )


def with_arguments_that_run(thing):
    return thing.closed(failing(thing))


def in_argument(things):
    return sum(thing.plain(2) for thing in things)


def nested(things):
    return list(thing.gone() for thing in things)


def with_keywords(thing):
    return thing.any_name(key="value")


def in_handler(thing):
    try:
        thing.nothing(None)
    except ZeroDivisionError:
        return thing.plain()
    finally:
        thing.gone(True)


tell(missing, 5)
tell(missing, "text")
tell(missing, Guarded())
tell(failing, Guarded())
tell(in_lines, Guarded())
tell(with_arguments_that_run, Guarded())
tell(in_argument, [Guarded(), None])
tell(nested, [Guarded()])
tell(with_keywords, Guarded())
tell(in_handler, Guarded())
tell(in_handler, 1.5)
None.missing_at_last("x")
