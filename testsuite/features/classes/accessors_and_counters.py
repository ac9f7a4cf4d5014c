"""Properties, class and static methods, and data of the class, in classes whose layout is known."""


class Account:
    count = 0
    rate = 0.05
    names = []

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        Account.count += 1
        self.names.append(owner)

    @property
    def balance(self):
        """What is there."""
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative")
        self._balance = value

    @balance.deleter
    def balance(self):
        self._balance = None

    @property
    def summary(self):
        return f"{self.owner}: {self._balance}"

    @property
    def history(self):
        return [self._balance]

    @classmethod
    def opened(cls, owner):
        return cls(owner, 1)

    @classmethod
    def how_many(cls):
        return cls.count

    @classmethod
    def set_rate(cls, rate):
        cls.rate = rate

    @staticmethod
    def is_valid(amount):
        return amount > 0

    def interest(self):
        return self._balance * self.rate


class Savings(Account):
    rate = 1

    def __init__(self, owner, balance=0.0, goal=None):
        super().__init__(owner, balance)
        self.goal = goal

    @property
    def summary(self):
        return "savings of " + super().summary

    @classmethod
    def opened(cls, owner):
        made = super().opened(owner)
        made.goal = "a house"
        return made


def attempt(action):
    try:
        print(action())
    except (AttributeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


def main():
    first = Account("ann", 10.0)
    first.balance += 5.0
    first.balance = first.balance * 2
    print(first.balance, first.summary, first.history, Account.count, Account.how_many())
    attempt(lambda: setattr(first, "balance", -1))
    attempt(lambda: setattr(first, "summary", "text"))
    history = first.history
    history.append("text")
    print(history, first.history)
    first.balance = 7
    print(first.balance, first.interest())
    attempt(lambda: setattr(first, "balance", "a str"))
    first._balance = "a str"
    print(first.balance + "!", first.summary)
    del first.balance
    print(first.balance, first.summary)
    second = Account.opened("bob")
    third = Savings.opened("cid")
    print(second.summary, third.summary, third.goal, third.balance)
    print(Account.is_valid(3), third.is_valid(-3), second.opened("dan").owner)
    Account.set_rate(2)
    print(Account.rate, Savings.rate, second.interest(), third.interest())
    Savings.set_rate("x")
    print(Savings.rate, Account.rate, third.interest())
    second.rate = 10
    print(second.interest(), Account.rate)
    Account.count += 10
    print(Account.count, third.count, Savings.how_many())
    third.count += 1
    print(third.count, Account.count)
    for name in ("balance", "summary", "opened", "count"):
        print(name, getattr(third, name) if name != "opened" else getattr(third, name)("eve").owner)
    print(Account.balance.__doc__, Account.balance.fget(second))
    Account.count = "many"
    print(second.count, Account.how_many(), Account.names, Savings.names is Account.names)


main()


class Temperature:
    lowest = -273.15

    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < Temperature.lowest:
            raise ValueError("too cold")
        self._celsius = value

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9


warm = Temperature(20)
warm.fahrenheit = 212
print(warm.celsius, warm.fahrenheit, warm._celsius)
attempt(lambda: Temperature(-300))
Temperature.lowest = -1000
print(Temperature(-300).celsius)


class Counter:
    instances = 0
    last = None
    registry = {}

    def __init__(self):
        Counter.instances += 1
        Counter.last = self
        Counter.registry[Counter.instances] = self
        self.id = Counter.instances

    def __repr__(self):
        return f"<Counter {self.id}>"

    @classmethod
    def reset(cls):
        cls.instances = 0
        cls.last = None
        cls.registry.clear()


print([Counter().id for _ in range(3)], Counter.last, Counter.registry)
Counter.reset()
print(Counter.instances, Counter.last, Counter.registry, Counter())


class Lazy:
    def __init__(self, numbers):
        self.numbers = numbers
        self._total = None

    @property
    def total(self):
        if self._total is None:
            self._total = sum(self.numbers)
        return self._total

    largest = property(lambda self: max(self.numbers), doc="the largest")

    def get_size(self):
        return len(self.numbers)

    def set_size(self, size):
        self.numbers = self.numbers[:size]

    size = property(get_size, set_size)


lazy = Lazy([3, 1, 2])
print(lazy.total, lazy.largest, lazy.size)
lazy.size = 2
print(lazy.total, lazy.numbers, lazy.size)
attempt(lambda: setattr(lazy, "largest", 1))
numbers = [lazy.total + each.size for each in (Lazy([1]), Lazy([2, 3]))]
print(numbers, sorted([Lazy([5]), Lazy([1, 2])], key=lambda each: each.total)[0].numbers)


class Failing:
    @property
    def broken(self):
        return self.missing

    @property
    def zero(self):
        return 1 // 0


attempt(lambda: Failing().broken)
print(hasattr(Failing(), "broken"), getattr(Failing(), "broken", "default"))
try:
    Failing().zero
except ZeroDivisionError as error:
    print(error)


class Meter:
    unit = "m"

    @staticmethod
    def parse(text):
        return float(text.rstrip(Meter.unit))

    @classmethod
    def all(cls, *texts, scale=1):
        return [cls.parse(text) * scale for text in texts]


print(Meter.all("1m", "2.5m", scale=2), Meter().all("3m"))
Meter.unit = "k"
print(Meter.parse("7k"))
Meter.parse = lambda text: text
print(Meter.parse("replaced"))
