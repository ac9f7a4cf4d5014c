"""`text += more` of a variable grows the text in place where nobody else has it; everybody else keeps what they had."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK-LABEL: Str letters(
# CHECK: result += ch;
# CHECK-LABEL: Str doubled(
# CHECK: text = text + text;


def letters(words):
    result = ""
    for word in words:
        for ch in word:
            result += ch
        result = result + "-"
    return result


def doubled(text):
    text += text
    return text


def kept(words):
    text = ""
    all_of_them = []
    for word in words:
        before = text
        text += word
        all_of_them.append((before, text))
        text += text[:1] + word
    return all_of_them


def swapped(a, b):
    c = a
    a += b
    b += a
    return a, b, c


def wider(codes):
    text = "a"
    for code in codes:
        text += chr(code)
    return text, len(text), ascii(text)


def captured():
    text = "x"

    def show():
        return text

    text += "y"
    return show()


def loops():
    line = ""
    for line in ["a", "b"]:
        line += "!"
    return line


print(letters(["one", "two", ""]))
print(doubled("ab"), doubled(""))
print(kept(["a", "bc", "d"]))
print(swapped("p", "q"))
print(wider([98, 0xE9, 0x20AC, 0x1F600]))
print(captured(), loops())
word = "global"
word += "ly"
print(word)
