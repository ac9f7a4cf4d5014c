# NameError and AttributeError with CPython's suggestions, in code that runs and code that doesn't.
def never_called():
    return undefined_name


def misspelt(values):
    total = sum(values)
    return totl


print("before")
try:
    misspelt([1])
except NameError as error:
    print(error)
misspelt([1, 2])
