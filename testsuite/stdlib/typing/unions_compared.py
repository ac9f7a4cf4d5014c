"""`int | str` and typing.Union[int, str] are equal."""
from typing import List, Optional, Union

print(int | str == Union[str, int], Union[int, str] == str | int, hash(int | str) == hash(Union[str, int]))
print(int | None == Optional[int], int | str == Union[int, bytes], int | str != Union[int, str], Union[int, str] == int)
print({int | str: 1}[Union[int, str]], list | str == Union[list, str], List[int] | str == Union[List[int], str])
print((int | str) == (str | int), Union[int, str] == Union[str, int], (int | str) == 5)
