print("lower starts")


def run(text):
    return text.lower()


async def work(name):
    return run(name)
