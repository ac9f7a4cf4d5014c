from parts.memory import Memory, Watched


class Board:
    def __init__(self):
        self.memory = Memory(4)
        self.watched = Watched(4)
