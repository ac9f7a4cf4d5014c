from parts.board import Board


class Machine:
    def __init__(self):
        self.board = Board()
