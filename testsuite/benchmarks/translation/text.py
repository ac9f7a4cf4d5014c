# A part of the programs that scripts/bench_translation makes: functions over numbers and strings, closures and generators.
def tokens_0(text):
    position = 0
    while position < len(text):
        char = text[position]
        if char.isspace():
            position += 1
        elif char.isdigit():
            start = position
            while position < len(text) and text[position].isdigit():
                position += 1
            yield "number", int(text[start:position])
        elif char in "+-*/()":
            yield "operator", char
            position += 1
        else:
            raise ValueError(f"unexpected {char!r} at {position}")


def apply_0(operator, left, right):
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right:
            return left // right
        case _:
            raise ZeroDivisionError("nothing to divide by")


def evaluate_0(text):
    priorities = {"+": 1, "-": 1, "*": 2, "/": 2}
    values = []
    operators = []

    def reduce():
        right = values.pop()
        left = values.pop()
        values.append(apply_0(operators.pop(), left, right))

    for kind, token in tokens_0(text):
        if kind == "number":
            values.append(token)
        elif token == "(":
            operators.append(token)
        elif token == ")":
            while operators[-1] != "(":
                reduce()
            operators.pop()
        else:
            while operators and operators[-1] != "(" and priorities[operators[-1]] >= priorities[token]:
                reduce()
            operators.append(token)
    while operators:
        reduce()
    return values[0]


def primes_0(limit):
    sieve = [True] * (limit + 1)
    found = []
    for number in range(2, limit + 1):
        if not sieve[number]:
            continue
        found.append(number)
        for multiple in range(number * number, limit + 1, number):
            sieve[multiple] = False
    return found


def words_0(text, *, least=1, separator=" "):
    counts = {}
    for word in text.lower().split(separator):
        word = word.strip(".,;")
        if len(word) >= least:
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def mean_0(numbers):
    return sum(numbers) / len(numbers) if numbers else 0.0


def text_0():
    for expression in ("1 + 2 * 3", "(4 + 5) * (6 - 2)", "8 / (3 - 3)", "7 & 2"):
        try:
            print(f"{expression} = {evaluate_0(expression)}")
        except (ValueError, ZeroDivisionError) as error:
            print(f"{expression}: {type(error).__name__}: {error}")
    primes = primes_0(60)
    gaps = [right - left for left, right in zip(primes, primes[1:])]
    print(primes[-3:], max(gaps), round(mean_0(gaps), 3))
    for word, count in words_0("The cat saw the dog; the dog ran.", least=3)[:3]:
        print(f"{word:>8}{count:4d}")
