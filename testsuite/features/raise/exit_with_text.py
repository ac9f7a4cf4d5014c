# sys.exit with a text.
import sys
def main():
    try:
        sys.exit("bye bye")
    finally:
        print("cleanup")
main()
