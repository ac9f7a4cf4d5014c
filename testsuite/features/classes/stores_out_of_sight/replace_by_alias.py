# dataclasses.replace by another name of its module.
import dataclasses as dc
@dc.dataclass
class P:
    x: int
    def double(self):
        return self.x + self.x
p = P(3)
q = dc.replace(p, x="ab")
print(q.double(), p.double())
for each in [p, q]:
    print(each.x * 2)
