# shutil.disk_usage and shutil.chown, and secrets' generator.
import os
import random
import secrets
import shutil
import tempfile

usage = shutil.disk_usage("/")
print(type(usage).__name__, usage._fields, usage.total >= usage.used + usage.free > 0, usage.total == usage[0], len(usage))
with tempfile.NamedTemporaryFile() as file:
    shutil.chown(file.name, os.getuid())
    shutil.chown(file.name, group=os.getgid())
    shutil.chown(file.name, "root" if os.getuid() == 0 else os.getuid(), None)
    print(os.stat(file.name).st_uid == os.getuid())
for wrong in (lambda: shutil.chown("/tmp"), lambda: shutil.chown("/tmp", "no-such-user"), lambda: shutil.chown("/tmp", group="no-such-group"),
              lambda: shutil.chown("/no/such/file", os.getuid()), lambda: shutil.disk_usage("/no/such/folder")):
    try:
        wrong()
    except (ValueError, LookupError, OSError) as error:
        print(type(error).__name__, error)
generator = secrets.SystemRandom()
print(0 <= generator.random() < 1, generator.randint(3, 3), isinstance(generator, random.Random), secrets.SystemRandom is random.SystemRandom)
