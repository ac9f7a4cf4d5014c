"""A loop over a list or a part of it that changes nothing but numbers, in variables and in fields, borrows its items. It still sees what was there
when it began: whatever dies when the loop's variable gets its first item may change the list."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK: ListView<Ref<Point>> [[VIEW:iteration_[0-9]+]];
# CHECK: [[VIEW]].start(points, i + 1, None, two)
# CHECK: LastItem last_{{[0-9]+}}(two, [[VIEW]]);
# CHECK: while ([[VIEW]].next()) {
# CHECK: Ref<Point> const& [[ITEM:two_[0-9]+]] = [[VIEW]].item();
# CHECK: one->x - [[ITEM]]->x
import math


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.pull = 0.0
        self.hits = 0

    def __repr__(self):
        return f"Point({self.x}, {self.y}, {self.pull:.6f}, {self.hits})"


def attract(points):
    for i, one in enumerate(points):
        for two in points[i + 1:]:
            dx = one.x - two.x
            dy = one.y - two.y
            distance = math.sqrt(dx * dx + dy * dy)
            one.pull -= dx / distance
            two.pull += dx / distance
            two.hits += 1
    return two


def longest(numbers):
    best = 0.0
    for number in numbers[1:]:
        if number > best:
            best = number
    return best


def counts(numbers):
    result = 0
    number = -1
    for number in numbers[-3:]:
        result += number
    for number in numbers[5:2]:
        result += 1000
    return result, number


def texts(words):
    count = 0
    for word in words[1:]:
        count += 1
    return count, word


class Node:
    nodes = []

    def __init__(self, value):
        self.value = value

    def __del__(self):
        print("end of", self.value)
        Node.nodes.clear()


def changed_by_a_death():
    Node.nodes = [Node(1), Node(2), Node(3)]
    node = Node(0)
    total = 0
    # The first item ends Node(0), which clears the list.
    for node in Node.nodes[0:]:
        total += node.value
    print("total", total, len(Node.nodes), node.value)


def death_elsewhere():
    Node.nodes = [Node(4), Node(5)]
    node = Node.nodes[0]
    total = 0
    for node in Node.nodes[1:]:
        total += node.value
    for node in Node.nodes[:]:
        total += node.value
    print("total", total)
    Node.nodes = []
    print("still", node.value)


def whole_list_changed_by_a_death():
    Node.nodes = [Node(6), Node(7), Node(8)]
    node = Node(0)
    total = 0
    # Here the loop sees that the list is empty then.
    for node in Node.nodes:
        total += node.value
    print("total", total, len(Node.nodes), node.value)


def left_early(points):
    one = two = None
    for one in points:
        one.hits += 1
        if one.hits == 2:
            break
    for two in points:
        two.hits += 1
        if two.x < 0:
            continue
        two.pull = 1.0
    else:
        two = None
    return one, two


def returned_from(points):
    for point in points:
        if point.y > 3:
            return point
    return None


def lengths(words):
    total = 0
    for word in words:
        total += len(word)
    return total


def raised_in_the_middle(points):
    two = None
    try:
        for two in points[1:]:
            two.hits += 1
            two.pull = math.sqrt(two.y)
    except ValueError as error:
        print("stopped at", two, error)


def divided(points):
    for two in points[:2]:
        two.pull = 1 / two.x


def main():
    points = [Point(0.0, 0.0), Point(3.0, 4.0), Point(-1.0, 2.0), Point(6.0, -8.0)]
    print(attract(points))
    print(points)
    print(longest([5.0, 1.5, 2.5]), longest([5.0]), counts([1, 2, 3, 2**70]), counts([]))
    print(texts(["a", "b", "c"]))
    changed_by_a_death()
    death_elsewhere()
    whole_list_changed_by_a_death()
    print(left_early(points), left_early([]), returned_from(points), lengths(["a", "bc"]))
    raised_in_the_middle([Point(0.0, 1.0), Point(0.0, 4.0), Point(0.0, -1.0), Point(0.0, 9.0)])
    try:
        longest(None)
    except TypeError as error:
        print(error)
    try:
        points[3:][0].nothing
    except AttributeError as error:
        print(error)
    divided(points)


main()
