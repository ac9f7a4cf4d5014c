# A manager serves on when somebody connects and leaves, doesn't prove the key, or says nothing.
import socket
from multiprocessing import AuthenticationError, Manager
from multiprocessing.connection import Client


def connect(address):
    client = socket.socket(socket.AF_UNIX)
    client.connect(address)
    return client


if __name__ == "__main__":
    with Manager() as manager:
        connect(manager.address).close()
        print(manager.list([1]))
        silent = connect(manager.address)
        print(manager.dict(a=2))
        try:
            Client(manager.address, authkey=b"wrong")
        except AuthenticationError as error:
            print(error)
        garbage = connect(manager.address)
        garbage.sendall(b"\0\0\0\4spam")
        garbage.close()
        values = manager.list()
        values.append(3)
        print(values)
        silent.close()
