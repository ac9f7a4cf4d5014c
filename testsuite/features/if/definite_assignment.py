# Names that are bound on some paths only.
def pick(flag):
    if flag:
        chosen = "bound"
    return chosen


print(pick(True))
try:
    pick(0)
except UnboundLocalError as error:
    print(error)


def deleted():
    x = 1
    del x
    return x


try:
    deleted()
except UnboundLocalError as error:
    print(error)


def change_type(n):
    if n > 2:
        x = n
    elif n > 1:
        x = "two"
    elif n > 0:
        x = 1.0
    else:
        x = None
    return x


print([change_type(n) for n in range(4)])
try:
    print(later)
except NameError as error:
    print(error)
later = 1
print(later)
