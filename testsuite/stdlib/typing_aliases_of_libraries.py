# Names of typing for classes of other modules: as annotations, called, subscripted, derived from.
import re
import typing
from collections import Counter as PlainCounter
from typing import ChainMap, Counter, Match, Optional, OrderedDict, Pattern, get_args, get_origin


def first(pattern: Pattern[str], found: Optional[Match[str]] = None) -> OrderedDict[str, int]:
    return OrderedDict(a=1)


print(first(re.compile("x")), Pattern, Match[str], Counter[int], OrderedDict[str, "X"], ChainMap)
print(isinstance(re.compile("x"), Pattern), isinstance(3, Pattern), isinstance(PlainCounter(), Counter), issubclass(PlainCounter, Counter))
print(get_origin(Pattern[str]) is re.Pattern, get_args(Counter[str]), Counter("aab"), typing.ChainMap({1: 2}))
print(Counter[int] == Counter[int], Counter[int] == Counter[str], Optional[Pattern], Pattern | None)
for arguments in ((int, str), ()):
    try:
        Counter[arguments]
    except TypeError as error:
        print(error)


class Bag(Counter[str]):
    def doubled(self):
        return 2 * self.total()


print(Bag("abca").doubled(), Bag.__mro__[1].__name__)
word: Pattern = re.compile("a+")


def annotated(a: "Counter[str]", *b: Match) -> None: ...


print(typing.get_type_hints(annotated))
