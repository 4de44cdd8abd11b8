"""Suppliers' files on all processors; one bad file among a thousand never stops the run."""

from __future__ import annotations

import math
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...findings import Finding
from ...findings.catalogue import CMRT_EMPTY, FILE_STOPPED, FILE_UNREADABLE
from ...model import LineRef
from ..collector import collect_now_and_then, one_more_read
from ..declarations import Declaration, DeclaredSmelter, SmelterEntry
from ..look_ups import LookUp
from ..set_aside import SetAside
from ..workbooks import Shared, company_in, is_blank, needs_a_process, read_workbook

Check = Callable[[Declaration], Iterable[Finding]]
"""What a declaration is held against. It must be a value that can be sent to another process."""

_BOOK_KINDS = {".xlsx", ".xlsm", ".xls"}
_MOST_MEMORY = 3_000_000_000
"""Bytes that a process may take. A file that asks for more ends it, instead of the whole machine."""
_CHUNK = 4
_MOST_PROCESSES = 61
"""Windows waits for no more at once; a pool of more is refused there."""

_LEFT_BEHIND = {"desktop.ini", "thumbs.db", "ehthumbs.db"}
"""Files that Windows puts into folders, in lower case."""

Job = tuple[Path, str]
"""A file, and its name in findings."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file gave. ``declaration`` None: it is set aside, and the first finding says why."""

    file: str
    declaration: Declaration | None
    findings: tuple[Finding, ...]
    supplier: str = ""
    """The company that a file set aside names; empty where that cannot be read."""

    @property
    def set_aside(self) -> SetAside | None:
        return None if self.declaration else SetAside(self.file, self.findings[0], self.supplier)


@dataclass
class _Worker:
    """What one process keeps from file to file.

    Look-ups and what rows say are large, and many files have the same: each is handed over once.
    """

    shared: Shared
    check: Check
    sent: set[str] = field(default_factory=set)
    """Digests of look-ups."""
    numbers: dict[int, int] = field(default_factory=dict)
    """Identity of an entry to its number."""
    entries: list[SmelterEntry] = field(default_factory=list)
    """By number."""


@dataclass(frozen=True, slots=True)
class _Packed:
    """A file's result on its way between processes: rows as pairs of row and number of the entry."""

    read: FileRead
    rows: tuple[tuple[int, int], ...]
    letters: str
    sheet: str
    entries: tuple[SmelterEntry, ...]
    """Those that this process has not handed over before."""
    process: int


# A process of a pool keeps things from call to call only in its module.
_worker: _Worker | None = None


def files_in(folder: Path) -> tuple[list[Job], list[FileRead]]:
    """The files to read, with their names below ``folder`` in order, and what looks like one and is none.

    Left out: what programs leave behind, such as ``~$answer.xlsx``, ``Thumbs.db`` and names that begin with
    a dot, such as ``.DS_Store``.
    """
    jobs: list[Job] = []
    aside: list[FileRead] = []
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        shown = as_text(path.relative_to(folder).as_posix())
        if any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts):
            continue
        if is_left_behind(path.name):
            continue
        if path.is_file():
            jobs.append((path, shown))
        elif problem := _no_file(path):
            finding = Finding(FILE_UNREADABLE, problem[0], LineRef(shown), problem[1])
            aside.append(FileRead(shown, None, (finding,)))
    return jobs, aside


def _no_file(path: Path) -> tuple[str, str] | None:
    """What stands there instead of a file, and what to do; None for a folder whose files are read."""
    if path.is_symlink():
        what = "it is a link to a folder" if path.is_dir() else "it is a link to a file that is not there"
        return what, "Put the files themselves there: a link is not followed."
    if not path.is_dir():
        return "it is no ordinary file", "Put the workbook itself there."
    if path.suffix.lower() in _BOOK_KINDS:
        return "it is a folder, not a workbook", "Put the workbook itself there."
    return None


