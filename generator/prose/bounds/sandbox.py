"""Runs the texts that people write: nothing is reached but facts, and what a text asks for is counted.

What could be large is counted before it is made: repetitions, sums, texts put together. Nothing is worked out
while a text is compiled, since that happens before anything is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from jinja2 import Template, TemplateRuntimeError, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..shown import NoValueError
from .offered import joined
from .parser import LARGEST, BoundedParser, NotOfferedError, check
from .work import SIGNS_A_STEP, TooMuchWorkError, spend, spend_on_text

_PLAIN = (
    str,
    int,
    float,
    list,
    tuple,
    Mapping,
    set,
    frozenset,
    FunctionType,
    MethodType,
    BuiltinFunctionType,
)
"""Values whose methods are Python's and no entries."""
_OURS = __name__.partition(".")[0]
_COUNTED, _REPEATED, _JOINED = "-counted", "-repeated", "-joined"
"""Filters that nobody can type."""
_AN_INCLUDE = 1_000
"""Steps that it takes to take in another section, without what stands in it."""


class _Generator(CodeGenerator):
    """Works nothing out beforehand."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for texts of people. ``work`` around a run bounds it; without, nothing is counted."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(optimized=False, **options)
        self.globals.clear()

    def offer(self, filters: Mapping[str, Any], tests: Mapping[str, Any]) -> None:
        """Lets texts use these, and no others."""
        ours = {_COUNTED: _counted, _REPEATED: _repeated, _JOINED: joined}
        self.filters = {**filters, **ours}
        self.tests = dict(tests)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parser = None
        try:
            parser = BoundedParser(self, source, name, filename)
            tree = parser.parse()
        except (ValueError, ArithmeticError) as problem:  # of a number of thousands of digits
            line = parser.stream.current.lineno if parser else 1
            raise NotOfferedError("a number is too large", line, name, filename) from problem
        except RecursionError as problem:
            raise NotOfferedError("it is nested too deeply", 1, name, filename) from problem
        try:
            check(tree, self.filters, self.tests)
        except NotOfferedError as problem:
            problem.name, problem.filename = name, filename
            raise
        return tree

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(_counting(source), name, filename, defer_init)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """As Jinja's; what another text takes in is counted."""
        if parent is not None and isinstance(name, str) and self.loader is not None:
            spend(_AN_INCLUDE + len(self.loader.get_source(self, name)[0]))
        return super().get_template(name, parent, globals)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, _PLAIN) or obj is None:
            return self.getitem(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, _PLAIN) or obj is None or not isinstance(argument, str):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether it is something of ours that a text may ask with brackets."""
        if isinstance(obj, Undefined):
            return True  # and says what it was meant to be
        if isinstance(obj, MethodType) and isinstance(obj.__self__, LoopContext):
            return True
        return isinstance(obj, MethodType | FunctionType) and (obj.__module__ or "").startswith(f"{_OURS}.")

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        if not __self.is_safe_callable(__obj):
            raise TemplateRuntimeError("only what 'formsd facts' lists with brackets is asked with brackets")
        spend(10)
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return self.binop_table[operator](left, right)  # says what it was meant to be
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            spend_on_text(len(left) + len(right))
            return left + right
        if not isinstance(left, int | float) or not isinstance(right, int | float):
            raise TemplateRuntimeError(f"'{operator}' is for numbers alone; texts are put together with ~")
        if max(abs(left), abs(right)) > LARGEST:
            raise TooMuchWorkError("it counts with a number that is too large")
        return self.binop_table[operator](left, right)


def _counting(tree: nodes.Template) -> nodes.Template:
    """The tree, in which all that prints, repeats or puts together is counted."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        waiting += node.iter_child_nodes()
        if isinstance(node, nodes.For):
            node.iter = _filter(_REPEATED, node.iter, nodes.Const(_weight(node)))
        elif isinstance(node, nodes.Output):
            node.nodes = [
                one if isinstance(one, nodes.TemplateData) else _filter(_COUNTED, one) for one in node.nodes
            ]
    return _with_joins(tree)


def _weight(loop: nodes.For) -> int:
    """Steps of one turn, without what a loop inside it repeats."""
    steps = 1
    for node in loop.find_all(nodes.Node):
        steps += 1 + len(node.data) // SIGNS_A_STEP if isinstance(node, nodes.TemplateData) else 1
    return steps


def _with_joins(tree: nodes.Template) -> nodes.Template:
    for node in tree.find_all(nodes.Node):
        for name, value in node.iter_fields():
            if isinstance(value, nodes.Concat):
                setattr(node, name, _filter(_JOINED, *value.nodes))
            elif isinstance(value, list):
                value[:] = [
                    _filter(_JOINED, *one.nodes) if isinstance(one, nodes.Concat) else one for one in value
                ]
    return tree


def _filter(name: str, first: Any, *others: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(first, name, list(others), [], None, None, lineno=first.lineno)


def _counted(value: Any) -> Any:
    """The value, which is printed."""
    if isinstance(value, str):
        spend_on_text(len(value))
    return value


def _repeated(values: Any, weight: int) -> Any:
    """The values, which are gone through with so many steps for each."""
    if values is None:
        raise NoValueError("an entry that has no value in the data is gone through; put it inside {% if … %}")
    if not hasattr(values, "__len__"):
        raise TemplateRuntimeError("a single value cannot be gone through; {% for … %} needs a list")
    spend(len(values) * weight)
    return values
