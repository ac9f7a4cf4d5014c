# Bound methods of what CPython has in C are builtin_function_or_method or method-wrapper, never `method`; their attributes and errors say so.
import asyncio
import collections
import inspect
import types

MADE_IN_C = [
    [].append,
    {}.get,
    "".join,
    (1).bit_length,
    collections.deque().append,
    collections.OrderedDict().keys,
    dict.fromkeys,
    collections.OrderedDict.fromkeys,
    int.from_bytes,
    float.fromhex,
    bytes.fromhex,
    str.maketrans,
    object.__new__,
    int.__init_subclass__,
    (x for x in ()).send,
    BaseException().with_traceback,
    int.mro,
    object().__reduce_ex__,
    [].__len__,
    (1).__add__,
    iter([]).__next__,
    len,
]
for method in MADE_IN_C:
    kinds = [kind for kind in (types.MethodType, types.BuiltinMethodType, types.MethodWrapperType) if isinstance(method, kind)]
    print(method.__name__, type(method).__name__, [kind.__name__ for kind in kinds], method.__qualname__, inspect.ismethod(method), inspect.isbuiltin(method))

print(type(asyncio.Queue().put).__name__, isinstance(asyncio.Queue().put, types.MethodType))
print(type([].append) is type(len) is types.BuiltinFunctionType)


class Stack(list):
    def push(self, item):
        self.append(item)

    @classmethod
    def empty(cls):
        return cls()

    count_of = classmethod(len)
    length = len


stack = Stack()
print(type(stack.push).__name__, type(stack.append).__name__, stack.append.__qualname__, type(stack.empty).__name__, type(stack.length).__name__)
print(type(Stack.__dict__["count_of"].__get__(None, Stack)).__name__)
print(stack.append == stack.append, stack.append == Stack().append, hash(stack.append) == hash(stack.append))
print(repr(stack.append).split(" at ")[0], repr(stack.__len__).split(" at ")[0])


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


append = [].append
for name in ("__func__", "__code__", "__dict__", "__defaults__", "nothing"):
    attempt(lambda: getattr(append, name))
attempt(lambda: append.__module__)
attempt(lambda: append.__self__)
attempt(lambda: setattr(append, "x", 1))
attempt(lambda: setattr(append, "__name__", 1))
attempt(lambda: append < append)
attempt(lambda: append + 1)
attempt(lambda: append[0])
attempt(lambda: len(append))
attempt(lambda: append(*3))
attempt(lambda: (5).bit_length(3))
attempt(lambda: stack.push(*3))
for value in (append, len, [].__len__, list.append, (x for x in ()), iter([]), {}.keys()):
    attempt(lambda: type(value)())
attempt(lambda: print >> 3)
attempt(lambda: print >> stack)
attempt(lambda: print << 3)
