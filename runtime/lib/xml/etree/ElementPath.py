"""Finding elements by paths: the part of XPath that element trees have."""

import re

_TOKENS = re.compile(
    r"('[^']*'|\"[^\"]*\"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")
_cache = {}


def xpath_tokenizer(pattern, namespaces=None):
    """The path's tokens: pairs of an operator and a name, names in full."""
    default = namespaces.get("") if namespaces else None
    is_attribute = False
    for operator, tag in _TOKENS.findall(pattern):
        if tag and tag[0] != "{":
            if ":" in tag:
                prefix, _, name = tag.partition(":")
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f"prefix {prefix!r} not found in prefix map") from None
                yield operator, f"{{{namespaces[prefix]}}}{name}"
            elif default and not is_attribute:
                yield operator, f"{{{default}}}{tag}"
            else:
                yield operator, tag
            is_attribute = False
        else:
            yield operator, tag
            is_attribute = operator == "@"


def _has_wildcard(tag):
    return tag[:3] == "{*}" or tag[-2:] == "}*"


def _matcher(tag):
    """Tells whether an element's tag is one that a name with a wildcard stands for."""
    if tag == "{*}*":
        return lambda each: True
    if tag == "{}*":
        return lambda each: isinstance(each, str) and each[:1] != "{"
    if tag[:3] == "{*}":
        suffix = tag[2:]
        return lambda each: each == tag[3:] or isinstance(each, str) and each.endswith(suffix)
    start = tag[:-1]
    return lambda each: isinstance(each, str) and each.startswith(start)


def _parent_map(context):
    if context.parent_map is None:
        context.parent_map = {child: parent for parent in context.root.iter() for child in parent}
    return context.parent_map


def _prepare_child(take, token):
    tag = token[1]
    if _has_wildcard(tag):
        matches = _matcher(tag)
        return lambda context, result: (child for element in result for child in element if matches(child.tag))
    if tag[:2] == "{}":
        tag = tag[2:]
    return lambda context, result: (child for element in result for child in element if child.tag == tag)


def _prepare_star(take, token):
    return lambda context, result: (child for element in result for child in element)


def _prepare_self(take, token):
    return lambda context, result: result


def _prepare_descendant(take, token):
    token = take()
    if token is None:
        return None
    kind, name = token
    if kind and kind != "*":
        raise SyntaxError("invalid descendant")
    tag = kind or name
    if _has_wildcard(tag):
        matches = _matcher(tag)
        return lambda context, result: (each for element in result for each in element.iter() if each is not element and matches(each.tag))
    if tag[:2] == "{}":
        tag = tag[2:]
    return lambda context, result: (each for element in result for each in element.iter(tag) if each is not element)


def _prepare_parent(take, token):
    def select(context, result):
        parents = _parent_map(context)
        seen = {}
        for element in result:
            parent = parents.get(element)
            if parent is not None and parent not in seen:
                seen[parent] = None
                yield parent
    return select


def _read_predicate(take):
    """The kinds of a predicate's tokens, one letter each, and their texts."""
    signature = []
    texts = []
    while True:
        token = take()
        if token is None:
            return None
        if token[0] == "]":
            return "".join(signature), texts
        if token == ("", ""):
            continue
        if token[0] and token[0][:1] in "'\"":
            token = "'", token[0][1:-1]
        signature.append(token[0] or "-")
        texts.append(token[1])


def _filter(test):
    return lambda context, result: (element for element in result if test(element))


def _prepare_predicate(take, token):
    read = _read_predicate(take)
    if read is None:
        return None
    signature, texts = read
    if signature == "@-":
        name = texts[1]
        return _filter(lambda element: element.get(name) is not None)
    if signature in ("@-='", "@-!='"):
        name, value = texts[1], texts[-1]
        if "!=" in signature:
            return _filter(lambda element: element.get(name) not in (None, value))
        return _filter(lambda element: element.get(name) == value)
    if signature == "-" and not re.match(r"\-?\d+$", texts[0]):
        name = texts[0]
        return _filter(lambda element: element.find(name) is not None)
    if signature in (".='", ".!='"):
        value, is_equal = texts[-1], "!=" not in signature
        return _filter(lambda element: ("".join(element.itertext()) == value) is is_equal)
    if signature in ("-='", "-!='") and not re.match(r"\-?\d+$", texts[0]):
        name, value, is_equal = texts[0], texts[-1], "!=" not in signature
        return _filter(lambda element: any(("".join(each.itertext()) == value) is is_equal for each in element.iterfind(name)))
    if signature in ("-", "-()", "-()-"):
        return _by_position(signature, texts)
    raise SyntaxError("invalid predicate")


def _by_position(signature, texts):
    if signature == "-":
        index = int(texts[0]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
    else:
        if texts[0] != "last":
            raise SyntaxError("unsupported function")
        index = -1
        if signature == "-()-":
            try:
                index = int(texts[2]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression") from None
            if index > -2:
                raise SyntaxError("XPath offset from last() must be negative")

    def select(context, result):
        parents = _parent_map(context)
        for element in result:
            try:
                siblings = list(parents[element].findall(element.tag))
                if siblings[index] is element:
                    yield element
            except (IndexError, KeyError):
                pass
    return select


_STEPS = {"": _prepare_child, "*": _prepare_star, ".": _prepare_self, "..": _prepare_parent, "//": _prepare_descendant,
          "[": _prepare_predicate}


class _Context:
    """The element that a search begins at."""

    def __init__(self, root):
        self.root = root
        self.parent_map = None


def _selectors(path, namespaces):
    """The steps of a path."""
    if path[-1:] == "/":
        path += "*"
    key = (path, tuple(sorted(namespaces.items())) if namespaces else None)
    found = _cache.get(key)
    if found is not None:
        return found
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = iter(list(xpath_tokenizer(path, namespaces)))

    def take():
        return next(tokens, None)

    token = take()
    found = []
    while token is not None:
        prepare = _STEPS.get(token[0])
        if prepare is None:
            raise SyntaxError("invalid path")
        # None for a path that ends too early, which fails when the step is taken.
        found.append(prepare(take, token))
        token = take()
        if token is not None and token[0] == "/":
            token = take()
    if len(_cache) > 100:
        _cache.clear()
    _cache[key] = found
    return found


def iterfind(elem, path, namespaces=None):
    """The elements that the path leads to."""
    result = [elem]
    context = _Context(elem)
    for select in _selectors(path, namespaces):
        result = select(context, result)
    return iter(result)


def find(elem, path, namespaces=None):
    """The first element that the path leads to, None for none."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """A list of the elements that the path leads to."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element that the path leads to."""
    found = find(elem, path, namespaces)
    if found is None:
        return default
    return found.text or ""
