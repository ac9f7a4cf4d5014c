# Text: splitting, joining, formatting, slicing, searching.
def rotate(text, by):
    letters = []
    for c in text:
        if "a" <= c <= "z":
            letters.append(chr((ord(c) - 97 + by) % 26 + 97))
        else:
            letters.append(c)
    return "".join(letters)


def main():
    text = "the quick brown fox jumps over the lazy dog; " * 40
    for by in range(1, 300):
        text = rotate(text, by % 26)
    print(text[:60])
    table = []
    for n in range(300000):
        table.append(f"{n:>6}|{n / 7:.3f}|{n:x}")
    joined = "\n".join(table)
    print(len(joined), joined[-30:].replace("\n", "/"))
    print(sum(line.split("|")[2].count("f") for line in joined.split("\n")))


main()
