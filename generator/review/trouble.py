"""What keeps the preview from showing what was saved: as lines for the window, as a bar, as a page.

The bar and the page stand in the preview alone, whose server puts them into what it sends. They bring their
own style, because the theme may be what is broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError
from markupsafe import Markup

from ..errors import InputError
from ..findings import Finding, errors, printable
from ..findings.first_few import cut, first_few
from ..model.counted import counted
from ..prose.environment import template_problem

_HERE = Path(__file__).parent / "templates"
IN_BAR, ON_PAGE = 3, 50
"""How many problems are shown at once; how many there are is always said."""
_LAST_GOOD = "The preview shows the last good state."
_REST = "'formsd check' lists all of them."


@dataclass(frozen=True)
class Problem:
    """One thing to mend. ``place`` and ``advice`` are empty where they are not known."""

    message: str
    place: str = ""
    advice: str = ""
    code: str = ""


@dataclass(frozen=True)
class Trouble:
    """Why what was saved is not shown. ``summary`` is a sentence without its full stop."""

    summary: str
    problems: tuple[Problem, ...]
    is_anything_shown: bool
    """Whether a last good state is shown; else there was none yet."""
    window: tuple[str, ...] = ()
    """What the window of the command says of it, in one screen."""


def trouble_of(problem: Exception, *, is_anything_shown: bool) -> Trouble:
    """What an exception says: findings of the data, a template that is broken, settings of MkDocs."""
    end = _LAST_GOOD if is_anything_shown else "The preview shows what there is to mend."
    if isinstance(problem, InputError):
        found = [one for one in problem.findings if one in errors(problem.findings)] or problem.findings
        summary = f"The disclosure has {counted(len(found), 'error')}"
        window = (f"{summary}. {end}", *first_few(found, _REST))
        return Trouble(summary, tuple(map(_of_finding, found)), is_anything_shown, window)
    text = template_problem(problem) if isinstance(problem, TemplateError) else str(problem)
    first, _, rest = text.strip().partition("\n")
    message = printable(cut(first or type(problem).__name__))
    lines = [printable(cut(line)) for line in rest.splitlines() if line.strip()]
    return Trouble(
        "What was saved cannot be used",
        (Problem(message, advice=" ".join(lines)),),
        is_anything_shown,
        (f"{message} {end}", *(f"  {line}" for line in lines[:6])),
    )


def _of_finding(finding: Finding) -> Problem:
    message, advice = (printable(text) for text in (finding.message.removesuffix("."), finding.advice))
    return Problem(f"{message}.", printable(str(finding.where)), advice, finding.code)


def with_bar(html: bytes, trouble: Trouble) -> bytes:
    """The page with the bar as the last thing in it, so that it covers nothing of the page's end."""
    shown = trouble.problems[:IN_BAR]
    bar = Markup('<style>{}</style>\n<div class="fsd-trouble" role="alert">{}</div>\n').format(
        _style(), Markup("\n").join(_bar_parts(trouble, shown))
    )
    before, end, behind = html.rpartition(b"</body>")
    return before + str(bar).encode() + end + behind if end else behind + str(bar).encode()


def page(trouble: Trouble) -> str:
    """The page that stands at every address as long as there is nothing that could be shown."""
    shown = trouble.problems[:ON_PAGE]
    parts = Markup("\n").join([_listed(shown), *_more(trouble, shown)])
    text = Markup((_HERE / "trouble.html").read_text(encoding="utf-8"))
    return str(text.format(style=_style(), summary=trouble.summary, parts=parts))


def _bar_parts(trouble: Trouble, shown: Sequence[Problem]) -> Iterator[Markup]:
    yield Markup('<p class="fsd-trouble__title"><strong>{}.</strong> {}</p>').format(
        trouble.summary, _LAST_GOOD
    )
    # What scrolls is reached by keyboard.
    yield Markup(
        '<div class="fsd-trouble__list" role="group" aria-label="What there is to mend" tabindex="0">{}</div>'
    ).format(Markup("\n").join([_listed(shown), *_more(trouble, shown)]))


def _listed(shown: Sequence[Problem]) -> Markup:
    return Markup("<ol>{}</ol>").format(Markup("\n").join(map(_item, shown)))


def _item(problem: Problem) -> Markup:
    place = [Markup("<code>{}</code>").format(problem.place)] if problem.place else []
    code = [Markup("<code>{}</code>").format(problem.code)] if problem.code else []
    last = Markup(" · ").join([*place, *code])
    return Markup("<li>{} {}{}</li>").format(
        problem.message, problem.advice, Markup("<br>{}").format(last) if last else ""
    )


def _more(trouble: Trouble, shown: Sequence[Problem]) -> list[Markup]:
    rest = len(trouble.problems) - len(shown)
    return [Markup("<p>{} more. {}</p>").format(f"{rest:,}", _REST)] if rest else []


def _style() -> Markup:
    return Markup((_HERE / "trouble.css").read_text(encoding="utf-8"))
