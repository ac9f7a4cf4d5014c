# Modules of what compiled programs don't have: importing them is fine, as their functions aren't asked for.
import cProfile
import faulthandler
import pstats
import site
import tracemalloc
import webbrowser

print(pstats.SortKey.TIME, pstats.SortKey("cumtime"), faulthandler.is_enabled(), tracemalloc.is_tracing())
tracemalloc.start()
current, peak = tracemalloc.get_traced_memory()
print(tracemalloc.is_tracing(), current <= peak, tracemalloc.get_traceback_limit())
tracemalloc.stop()
print(tracemalloc.get_traced_memory(), callable(cProfile.run), callable(webbrowser.open), callable(site.getsitepackages))
try:
    tracemalloc.start(0)
except ValueError as error:
    print(error)
