"""Warnings of library modules in a program that doesn't import `warnings`: they tell the line that called them."""
import locale
import os
import sqlite3
import tarfile
import tempfile
import urllib.parse


def query():
    connection = sqlite3.connect(":memory:")
    connection.execute("create table pairs (a integer, b integer)")
    print("made")
    connection.execute("insert into pairs values (:a, :b)", (1, 2))
    print(list(connection.execute("select * from pairs")))


def archive(folder):
    path = os.path.join(folder, "a.tar")
    with tarfile.open(path, "w") as made:
        made.add(folder, "x", recursive=False)
    print("written")
    with tarfile.open(path) as read:
        read.extractall(os.path.join(folder, "out"))


query()
with tempfile.TemporaryDirectory() as folder:
    archive(folder)
print(urllib.parse.splitquery("a?b"))
print(type(locale.getdefaultlocale()).__name__)
