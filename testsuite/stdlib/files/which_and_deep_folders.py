"""Programs as bytes, folders deeper than the stack, files by descriptors that are bools."""
import io
import os
import shutil
import tempfile
import warnings

with tempfile.TemporaryDirectory() as folder:
    program = os.path.join(folder, "program")
    with open(program, "w"):
        pass
    os.chmod(program, 0o755)
    print(shutil.which("program", path=folder) == program, shutil.which(b"program", path=folder) == os.fsencode(program))
    print(shutil.which(b"program", path=os.fsencode(folder)) == os.fsencode(program), shutil.which("none", path=folder))

    deep = os.path.join(folder, "deep")
    os.mkdir(deep)
    here = os.getcwd()
    os.chdir(deep)
    for _ in range(1500):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(here)
    failed = []
    shutil.rmtree(deep, onexc=lambda function, path, error: failed.append(type(error).__name__))
    print(failed)
    print(os.path.exists(deep))


class Named(io.FileIO):
    pass


with open("/dev/null") as null, warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    file = io.FileIO(False, closefd=False)
    print(file.fileno(), file.name, caught[0].category.__name__, caught[0].message)
file = Named("/dev/null")
print(repr(file))
file.name = "other"
print(repr(file))
del file.name
print(repr(file).replace(str(file.fileno()), "N"))
file.close()
print(repr(file))
