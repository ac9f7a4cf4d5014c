"""Warnings: what's shown, recorded, raised and ignored, with the place of the call."""
import warnings


def old():
    warnings.warn("old is deprecated", DeprecationWarning)
    return 1


def careful(value):
    if value < 0:
        warnings.warn("negative", stacklevel=1)
    return value


old()
old()
for number in (-1, -2):
    careful(number)
warnings.warn(UserWarning("an instance"))
warnings.warn("ignored by default", PendingDeprecationWarning)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    old()
    warnings.warn("other", RuntimeWarning)
for each in caught:
    print(each.category.__name__, each.message, each.lineno, type(each.message))
print(len(caught), str(caught[0].message), caught[0].filename.endswith("filters_and_recording.py"))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", UserWarning)
    except UserWarning as error:
        print("raised", error)

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="nothing of")
    warnings.warn("nothing of interest")
    warnings.warn("of interest")
    warnings.simplefilter("ignore", RuntimeWarning)
    warnings.warn("silent", RuntimeWarning)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("one time")
    warnings.resetwarnings()
    warnings.warn("after the reset")
print([str(each.message) for each in caught])

for bad in (lambda: warnings.warn("x", int), lambda: warnings.warn("x", "text"), lambda: warnings.simplefilter("nothing"),
            lambda: warnings.filterwarnings("ignore", message=3)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, lineno)


original = warnings.showwarning
warnings.showwarning = show
warnings.warn("by my own function")
warnings.showwarning = original
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "the line"), end="")


@warnings.deprecated("use new() instead")
def decorated():
    return 5


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(decorated(), decorated.__deprecated__, decorated.__name__)
print([str(each.message) for each in caught])
manager = warnings.catch_warnings(record=True)
print(manager)
