# argparse stores into the namespace that it's given, by names of options.
import argparse
class N:
    def __init__(self): self.v = 1
    def get(self): return self.v * 2
n = N()
p = argparse.ArgumentParser()
p.add_argument("--v", type=str)
def parse(parser, *rest):
    return parser.parse_args(*rest)
parse(p, ["--v", "x"], n)
print(n.get())
