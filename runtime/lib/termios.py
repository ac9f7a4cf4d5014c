"""The settings of terminals, by the system's requests. The numbers are those of Linux."""

import fcntl
import posix
import struct

B0, B1000000, B110, B115200, B1152000, B1200, B134, B150 = 0, 4104, 3, 4098, 4105, 9, 4, 5
B1500000, B1800, B19200, B200, B2000000, B230400, B2400, B2500000 = 4106, 10, 14, 6, 4107, 4099, 11, 4108
B300, B3000000, B3500000, B38400, B4000000, B460800, B4800, B50 = 7, 4109, 4110, 15, 4111, 4100, 12, 1
B500000, B57600, B576000, B600, B75, B921600, B9600, BRKINT = 4101, 4097, 4102, 8, 2, 4103, 13, 2
BS0, BS1, BSDLY, CBAUD, CBAUDEX, CDSUSP, CEOF, CEOL = 0, 8192, 8192, 4111, 4096, 25, 4, 0
CEOT, CERASE, CFLUSH, CIBAUD, CINTR, CKILL, CLNEXT, CLOCAL = 4, 127, 15, 269418496, 3, 21, 22, 2048
CQUIT, CR0, CR1, CR2, CR3, CRDLY, CREAD, CRPRNT = 28, 0, 512, 1024, 1536, 1536, 128, 18
CRTSCTS, CS5, CS6, CS7, CS8, CSIZE, CSTART, CSTOP = 2147483648, 0, 16, 32, 48, 48, 17, 19
CSTOPB, CSUSP, CWERASE, ECHO, ECHOCTL, ECHOE, ECHOK, ECHOKE = 64, 26, 23, 8, 512, 16, 32, 2048
ECHONL, ECHOPRT, EXTA, EXTB, EXTPROC, FF0, FF1, FFDLY = 64, 1024, 14, 15, 65536, 0, 32768, 32768
FIOASYNC, FIOCLEX, FIONBIO, FIONCLEX, FIONREAD, FLUSHO, HUPCL, ICANON = 21586, 21585, 21537, 21584, 21531, 4096, 1024, 2
ICRNL, IEXTEN, IGNBRK, IGNCR, IGNPAR, IMAXBEL, INLCR, INPCK = 256, 32768, 1, 128, 4, 8192, 64, 16
IOCSIZE_MASK, IOCSIZE_SHIFT, ISIG, ISTRIP, IUCLC, IUTF8, IXANY, IXOFF = 1073676288, 16, 1, 32, 512, 16384, 2048, 4096
IXON, NCC, NCCS, NL0, NL1, NLDLY, NOFLSH, N_MOUSE = 1024, 8, 32, 0, 256, 256, 128, 2
N_PPP, N_SLIP, N_STRIP, N_TTY, OCRNL, OFDEL, OFILL, OLCUC = 3, 1, 4, 0, 8, 128, 64, 2
ONLCR, ONLRET, ONOCR, OPOST, PARENB, PARMRK, PARODD, PENDIN = 4, 32, 16, 1, 256, 8, 512, 16384
TAB0, TAB1, TAB2, TAB3, TABDLY, TCFLSH, TCGETA, TCGETS = 0, 2048, 4096, 6144, 6144, 21515, 21509, 21505
TCIFLUSH, TCIOFF, TCIOFLUSH, TCION, TCOFLUSH, TCOOFF, TCOON, TCSADRAIN = 0, 2, 2, 3, 1, 0, 1, 1
TCSAFLUSH, TCSANOW, TCSBRK, TCSBRKP, TCSETA, TCSETAF, TCSETAW, TCSETS = 2, 0, 21513, 21541, 21510, 21512, 21511, 21506
TCSETSF, TCSETSW, TCXONC, TIOCCONS, TIOCEXCL, TIOCGETD, TIOCGICOUNT = 21508, 21507, 21514, 21533, 21516, 21540, 21597
TIOCGLCKTRMIOS, TIOCGPGRP, TIOCGSERIAL, TIOCGSOFTCAR, TIOCGWINSZ, TIOCINQ = 21590, 21519, 21534, 21529, 21523, 21531
TIOCLINUX, TIOCMBIC, TIOCMBIS, TIOCMGET, TIOCMIWAIT, TIOCMSET, TIOCM_CAR = 21532, 21527, 21526, 21525, 21596, 21528, 64
TIOCM_CD, TIOCM_CTS, TIOCM_DSR, TIOCM_DTR, TIOCM_LE, TIOCM_RI, TIOCM_RNG, TIOCM_RTS = 64, 32, 256, 2, 1, 128, 128, 4
TIOCM_SR, TIOCM_ST, TIOCNOTTY, TIOCNXCL, TIOCOUTQ, TIOCPKT, TIOCPKT_DATA = 16, 8, 21538, 21517, 21521, 21536, 0
TIOCPKT_DOSTOP, TIOCPKT_FLUSHREAD, TIOCPKT_FLUSHWRITE, TIOCPKT_NOSTOP, TIOCPKT_START, TIOCPKT_STOP = 32, 1, 2, 16, 8, 4
TIOCSCTTY, TIOCSERCONFIG, TIOCSERGETLSR, TIOCSERGETMULTI, TIOCSERGSTRUCT, TIOCSERGWILD = 21518, 21587, 21593, 21594, 21592, 21588
TIOCSERSETMULTI, TIOCSERSWILD, TIOCSER_TEMT, TIOCSETD, TIOCSLCKTRMIOS, TIOCSPGRP = 21595, 21589, 1, 21539, 21591, 21520
TIOCSSERIAL, TIOCSSOFTCAR, TIOCSTI, TIOCSWINSZ, TOSTOP, VDISCARD, VEOF, VEOL = 21535, 21530, 21522, 21524, 256, 13, 4, 11
VEOL2, VERASE, VINTR, VKILL, VLNEXT, VMIN, VQUIT, VREPRINT = 16, 2, 0, 3, 15, 6, 1, 12
VSTART, VSTOP, VSUSP, VSWTC, VSWTCH, VT0, VT1, VTDLY = 8, 9, 10, 7, 7, 0, 16384, 16384
VTIME, VWERASE, XCASE, XTABS = 5, 14, 4, 6144

