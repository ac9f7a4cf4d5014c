"""Texts of all lengths around those that are copied and compared a word at a time."""

letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def pieces():
    whole = " ".join(letters[:n] for n in range(1, 40))
    words = whole.split()
    return words == [letters[:n] for n in range(1, 40)], words == whole.split(" "), len(whole), whole[-45:]


def joined():
    for separator in ("", ",", "--", "123456789", "seventeen letters"):
        for count in range(4):
            words = [letters[n : n + length] for n, length in enumerate((0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 33)[: count * 4])]
            print(repr(separator.join(words)))


def keys():
    """Texts that differ in one place only."""
    found = {}
    for length in range(36):
        for place in range(length):
            text = letters[:place] + "*" + letters[place + 1 : length]
            found[text] = found.get(text, 0) + length
    same = 0
    for length in range(36):
        for place in range(length):
            text = "".join([letters[:place], "*", letters[place + 1 : length]])
            same += found[text] == length
            same += "".join([letters[:place], "+", letters[place + 1 : length]]) not in found
    return len(found), same, sum(found.values())


def wide():
    counts = {}
    for text in ("é", "e", "éé", "日本", "日", "日本語日本語日本語", "日本語日本語日本人", "🙂", "🙂🙂", "\xe9\xe9", "a\0", "a", "a\0b"):
        part = (text + ".")[:-1]
        counts[part] = counts.get(part, 0) + 1
    return counts, ["日" in counts, "語" in counts, "\0a" in counts, "a\0" in counts]


def parts():
    text = letters[:20]
    return [text[start:stop] for start in (0, 1, 7) for stop in (0, 1, 2, 3, 5, 8, 9, 16, 17, 18, 20)]


def flags(count):
    """Lists whose items nobody counts."""
    values = [True] * count
    for place in range(0, count, 3):
        values[place] = False
    mixed = [True, 1, None, False, "x" * 2] * 2 + values
    numbers = [0] * count
    numbers[1::2] = range(count // 2)
    del mixed[3:5]
    return sum(values), mixed[:8], len(mixed), sum(numbers), [None] * 3, [values] * 2 == [values, values]


print(pieces())
joined()
print(keys())
print(wide())
print(parts())
print(flags(10), flags(1001))
