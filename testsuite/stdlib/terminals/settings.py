# Terminals that the program makes itself: their settings, modes and sizes.
import os
import pty
import termios
import tty

master, slave = pty.openpty()
before = termios.tcgetattr(slave)
print(len(before), len(before[6]), before[6][termios.VINTR], before[3] & termios.ECHO != 0, before[4] == termios.B38400)
before[3] &= ~termios.ECHO
termios.tcsetattr(slave, termios.TCSANOW, before)
print(termios.tcgetattr(slave)[3] & termios.ECHO)
print(tty.setraw(slave) == before)
raw = termios.tcgetattr(slave)
print(raw[1] & termios.OPOST, raw[3] & (termios.ICANON | termios.ISIG), raw[6][termios.VMIN], raw[6][termios.VTIME])
os.write(master, b"x\x03y")
print(os.read(slave, 10))
os.write(slave, b"a\n")
print(os.read(master, 10))
termios.tcsetattr(slave, termios.TCSADRAIN, before)
tty.setcbreak(slave, termios.TCSANOW)
print(termios.tcgetattr(slave)[3] & termios.ICANON)
termios.tcsetwinsize(slave, (40, 100))
print(termios.tcgetwinsize(master), os.get_terminal_size(slave))
termios.tcflush(slave, termios.TCIOFLUSH)
for wrong in (
    lambda: termios.tcgetattr("x"),
    lambda: termios.tcsetattr(slave, termios.TCSANOW, [1, 2]),
    lambda: termios.tcsetattr(slave, 99, before),
    lambda: termios.tcgetattr(os.open(os.devnull, os.O_RDONLY)),
    lambda: termios.tcsetattr(slave, termios.TCSANOW, before[:6] + [[]]),
):
    try:
        wrong()
    except (termios.error, TypeError, ValueError) as error:
        print(type(error).__name__, error)
pid, terminal = pty.fork()
if pid == 0:
    print(os.isatty(0), os.get_terminal_size().columns >= 0, flush=True)
    os._exit(3)
print(os.read(terminal, 100), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
