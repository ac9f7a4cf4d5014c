"""Differences of lines, close matches, and how a sequence turns into another."""
import difflib, pickle, random
def show(a, b):
    print("".join(difflib.ndiff(a, b)))
    print("".join(difflib.unified_diff(a, b, "a", "b")))
    print("".join(difflib.context_diff(a, b, "a", "b", n=1)))
show(["one\n", "two\n", "three\n"], ["ore\n", "tree\n", "emu\n"])
rng = random.Random(7)
words = ["alpha beta", "gamma", "delta epsilon zeta", "eta", "theta iota", "kappa lambda mu", "nu", "xi omicron"]
def mutate(lines):
    out = []
    for line in lines:
        r = rng.random()
        if r < .15: continue
        if r < .4:
            i = rng.randrange(len(line)); line = line[:i] + rng.choice("xyz") + line[i + 1:]
        if r > .9: out.append(rng.choice(words))
        out.append(line)
    return out
for n in range(12):
    a = [rng.choice(words) for _ in range(rng.randrange(1, 25))]
    b = mutate(a)
    show([x + "\n" for x in a], [x + "\n" for x in b])
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
s = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), s.get_matching_blocks(), s.get_opcodes(), s.quick_ratio(), s.real_quick_ratio())
print(list(difflib.restore(difflib.ndiff(["a\n", "b\n"], ["a\n", "c\n"]), 2)))
print(difflib.Match, pickle.loads(pickle.dumps(difflib.Match(1, 2, 3))))
