"""The lit format of this suite.

A `.py` file with a recorded exit code beside it (NAME.rc) is a program: it's run with inferred types and again with --types=dynamic, and
compared with the record. A file with RUN lines is a shell test, as usual with lit; a file can be both. A `.py` file that is neither fails, so
that no test is forgotten; helper files live in folders named Inputs, or in a program's own folder.
"""
import os
from pathlib import Path

import lit.formats
import lit.Test

import programs

MODES = {"inferred": [], "dynamic": ["--types=dynamic"]}


class AioccFormat(lit.formats.ShTest):
    def __init__(self, aiocc, timeout):
        super().__init__(execute_external=False)
        self.aiocc = aiocc
        self.timeout = timeout

    def getTestsForPath(self, suite, path_in_suite, lit_config, local_config):
        path = Path(suite.getSourcePath(path_in_suite))
        if path.name.startswith(".") or path.name in local_config.excludes or path.suffix not in local_config.suffixes:
            return
        is_program = path.suffix == ".py" and programs.Program(path).is_recorded()
        if is_program:
            for mode in MODES:
                yield lit.Test.Test(suite, (*path_in_suite, mode), local_config, file_path=str(path))
        elif belongs_to_program(path):
            return
        if not is_program or has_run_line(path):
            yield lit.Test.Test(suite, path_in_suite, local_config)

    def getTestsInDirectory(self, suite, path_in_suite, lit_config, local_config):
        folder = suite.getSourcePath(path_in_suite)
        for name in sorted(os.listdir(folder)):
            if not os.path.isdir(os.path.join(folder, name)):
                yield from self.getTestsForPath(suite, (*path_in_suite, name), lit_config, local_config)

    def execute(self, test, lit_config):
        mode = test.path_in_suite[-1]
        if mode not in MODES:
            return super().execute(test, lit_config)
        program = programs.Program(test.getFilePath())
        command = [self.aiocc, "run", *MODES[mode]]
        outcome = program.run(command, self.timeout)
        found = programs.differences(program, outcome)
        if not found:
            return lit.Test.PASS, ""
        shown = "\n".join([f"$ {' '.join(command)} {program.path}", *found, "stderr was:", outcome.err.decode(errors="replace")[-4000:]])
        return (lit.Test.TIMEOUT if outcome.code is None else lit.Test.FAIL), shown


def has_run_line(path):
    return "RUN:" in path.read_text(encoding="utf-8", errors="replace")


def belongs_to_program(path):
    """Whether the file is a module of a program that is a folder."""
    return path.name != "main.py" and any((parent / "main.py").exists() and programs.Program(parent / "main.py").is_recorded() for parent in path.parents)