# The kernel's own structure: four sets of flags, a discipline, characters; its requests to get it, to set it (at once, once all is written,
# and with what was typed thrown away).
_LAYOUT = struct.Struct("4IB19s")
_SPEED = 0o10017
_CHARACTERS = 32
_TCGETS, _TCSETS, _TCSBRK, _TCXONC, _TCFLSH, _TCSBRKP = 0x5401, 0x5402, 0x5409, 0x540A, 0x540B, 0x5425


class error(Exception):
    """The system refused."""


error.__module__ = "termios"


def _request(fd, number, argument):
    try:
        return posix.control_device(fcntl._descriptor(fd), number, argument)
    except OSError as failure:
        raise error(failure.errno, failure.strerror) from None


def tcgetattr(fd, /):
    """[iflag, oflag, cflag, lflag, ispeed, ospeed, cc]: the last are bytes, but VMIN and VTIME numbers where lines aren't put together."""
    iflag, oflag, cflag, lflag, _, characters = _LAYOUT.unpack(_request(fd, _TCGETS, bytes(_LAYOUT.size)))
    cc = [bytes([each]) for each in characters.ljust(_CHARACTERS, b"\0")]
    if not lflag & ICANON:
        cc[VMIN], cc[VTIME] = cc[VMIN][0], cc[VTIME][0]
    speed = cflag & _SPEED
    return [iflag, oflag, cflag, lflag, speed, speed, cc]


def _character(value):
    if isinstance(value, bytes) and len(value) == 1:
        return value[0]
    if isinstance(value, int):
        return value
    raise TypeError("tcsetattr: elements of attributes must be characters or integers")


def tcsetattr(fd, when, attributes, /):
    """Sets them: when TCSANOW, TCSADRAIN or TCSAFLUSH says."""
    number = fcntl._descriptor(fd)
    if not isinstance(attributes, list) or len(attributes) != 7:
        raise TypeError("tcsetattr, arg 3: must be 7 element list")
    iflag, oflag, cflag, lflag, _, ospeed, cc = attributes
    if not isinstance(cc, list) or len(cc) != _CHARACTERS:
        raise TypeError(f"tcsetattr: attributes[6] must be {_CHARACTERS} element list")
    if when not in (TCSANOW, TCSADRAIN, TCSAFLUSH):
        raise error(22, "Invalid argument")
    characters = bytes(_character(each) for each in cc)
    settings = _LAYOUT.pack(iflag, oflag, cflag & ~_SPEED | ospeed, lflag, 0, characters[:19])
    _request(number, _TCSETS + when, settings)


def tcsendbreak(fd, duration, /):
    """Sends zeros for a quarter of a second or a bit more, or so many milliseconds."""
    if duration > 0:
        # The kernel counts tenths of a second.
        _request(fd, _TCSBRKP, (duration + 99) // 100)
    else:
        _request(fd, _TCSBRK, 0)


def tcdrain(fd, /):
    """Waits until all is written."""
    _request(fd, _TCSBRK, 1)


def tcflush(fd, queue, /):
    """Throws away what wasn't read or written yet."""
    _request(fd, _TCFLSH, queue)


def tcflow(fd, action, /):
    """Stops or goes on."""
    _request(fd, _TCXONC, action)


def tcgetwinsize(fd, /):
    """Rows and columns."""
    return _window_size(fd)[:2]


def _window_size(fd):
    """Rows, columns, and both in pixels."""
    return struct.unpack("4H", _request(fd, TIOCGWINSZ, bytes(8)))


def tcsetwinsize(fd, winsize, /):
    if not hasattr(winsize, "__len__") or len(winsize) != 2:
        raise TypeError("tcsetwinsize, arg 2: must be a two-item sequence")
    pixels = _window_size(fd)[2:]
    _request(fd, TIOCSWINSZ, struct.pack("4H", *winsize, *pixels))
