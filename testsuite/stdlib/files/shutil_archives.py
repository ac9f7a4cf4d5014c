"""shutil makes archives of folders, and unpacks them."""
import os
import shutil
import tempfile


def listing(folder):
    return sorted(os.path.relpath(os.path.join(at, each), folder) for at, folders, files in os.walk(folder) for each in folders + files)


print(shutil.get_archive_formats())
print(shutil.get_unpack_formats())
with tempfile.TemporaryDirectory() as place:
    root = os.path.join(place, "root")
    os.makedirs(os.path.join(root, "data", "inner"))
    for name in ("data/a.txt", "data/inner/b.txt", "beside.txt"):
        with open(os.path.join(root, name), "w") as file:
            file.write(name)
    for format, _ in shutil.get_archive_formats():
        for base in (None, "data"):
            path = shutil.make_archive(os.path.join(place, "made", "archive"), format, root, base)
            target = tempfile.mkdtemp(dir=place)
            shutil.unpack_archive(path, target, **({} if format == "zip" else {"filter": "data"}))
            print(os.path.relpath(path, place), listing(target))
            os.unlink(path)
    print(shutil.make_archive(os.path.join(place, "dry"), "tar", root, dry_run=True) == os.path.join(place, "dry.tar"), os.path.exists(os.path.join(place, "dry.tar")))

    def attempt(function, *args, **keywords):
        try:
            print(function(*args, **keywords))
        except Exception as error:
            print(type(error).__module__, type(error).__name__, str(error).replace(place, "PLACE"))

    attempt(shutil.make_archive, "x", "rar")
    attempt(shutil.make_archive, os.path.join(place, "x"), "zip", os.path.join(place, "nothing"))
    attempt(shutil.make_archive, os.path.join(place, "x"), "zip", os.path.join(root, "beside.txt"))
    attempt(shutil.unpack_archive, "x.rar")
    attempt(shutil.unpack_archive, "x.tar", format="rar")
    broken = os.path.join(place, "broken.zip")
    with open(broken, "w") as file:
        file.write("no archive")
    attempt(shutil.unpack_archive, broken, place)
    attempt(shutil.unpack_archive, broken, place, "tar")


def count(base_name, base_dir, **options):
    print("counts", base_dir, sorted(options))
    return base_name + ".count"


shutil.register_archive_format("count", count, [("more", 1)], "counts")
print(("count", "counts") in shutil.get_archive_formats(), shutil.make_archive("it", "count"))
shutil.unregister_archive_format("count")
attempt(shutil.register_archive_format, "x", 1)
attempt(shutil.register_archive_format, "x", count, 1)
attempt(shutil.register_archive_format, "x", count, [1])
attempt(shutil.register_unpack_format, "x", [".zip"], count)
attempt(shutil.register_unpack_format, "x", [".x"], None)
shutil.register_unpack_format("x", [".x"], lambda *args, **options: print(args, options), [("more", 1)])
shutil.unpack_archive("file.x", "folder")
shutil.unregister_unpack_format("x")
print(len(shutil.get_unpack_formats()))
