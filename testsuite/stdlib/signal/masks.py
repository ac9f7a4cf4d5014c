"""Signals that a thread holds back, and waiting for them."""
import os
import signal
import threading
import time


def attempt(function, *args):
    try:
        print(function.__name__, args, function(*args))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


def handler(number, frame):
    print("handled", number)


for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM):
    signal.signal(number, handler)
mask = signal.pthread_sigmask
print(repr(signal.SIG_BLOCK), repr(signal.SIG_UNBLOCK), repr(signal.SIG_SETMASK))
attempt(mask, signal.SIG_BLOCK, {signal.SIGUSR1})
os.kill(os.getpid(), signal.SIGUSR1)
attempt(signal.sigpending)
attempt(mask, signal.SIG_BLOCK, [signal.SIGUSR2])
attempt(mask, signal.SIG_UNBLOCK, [signal.SIGUSR1])
attempt(mask, signal.SIG_SETMASK, [])
for args in ((1700, []), (0, [0]), (0, [65]), (0, 5), (0, ["a"]), (0, [1 << 1000]), ("x", [])):
    attempt(mask, *args)
mask(signal.SIG_BLOCK, signal.valid_signals())
print(sorted(mask(signal.SIG_SETMASK, []))[:12])
main = threading.get_ident()
signal.pthread_kill(main, signal.SIGUSR1)
signal.pthread_kill(main, 0)
attempt(signal.pthread_kill, "x", 1)
try:
    signal.pthread_kill(main, 1000)
except OSError as error:
    print(error)

mask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2])
os.kill(os.getpid(), signal.SIGUSR1)
print(repr(signal.sigwait([signal.SIGUSR1])))
print(signal.sigtimedwait([signal.SIGUSR1], 0.01))
attempt(signal.sigtimedwait, [signal.SIGUSR1], -1)
attempt(signal.sigtimedwait, [signal.SIGUSR1], "x")
attempt(signal.sigwaitinfo, 5)
attempt(signal.sigwait, [100])
os.kill(os.getpid(), signal.SIGUSR1)
info = signal.sigtimedwait([signal.SIGUSR1], 1)
print(type(info), info.si_signo, info.si_code, info.si_pid == os.getpid(), info.si_uid == os.getuid(), info.si_errno, len(info), info[0])
os.kill(os.getpid(), signal.SIGUSR2)
info = signal.sigwaitinfo({signal.SIGUSR1, signal.SIGUSR2})
print(info.si_signo, repr(info).split(", si_pid")[0])


def send_later():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGUSR1)


thread = threading.Thread(target=send_later)
thread.start()
print(signal.sigwait({signal.SIGUSR1}))
thread.join()
# Another signal's handler runs meanwhile.
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(signal.sigtimedwait([signal.SIGUSR1], 0.15))
