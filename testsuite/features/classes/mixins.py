# Loggers and other mixins as people write them.
import asyncio
import json


class LogMixin:
    def log(self, text):
        self.lines.append(f"[{self.name}] {text}")


class JsonMixin:
    def to_json(self):
        return json.dumps(self.to_dict(), sort_keys=True)


class EqualityMixin:
    def __eq__(self, other):
        return type(self) is type(other) and self.key() == other.key()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.key())


class Service(LogMixin):
    def __init__(self, name):
        self.name = name
        self.lines = []

    async def start(self):
        await asyncio.sleep(0)
        self.log("started")
        return self

    async def __aenter__(self):
        return await self.start()

    async def __aexit__(self, kind, error, traceback):
        self.log("stopped")


class Database(JsonMixin, EqualityMixin, Service):
    def __init__(self, name, size=10):
        super().__init__(name)
        self.size = size
        self.rows = {}

    def key(self):
        return (self.name, self.size)

    def to_dict(self):
        return {"name": self.name, "size": self.size, "rows": len(self.rows)}

    async def put(self, k, v):
        if len(self.rows) >= self.size:
            raise OverflowError(self.name)
        await asyncio.sleep(0)
        self.rows[k] = v


class Cache(Database):
    def __init__(self, name):
        super().__init__(name, 2)
        self.hits = 0

    async def put(self, k, v):
        try:
            await super().put(k, v)
        except OverflowError:
            self.rows.pop(next(iter(self.rows)))
            await super().put(k, v)
        self.hits += 1

    def to_dict(self):
        return {**super().to_dict(), "hits": self.hits}


class Timestamped:
    stamp = 0

    def touch(self):
        self.stamp += 1
        return self.stamp


class Named:
    def __init__(self, name):
        self.name = name


class Document(Timestamped, Named):
    pass


class Draft(Document):
    def touch(self):
        return super().touch() * 10


async def main():
    async with Database("db") as db:
        for i in range(3):
            await db.put(i, i * i)
    print(db.to_json(), db.lines)
    cache = Cache("c")
    await asyncio.gather(*(cache.put(i, i) for i in range(4)))
    print(cache.to_json(), cache.rows, cache == db, cache != Cache("c"), Database("db") == db, len({db, Database("db")}))
    document, draft = Document("x"), Draft("y")
    print(document.touch(), document.touch(), draft.touch(), draft.touch(), Timestamped.stamp, document.name + draft.name)
    total = 0
    for each in (document, draft) * 3:
        total += each.touch()
    print(total)
    try:
        Document()
    except TypeError as error:
        print(error)
    try:
        document.missing
    except AttributeError as error:
        print(error)


asyncio.run(main())
