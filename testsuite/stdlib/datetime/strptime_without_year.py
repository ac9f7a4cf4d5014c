# A day of the month without a year: warned of once for each format, even if the data don't match.
import datetime
import time


def parsed(text):
    return datetime.datetime.strptime(text, "%d")


try:
    parsed("x")
except ValueError as error:
    print(error)
print(parsed("1"), parsed("2"))
print(datetime.datetime.strptime("3 4", "%d %m"))
print(time.strptime("3 4", "%d %m")[:3])
print(datetime.datetime.strptime("3 2024", "%d %Y"), datetime.datetime.strptime("March", "%B"))
