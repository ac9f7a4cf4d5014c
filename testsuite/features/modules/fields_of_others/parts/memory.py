class Memory:
    def __init__(self, size):
        self.data = bytearray(size)

    def read(self, place):
        return self.data[place]


class Watched(Memory):
    def __init__(self, size):
        super().__init__(size)
        self.reads = 0

    def read(self, place):
        self.reads += 1
        return super().read(place)
