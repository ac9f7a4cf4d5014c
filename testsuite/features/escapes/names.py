# Names that C++ or the runtime already uses, and names in Unicode.
class std:
    def main(self, int, double):
        self.template = int + double
        return self.template


def main(argc=1, argv=2):
    new, delete, this, namespace, operator, auto = 1, 2, 3, 4, 5, 6
    virtual = [co_await + typename for co_await, typename in [(new, delete)]]
    return argc + argv + this + namespace + operator + auto + virtual[0]


def aiocc(struct, union):
    struct += union
    return struct


def TRY(AT, CO_TRY=3):
    return AT * CO_TRY


def Object(Int, Str="str"):
    return f"{Int} {Str}"


NULL, EOF, errno, stdin, assert_, int64_t, __x, _Y, a__b = range(9)
état = {"größe": 1, "名前": 2}
print(std().main(1, 2.5), main(), aiocc("a", "b"), TRY(4), Object(1))
print(NULL, EOF, errno, stdin, assert_, int64_t, __x, _Y, a__b, état["größe"])


class class_:
    static = "static"
    register = default = 3

    def switch(self, case):
        return (self.static, case, self.register, self.default)


print(class_().switch(case=1))


def größer(größe, ß=1):
    return größe > ß


print(größer(2), größer.__name__, main.__name__)
goto = signed = unsigned = volatile = 0
for char in range(2):
    goto += char
print(goto, signed, unsigned, volatile)


def raised(result, error, state, exception, spans, codes, module_body):
    try:
        raise ValueError(result)
    except ValueError as e:
        return [e.args[0], error, state, exception, spans, codes, module_body]


print(raised(1, 2, 3, 4, 5, 6, 7))
