"""Annotations that stay text."""
from __future__ import annotations


class Node:
    value: int
    next: Node | None = None
    table: dict[str,list[ "Node" ]]
    pairs: tuple[int, ...] = ()
    text: 'str' = ""
    call: Callable[[int, str], missing.name]
    literal: Literal[1, "a", None, True]
    call_result: make(1,x = 2)


print(Node.__annotations__)
print(Node.next)
