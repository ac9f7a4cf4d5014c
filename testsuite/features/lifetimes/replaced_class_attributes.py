"""What a class attribute was replaced by is there when the old value ends."""


class Node:
    def __init__(self, value):
        self.value = value

    def __del__(self):
        print("end of", self.value, Holder.nodes)
        Holder.nodes.clear()


class Holder:
    nodes = []


def replace():
    Holder.nodes = [Node(4), Node(5)]
    node = Holder.nodes[0]
    Holder.nodes = [7]
    print("still", node.value, Holder.nodes)


def rest(points):
    for point in points[1:]:
        point.append(1)
    return points


replace()
print(rest([[1], [2], [3]]))
print(rest([[1], [2], [3]]))
