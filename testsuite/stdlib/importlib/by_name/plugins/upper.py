print("upper starts")
calls = 0


def run(text):
    global calls
    calls += 1
    return text.upper()


async def work(name):
    return run(name)
