# Exceptions in plain functions, raised and caught nearby: the everyday use of errors as control flow.
def parse(text):
    if not text.isdigit():
        raise ValueError(f"not a number: {text}")
    return int(text)


def total_of(texts):
    total = bad = 0
    for text in texts:
        try:
            total += parse(text)
        except ValueError:
            bad += 1
    return total, bad


def main():
    texts = ["12", "seven", "305", "", "8", "x1"] * 50
    total = bad = 0
    for _ in range(5000):
        more, worse = total_of(texts)
        total += more
        bad += worse
    print(total, bad)


main()
