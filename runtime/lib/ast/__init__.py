"""The values of literals. Syntax trees aren't there."""

from ast._parser import Node, Parser

__all__ = ["literal_eval"]


def _malformed(node):
    message = "malformed node or string"
    if isinstance(node, Node):
        message += f" on line {node.line}"
    raise ValueError(message + f": {node!r}")


def _number(node):
    if not isinstance(node, Node) or node.kind != "Constant" or type(node.parts[0]) not in (int, float, complex):
        _malformed(node)
    return node.parts[0]


def _signed_number(node):
    if isinstance(node, Node) and node.kind == "UnaryOp" and node.parts[0] in ("+", "-"):
        operand = _number(node.parts[1])
        return +operand if node.parts[0] == "+" else -operand
    return _number(node)


def _value(node):
    kind = node.kind if isinstance(node, Node) else None
    if kind == "Constant":
        return node.parts[0]
    if kind == "Tuple":
        return tuple([_value(item) for item in node.parts[0]])
    if kind == "List":
        return [_value(item) for item in node.parts[0]]
    if kind == "Set":
        return {_value(item) for item in node.parts[0]}
    if kind == "Call":
        function, count = node.parts
        if function.kind == "Name" and function.parts[0] == "set" and count == 0:
            return set()
    if kind == "Dict":
        keys, values = node.parts
        return dict(zip([_value(key) for key in keys], [_value(value) for value in values]))
    if kind == "BinOp" and node.parts[0] in ("+", "-"):
        operator, left, right = node.parts
        left = _signed_number(left)
        right = _number(right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if operator == "+" else left - right
    return _signed_number(node)


def literal_eval(node_or_string):
    """The value of a literal: numbers, strs, bytes, tuples, lists, dicts, sets, True, False, None and Ellipsis."""
    if not isinstance(node_or_string, str):
        _malformed(node_or_string)
    text = node_or_string.lstrip(" \t")
    if "\0" in text:
        raise SyntaxError("source code string cannot contain null bytes")
    return _value(Parser(text).parse())
