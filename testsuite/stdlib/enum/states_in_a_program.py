# enum: in a program as people write them: states, dispatch, matching, tables, flags as options, members as keys, in coroutines.
import asyncio
import enum
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


@unique
class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def final(self) -> bool:
        return self in (State.DONE, State.FAILED)

    def following(self) -> list["State"]:
        return TRANSITIONS[self]

    @classmethod
    def parse(cls, text: str) -> "State":
        return cls(text.strip().lower())

    @staticmethod
    def count() -> int:
        return len(State)


TRANSITIONS: dict[State, list[State]] = {
    State.IDLE: [State.RUNNING],
    State.RUNNING: [State.DONE, State.FAILED],
    State.DONE: [],
    State.FAILED: [State.IDLE],
}


class Priority(IntEnum):
    LOW = 1
    NORMAL = 5
    HIGH = 10


class Kind(StrEnum):
    READ = auto()
    WRITE = auto()


class Options(Flag):
    NONE = 0
    VERBOSE = auto()
    FORCE = auto()
    DRY_RUN = auto()
    ALL = VERBOSE | FORCE | DRY_RUN


class Op(Enum):
    ADD = "+"
    MUL = "*"

    def __call__(self, a: int, b: int) -> int:
        return a + b if self is Op.ADD else a * b


class HttpStatus(enum.IntEnum):
    OK = 200, "fine"
    NOT_FOUND = 404, "missing"

    def __new__(cls, value, phrase):
        made = int.__new__(cls, value)
        made._value_ = value
        made.phrase = phrase
        return made


@dataclass(order=True)
class Job:
    priority: Priority
    name: str
    state: State = State.IDLE
    kind: Kind = field(default=Kind.READ, compare=False)

    def move(self, state: State) -> None:
        if state not in self.state.following():
            raise ValueError(f"{self.name}: {self.state.name} -> {state.name}")
        self.state = state


def describe(state: State) -> str:
    match state:
        case State.IDLE:
            return "waits"
        case State.RUNNING | State.DONE:
            return "good"
        case _:
            return "bad"


async def work(job: Job, options: Options, log: list[str]) -> State:
    job.move(State.RUNNING)
    await asyncio.sleep(0.001 * job.priority)
    if Options.VERBOSE in options:
        log.append(f"{job.name}: {job.state.value}")
    job.move(State.FAILED if job.name == "bad" else State.DONE)
    return job.state


async def main() -> None:
    log: list[str] = []
    jobs = [Job(Priority.HIGH, "c"), Job(Priority.LOW, "a", kind=Kind.WRITE), Job(Priority.NORMAL, "bad")]
    jobs.sort()
    print([job.name for job in jobs], jobs[0])
    results = await asyncio.gather(*(work(job, Options.VERBOSE | Options.FORCE, log) for job in jobs))
    print(results, log)
    counts: dict[State, int] = {}
    for state in results:
        counts[state] = counts.get(state, 0) + 1
    print(counts, {state.name: state.final for state in State})
    try:
        jobs[0].move(State.RUNNING)
    except ValueError as error:
        print(error)
    queue: asyncio.PriorityQueue = asyncio.PriorityQueue()
    for priority in Priority:
        queue.put_nowait((-priority, priority.name))
    while not queue.empty():
        print(await queue.get(), end=" ")
    print()


print([describe(state) for state in State], State.parse(" Done "), State.count())
print(Op.ADD(2, 3), Op("*")(2, 3), [op.value for op in Op], Op.ADD.name.lower())
print(HttpStatus.OK.phrase, HttpStatus(404), HttpStatus.NOT_FOUND.phrase, HttpStatus.OK + 1, repr(HttpStatus.OK), f"{HttpStatus.OK} {HttpStatus.NOT_FOUND!r}")
print(Options.ALL, Options.ALL & ~Options.FORCE, Options(3), bool(Options.NONE & Options.ALL), [option.name for option in Options], Options["FORCE"])
print(Priority.LOW < Priority.HIGH, max(Priority), sum(Priority), sorted(Priority, reverse=True), Priority(5).name, Priority.HIGH // 3, {Priority.LOW: "l"}[1])
print(Kind.READ == "read", Kind("write"), "kind: " + Kind.READ, {"read": 1}[Kind.READ], f"{Kind.WRITE:>8}", Kind.READ.upper(), "-".join(Kind))
print(State.IDLE in TRANSITIONS, State.IDLE != State.DONE, State.IDLE == "idle", State.__members__["DONE"], State["FAILED"].value, "idle" in [state.value for state in State], hasattr(State, "IDLE"), getattr(State, "DONE"), type(State.IDLE), isinstance(State.IDLE, Enum), State.IDLE.__class__.__name__)
asyncio.run(main())
print(State("lost"))
