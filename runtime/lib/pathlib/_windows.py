"""How Windows writes paths, as far as paths that no file stands behind need it."""

sep = "\\"
altsep = "/"


def normcase(path):
    """The path without regard to case."""
    return path.replace("/", "\\").lower()


def splitroot(path):
    """Drive, root and the rest."""
    plain = path.replace("/", "\\")
    if plain.startswith("\\\\"):
        # A share on another machine is a drive: \\machine\share\...
        start = 8 if plain[:8].upper() == "\\\\?\\UNC\\" else 2
        end = plain.find("\\", start)
        if end < 0:
            return path, "", ""
        end = plain.find("\\", end + 1)
        if end < 0:
            return path, "", ""
        return path[:end], path[end:end + 1], path[end + 1:]
    if plain.startswith("\\"):
        return "", path[:1], path[1:]
    if plain[1:2] == ":":
        if plain[2:3] == "\\":
            return path[:2], path[2:3], path[3:]
        return path[:2], "", path[2:]
    return "", "", path


def isabs(path):
    """Whether it begins at a drive's root, or on another machine."""
    drive, root, _ = splitroot(path)
    return bool(root) and bool(drive) or path[:2].replace("/", "\\") == "\\\\"


def join(path, *paths):
    """The paths behind one another."""
    drive, root, rest = splitroot(path)
    for part in paths:
        part_drive, part_root, part_rest = splitroot(part)
        if part_root:
            if part_drive or not drive:
                drive = part_drive
            root, rest = part_root, part_rest
            continue
        if part_drive and part_drive != drive:
            if part_drive.lower() != drive.lower():
                drive, root, rest = part_drive, part_root, part_rest
                continue
            drive = part_drive
        if rest and rest[-1] not in "\\/":
            rest += "\\"
        rest += part_rest
    if rest and not root and drive and drive[-1] not in ":\\/":
        return drive + "\\" + rest
    return drive + root + rest
