# Untyped numeric code that inference has to make fast: a sieve, integer loops, floats.
def sieve(limit):
    composite = [False] * (limit + 1)
    found = 0
    for n in range(2, limit + 1):
        if not composite[n]:
            found += 1
            for multiple in range(n * n, limit + 1, n):
                composite[multiple] = True
    return found


def collatz(limit):
    longest = best = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest, best = steps, start
    return best, longest


def integrate(f, low, high, steps):
    width = (high - low) / steps
    total = 0.0
    for i in range(steps):
        total += f(low + (i + 0.5) * width)
    return total * width


print(sieve(1500000), collatz(60000), f"{integrate(lambda x: x * x * (3.0 - x), 0.0, 3.0, 1500000):.6f}")
