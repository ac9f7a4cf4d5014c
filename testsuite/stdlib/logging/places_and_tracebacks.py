"""Log records with the place of the call, exceptions with tracebacks, adapters, filters, and warnings of old names."""
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s %(filename)s:%(lineno)d %(funcName)s %(module)s: %(message)s"))
log = logging.getLogger("app")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


def work(number):
    log.debug("working on %d", number)
    return number * 2


class Service:
    def run(self):
        log.info("result %s", work(3))


async def main():
    log.warning("in a coroutine")
    Service().run()


log.info("at the top")
Service().run()
import asyncio
asyncio.run(main())


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2 == 0 if record.args else True


log.addFilter(OnlyEven())
for n in range(4):
    log.info("n=%d", n)
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.info("adapted %d", 2)
handler.setFormatter(logging.Formatter("{levelname}:{user}:{message}", style="{"))
adapter.error("braces")
handler.setFormatter(logging.Formatter("$levelname $message", style="$"))
log.critical("dollars %d %s", 4, [1, 2])


def fail():
    return {}["key"]


try:
    fail()
except KeyError:
    logging.getLogger("plain").exception("went wrong")
logging.basicConfig(format="%(levelname)s|%(message)s", level=logging.INFO)
logging.debug("hidden")
logging.info("shown %s", "here")
logging.getLogger("other").error("through the root")
print(logging.getLevelName(20), logging.getLevelName("INFO"), log.isEnabledFor(5), log.getEffectiveLevel(), log.hasHandlers())

# Records whose arguments don't fit are reported, as tracebacks that begin like any other.
import io
stderr, sys.stderr = sys.stderr, io.StringIO()
logging.getLogger("plain").error("%d of %s", "one")
logging.info("no %d", "number")
written, sys.stderr = sys.stderr.getvalue(), stderr
print([line for line in written.splitlines() if not line.startswith(" ")])
