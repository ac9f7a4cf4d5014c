# Several threads write to one compressed file: whole pieces, one after the other.
import bz2
import lzma
import os
import tempfile
import threading

with tempfile.TemporaryDirectory() as folder:
    for module, name in ((bz2, "BZ2File"), (lzma, "LZMAFile")):
        path = os.path.join(folder, name)
        with getattr(module, name)(path, "wb") as file:
            def work(letter):
                for _ in range(5):
                    file.write(letter * 100_000)

            threads = [threading.Thread(target=work, args=(letter,)) for letter in (b"a", b"b", b"c", b"d")]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        data = getattr(module, name)(path).read()
        print(name, len(data), [data.count(letter) for letter in (b"a", b"b", b"c", b"d")])
