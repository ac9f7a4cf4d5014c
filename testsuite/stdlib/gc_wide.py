# One object refers to more than a collection looks at in one go, some of it older than itself, some younger.
import gc


class Hub:
    def __init__(self):
        self.spokes = []


class Spoke:
    def __init__(self, hub, number):
        self.hub = hub
        self.number = number
        self.own = [number]


def wheel(older, younger):
    items = [Spoke(None, number) for number in range(older)]
    hub = Hub()
    hub.spokes = items
    for spoke in items:
        spoke.hub = hub
    for number in range(older, older + younger):
        hub.spokes.append(Spoke(hub, number))
    return hub


def main():
    gc.collect()
    kept = wheel(150_000, 100_000)
    dropped = wheel(100_000, 150_000)
    print(gc.collect())
    print(len(dropped.spokes), sum(spoke.own[0] for spoke in dropped.spokes))
    del dropped
    # Each spoke and its list, the hub and its list.
    print(gc.collect())
    print(len(kept.spokes), all(spoke.hub is kept for spoke in kept.spokes))
    print(sum(spoke.own[0] - spoke.number for spoke in kept.spokes))
    kept.spokes = kept.spokes[::-1]
    print(gc.collect(), kept.spokes[0].number)


main()
