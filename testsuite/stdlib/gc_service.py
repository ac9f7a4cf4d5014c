# A long-running loop that makes cycles doesn't grow: collections come by themselves.
import gc


class Session:
    def __init__(self, number):
        self.number = number
        self.requests = []

    def add(self, text):
        request = Request(self, text)
        self.requests.append(request)
        return request


class Request:
    def __init__(self, session, text):
        self.session = session
        self.text = text
        self.handlers = [self.done, lambda: self.text]

    def done(self):
        return self.session.number


class Closing:
    closed = 0

    def __init__(self):
        self.me = self

    def __del__(self):
        Closing.closed += 1


def serve(number):
    session = Session(number)
    total = 0
    for i in range(3):
        request = session.add(f"request {i}")
        total += request.handlers[0]() + len(request.handlers[1]())
    return total


gc.collect()
before = len(gc.get_objects())
total = 0
most = 0
for number in range(60_000):
    total += serve(number)
    if number % 5_000 == 0:
        most = max(most, len(gc.get_objects()) - before)
print(total)
print("bounded" if most < 200_000 else f"grew to {most}")

for number in range(100_000):
    Closing()
print("finalisers ran by themselves:", Closing.closed > 50_000)
gc.collect()
print(Closing.closed)

gc.disable()
for number in range(30_000):
    Closing()
print(Closing.closed)
gc.enable()
gc.collect()
print(Closing.closed)
