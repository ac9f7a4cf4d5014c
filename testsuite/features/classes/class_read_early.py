# `__class__` and super() in methods that run before their class is complete.
class Early:
    def owner(*ignored):
        return __class__

    def parent(self):
        return super().__repr__()

    try:
        print(owner())
    except NameError as error:
        print(type(error).__name__, error)
    try:
        print(parent(3))
    except NameError as error:
        print(type(error).__name__, error)
    functions = [lambda: __class__]
    try:
        functions[0]()
    except NameError as error:
        print(error)


class Meta(type):
    def __new__(meta, name, bases, namespace):
        try:
            namespace["owner"](None)
        except NameError as error:
            print(name, error)
        return super().__new__(meta, name, bases, namespace)


class Made(metaclass=Meta):
    def owner(self):
        return __class__


print(Early.owner(), Early().owner(), Early.functions[0](), Made().owner())
print("Early object" in Early().parent())
