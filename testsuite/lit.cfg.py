# How lit runs this folder. Settings of the build arrive through lit.site.cfg.py in the build tree.
import os
import sys

import lit.util

sys.path.insert(0, config.suite_source_root)
from aiocc_format import AioccFormat

config.name = "aiocc"
config.test_source_root = config.suite_source_root
config.test_exec_root = os.path.join(config.aiocc_build, "testsuite")
config.suffixes = [".py", ".test"]
# Unit tests are CTest's, benchmarks are scripts/bench's.
config.excludes = ["Inputs", "runtime", "unit", "benchmarks", "generator", "CMakeLists.txt"] + [
    name for name in os.listdir(config.suite_source_root) if name.endswith((".py", ".cfg.py", ".in"))
]

timeout = 300 if config.aiocc_sanitize else 120
aiocc = os.path.join(config.aiocc_build, "bin", "aiocc")
config.test_format = AioccFormat(aiocc, timeout)
if lit_config.maxIndividualTestTime == 0 and lit.util.killProcessAndChildrenIsSupported()[0]:
    lit_config.maxIndividualTestTime = timeout

for tool in ("FileCheck", "not", "count", "split-file"):
    # Not a part of an option's name.
    config.substitutions.append((rf"(?<!-)\b{tool}\b", os.path.join(config.llvm_tools, tool)))
config.substitutions += [
    ("%aiocc", aiocc),
    ("%bindgen", os.path.join(config.aiocc_build, "bin", "aiocc-bindgen")),
    ("%root", config.aiocc_root),
    ("%build", config.aiocc_build),
    ("%cxx", config.cxx),
]

config.environment["LC_ALL"] = "C.UTF-8"
config.environment["AIOCC_CACHE_DIR"] = os.path.join(config.aiocc_build, "test-cache")
os.environ["AIOCC_CACHE_DIR"] = config.environment["AIOCC_CACHE_DIR"]
for name in ("HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "CCACHE_DIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

if config.aiocc_sanitize:
    config.available_features.add("sanitizers")
