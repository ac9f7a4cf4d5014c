"""What programs store in ordered dicts."""
import collections
import copy
import pickle


def main(od):
    od.x = 5
    print(od.x, hasattr(od, "y"))
    try: print(od.__dict__)
    except AttributeError as e: print(e)
    try: print(vars(od))
    except TypeError as e: print(e)
    c = copy.copy(od); print(c.__dict__, c)
    d = copy.deepcopy(od); print(d.__dict__, d)
    e = od.copy(); print(e.__dict__ if hasattr(e, "__dict__") else None)
    p = pickle.loads(pickle.dumps(od)); print(p.__dict__, p, p.x)
    print(od.__reduce__()[:3])
    del od.x
    print(od.__dict__, od)
main(collections.OrderedDict(a=1))
class Sub(collections.OrderedDict): pass
main(Sub(b=2))
