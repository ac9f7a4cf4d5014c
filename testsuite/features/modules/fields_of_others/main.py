"""Fields of fields: the program names only the first one's class, whose module names the next one's"""
from machine import Machine


def poke(machine):
    machine.board.memory.data[0] = 0xAB
    machine.board.watched.data[1] += 5
    machine.board.watched.reads += 2
    return machine.board.memory.read(0), machine.board.watched.read(1), machine.board.watched.reads


print(poke(Machine()))
