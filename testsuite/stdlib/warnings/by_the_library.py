# Where the library warns of what the program does; the program itself doesn't know the module `warnings`.
import argparse
import datetime
import gettext
import sqlite3
import xml.etree.ElementTree as ET


def plural(choose):
    numbers = [1]
    numbers.append(2)
    choose(len(numbers))
    return choose(1.0), choose(1.1)


def rows():
    connection = sqlite3.connect(":memory:")
    connection.execute("create table t (d)")
    connection.execute(
        "insert into t values (?)",
        (datetime.date(2020, 1, 2),))
    connection.close()


def element():
    tree = ET.fromstring("<a><b/></a>")
    tree.find("b")
    if tree.find("b"):
        print("has children")


def groups():
    parser = argparse.ArgumentParser()
    group = parser.add_argument_group("outer")
    print(len("abc"))
    group.add_argument_group("inner")


print(plural(gettext.c2py("n!=1")))
rows()
element()
groups()
