class Metres(float):
    def __new__(cls, arg, unit=None):
        self = super().__new__(cls, arg)
        self.unit = unit
        return self


class Reader:
    def read(self, texts):
        for text in texts:
            if not text:
                continue
            f = float(text)
            print("%r" % f, "%r" % -f)


Reader().read(["2.5", ""])
print(Metres(2.5, "m").unit, float(Metres(2.5)))
