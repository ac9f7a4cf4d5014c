"""Cuts a program down to what still shows a difference of the same kind."""
import ast


def minimised(text, differences_of, original):
    """`differences_of(text)` gives what differs (a list of texts) or nothing. Statements are left out, and compound ones replaced by their
    blocks, as long as what differs is of the same kind."""
    wanted = kind(original)
    best = ast.unparse(ast.parse(text))
    if kind(differences_of(best)) != wanted:
        return text
    shrunk = True
    while shrunk:
        shrunk = False
        index = 0
        while (shorter := without(best, index)) is not None:
            if shorter and shorter != best and kind(differences_of(shorter)) == wanted:
                best, shrunk = shorter, True
            else:
                index += 1
    return best + "\n"


def kind(differences):
    """Exit codes as they are, of the streams only that they differ."""
    return [each if each.startswith("exit code") else each.split()[0] for each in differences or []]


def blocks(tree):
    """All lists of statements, the outer ones first."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            if isinstance(block := getattr(node, name, None), list) and block:
                yield block


def without(text, index):
    """The program less its statement `index`, counted block by block: left out, or (odd ones) replaced by its blocks. An empty text where
    that's no program, None where there's no such statement."""
    tree = ast.parse(text)
    place, unwraps = divmod(index, 2)
    for block in blocks(tree):
        if place >= len(block):
            place -= len(block)
            continue
        inner = [each for name in ("body", "orelse", "finalbody") for each in getattr(block[place], name, [])]
        if unwraps and not inner:
            return ""
        block[place : place + 1] = inner if unwraps else []
        if not block:
            block.append(ast.Pass())
        try:
            shorter = ast.unparse(ast.fix_missing_locations(tree))
            ast.parse(shorter)
            compile(shorter, "program.py", "exec")
            return shorter
        except (SyntaxError, ValueError):
            return ""
    return None