def as_text(name: str) -> str:
    """A name as text: bytes that are no letters, and breaks of lines, which a system lets in, as escapes."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def is_left_behind(name: str) -> bool:
    """Whether programs leave files of that name behind in folders."""
    is_hidden = name.startswith((".", "~$")) and name not in (".", "..")
    return is_hidden or name.lower() in _LEFT_BEHIND


def passed_over(folder: Path) -> tuple[str, ...]:
    """What lies in the folder and nobody sent, by the name below it; hidden files are not told."""
    left = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if is_left_behind(path.name))
    return tuple(as_text(name) for name in sorted(left) if not name.rpartition("/")[2].startswith("."))


def read_files(jobs: Sequence[Job], check: Check, processes: int | None = None) -> Iterator[FileRead]:
    """Each file in the order of ``jobs``; ``processes`` None: as many as the machine has processors.

    A damaged file can end the process that reads it, so files are read in others, be there one or a thousand.
    ``processes`` 1: in this one, each looked through before; but none whose format nobody here looks through.
    """
    number = processes or os.cpu_count() or 1
    if processes == 1 and not any(needs_a_process(path) for path, _ in jobs):
        _start(check, looks_through=True)
        yield from map(_read, jobs)
        return
    done = 0
    try:
        with _pool(_useful(number, len(jobs)), check) as pool:
            tables: dict[int, list[SmelterEntry]] = {}
            for one in pool.map(_read_packed, jobs, chunksize=_CHUNK):
                yield _unpacked(one, tables)
                done += 1
    except BrokenProcessPool:
        yield from _read_alone(jobs[done:], check)


def with_look_ups(found: Iterable[FileRead]) -> list[FileRead]:
    """The same with the look-ups that were sent only once put back."""
    found = list(found)
    full = {
        one.declaration.look_up.digest: one.declaration.look_up
        for one in found
        if one.declaration and one.declaration.look_up.rows
    }
    return [
        replace(one, declaration=replace(one.declaration, look_up=full[one.declaration.look_up.digest]))
        if one.declaration and one.declaration.look_up.digest in full
        else one
        for one in found
    ]


def _useful(processes: int, jobs: int) -> int:
    """As many processes as there are portions of work, and as every system can start."""
    return min(processes, math.ceil(jobs / _CHUNK), _MOST_PROCESSES)


def _pool(number: int, check: Check) -> ProcessPoolExecutor:
    # Spawned on every system, so that what holds on one holds on the others.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(number, mp_context=context, initializer=_start_process, initargs=(check,))


def _read_alone(jobs: Sequence[Job], check: Check) -> Iterator[FileRead]:
    """Each file in a process of its own: one of them ended the process that read it."""
    left = list(jobs)
    while left:
        try:
            with _pool(1, check) as pool:
                while left:
                    yield pool.submit(_read, left[0]).result()
                    del left[0]
        except BrokenProcessPool:
            message = "reading the file ended the program that read it"
            advice = "Open it in Excel, delete empty rows and columns, save it, and run again."
            shown = left.pop(0)[1]
            yield FileRead(shown, None, (Finding(FILE_STOPPED, message, LineRef(shown), advice),))


def _start_process(check: Check) -> None:
    """Of a pool. What the reader of workbooks prints where a file ends it is for its authors alone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _limit_memory()
    collect_now_and_then()
    _start(check)


def _limit_memory() -> None:
    """Where the system can: a workbook may ask for more memory than there is."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, most))


def _start(check: Check, looks_through: bool = False) -> None:
    global _worker
    _worker = _Worker(Shared(looks_through=looks_through), check)


def _read(job: Job) -> FileRead:
    path, shown = job
    assert _worker is not None
    one_more_read()
    try:
        declaration, found = read_workbook(path, shown, _worker.shared)
        if declaration is None:
            return FileRead(shown, None, tuple(found), company_in(path, shown))
        if is_blank(declaration):
            return FileRead(shown, None, (_blank(shown),), declaration.company.name.text)
        found += _worker.check(declaration)
    except Exception as problem:  # whatever a file does to a reader, the others are read
        message = f"the file cannot be read: {type(problem).__name__} {problem}"
        advice = "Open it in Excel, save it as an Excel workbook (.xlsx), and run again."
        return FileRead(shown, None, (Finding(FILE_STOPPED, message, LineRef(shown), advice),))
    return FileRead(shown, _without_known_look_up(declaration, _worker), tuple(found))


def _blank(shown: str) -> Finding:
    message = "the template is blank: it has no answer and no smelter"
    return Finding(CMRT_EMPTY, message, LineRef(shown), "Remove it, or ask its sender for the answer.")


def _read_packed(job: Job) -> _Packed:
    """The answer as one process sends it to another: rows that are alike are sent once from each process."""
    read = _read(job)
    assert _worker is not None
    if read.declaration is None:
        return _Packed(read, (), "", "", (), os.getpid())
    rows = read.declaration.rows
    known = len(_worker.entries)
    numbers = _worker.numbers
    for row in rows:
        if id(row.entry) not in numbers:
            numbers[id(row.entry)] = len(_worker.entries)
            _worker.entries.append(row.entry)
    return _Packed(
        read=replace(read, declaration=replace(read.declaration, rows=())),
        rows=tuple((row.row, numbers[id(row.entry)]) for row in rows),
        letters=rows[0].letters if rows else "",
        sheet=rows[0].sheet if rows else "",
        entries=tuple(_worker.entries[known:]),
        process=os.getpid(),
    )


def _unpacked(packed: _Packed, tables: dict[int, list[SmelterEntry]]) -> FileRead:
    """``tables``: process to the entries that it handed over; results of a process come in its order."""
    table = tables.setdefault(packed.process, [])
    table += packed.entries
    read = packed.read
    if read.declaration is None:
        return read
    rows = tuple(
        DeclaredSmelter(read.file, row, table[number], packed.letters, packed.sheet)
        for row, number in packed.rows
    )
    return replace(read, declaration=replace(read.declaration, rows=rows))


def _without_known_look_up(declaration: Declaration, worker: _Worker) -> Declaration:
    digest = declaration.look_up.digest
    if not digest or digest not in worker.sent:
        worker.sent.add(digest)
        return declaration
    return replace(declaration, look_up=LookUp(digest, (), {}, {}))
