"""Where templates run: they can show the advice and do nothing else, and they cannot run on or write without end.

A template may be a firm's own. It reads no file outside its folder, calls no method of Python but a few harmless ones
of texts, and everything that can make a text or a loop longer draws on a budget. The same template and advice always
stop at the same place: nothing here looks at a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Undefined, nodes, pass_context
from jinja2.bccache import Bucket
from jinja2.environment import Environment
from jinja2.loaders import split_template_path
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wizard.content.model import Text
from wizard.report.escape import Markup, escape
from wizard.report.fault import leads_out, too_large
from wizard.report.sandbox_names import FILTERS, METHODS, TESTS
from wizard.report.template_fault import Absent, NotThere, OutOfReach, Refused

STEPS = 100_000
"""Turns of loops, calls and items of a list in a filter, over a whole report. A long report takes a few hundred."""
CHARACTERS = 20_000_000
"""Characters put together or printed, over a whole report."""
LONGEST_RANGE = 1_000
LARGEST_TEMPLATE = 1_000_000
LARGEST_NUMBER = 10**12

NOT_TEXT = Text(
    "dit is geen tekst maar een geheel; kies een van zijn teksten", "this is not a text; choose one of its texts"
)
TOO_MUCH_TEXT = Text("dit sjabloon schrijft te veel tekst", "this template writes too much")
TOO_MUCH_WORK = Text("dit sjabloon doet te veel", "this template does too much")
LONG_RANGE = Text(f"`range` gaat tot {LONGEST_RANGE}", f"`range` goes up to {LONGEST_RANGE}")
OUTSIDE = Text(
    "dit sjabloon staat buiten de map; zet het erin", "this template leads outside the folder; put it inside"
)
_EACH, _TOGETHER, _WRITTEN, _READ = "each in a loop", "put together", "written in the template", "read through"


class Room(ImmutableSandboxedEnvironment):
    """The environment for one report. ``folders`` hold the templates, the first that has one counts."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(
            loader=_Folders(folders),
            bytecode_cache=_MADE_READY,
            undefined=Absent,
            finalize=self.printed,
            autoescape=False,  # that is for HTML; `printed` escapes for Markdown
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.steps = STEPS
        self.characters = CHARACTERS
        self.filters = {name: self.paid(self.filters[name]) for name in FILTERS}
        self.filters |= {_EACH: self.each, _TOGETHER: self.together, "join": self.join, "string": self.text}
        self.filters |= {_WRITTEN: _written, _READ: _read}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals = {"range": self.range}

    # ---------------------------------------------------------------- what is printed

    def printed(self, value: object) -> str:
        """What ``{{ … }}`` prints: text escaped for Markdown, unless the program itself made the markup."""
        if isinstance(value, Markup):
            self.spend(len(value))
            return value
        return escape(self.text(value))

    def text(self, value: object) -> str:
        """``value`` as text. Raises ``Refused`` for what is none, such as a list."""
        if isinstance(value, Undefined):
            return str(value)  # nothing, for an `if` without `else`; a misspelt name complains
        if not isinstance(value, str | int | float):
            raise Refused(NOT_TEXT)
        said = str(value)
        self.spend(len(said))
        return said

    def together(self, values: Iterable[object]) -> str:
        """What ``~`` makes of several values."""
        return "".join([self.text(value) for value in values])

    def join(self, values: Iterable[Any], between: str = "", attribute: str | None = None) -> str:
        """The values in a row, ``between`` each two of them."""
        said: list[str] = []
        for value in self.each(values):
            said.append(self.text(self.getattr(value, attribute) if attribute else value))
            self.spend(len(between))
        return str(between).join(said)

    # ---------------------------------------------------------------- budgets

    def spend(self, characters: int) -> None:
        """Draw on the budget of characters."""
        self.characters -= characters
        if self.characters < 0:
            raise Refused(TOO_MUCH_TEXT)

    def paid(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """The filter ``work``, which costs as much as what it works on is long."""

        @wraps(work)
        def paying(*given: Any, **named: Any) -> Any:
            for one in given[:2]:  # the first may be the environment
                self.read(one)
            return work(*given, **named)

        return paying

    def read(self, value: object) -> None:
        """Draw on the budgets for reading all of ``value``: the characters of a text, the items of anything else."""
        if isinstance(value, str):
            self.spend(len(value))
        elif isinstance(value, list | tuple | dict | range):
            self.step(len(value))

    def step(self, turns: int = 1) -> None:
        """Draw on the budget of steps."""
        self.steps -= turns
        if self.steps < 0:
            raise Refused(TOO_MUCH_WORK)

    def each(self, values: Iterable[Any]) -> Iterator[Any]:
        """The values of a loop, counted."""
        for value in values:
            self.step()
            yield value

    def range(self, *bounds: int) -> range:
        """Python's ``range``, but short."""
        found = range(*bounds)
        if len(found) > LONGEST_RANGE:
            raise Refused(LONG_RANGE)
        return found

    # ---------------------------------------------------------------- what a template may do

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call ``obj``: its own macros and blocks, loops, ``range``, a few methods of texts."""
        self.step()
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, str):
            self.spend(len(owner))
            return getattr(obj, "__name__", "") in METHODS
        return isinstance(obj, Macro | BlockReference | LoopContext) or isinstance(owner, Room | LoopContext)

    def call(self, context: Context, obj: Any, *given: Any, **named: Any) -> Any:
        """Call ``obj`` for a template, if it may."""
        if not isinstance(obj, Absent) and not self.is_safe_callable(obj):
            raise Refused(_no_call(getattr(obj, "__name__", type(obj).__name__)))
        return context.call(obj, *given, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """``left operator right``, which may not grow without end."""
        if operator == "+":
            if isinstance(left, str) and isinstance(right, str):
                return self.together((left, right))
            if isinstance(left, list | tuple) and isinstance(right, list | tuple):
                self.spend(len(left) + len(right))
                return [*left, *right]
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "**" or not numbers or max(abs(left), abs(right)) > LARGEST_NUMBER:
            raise Refused(_no_sum(operator))
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, *rest: Any, **more: Any) -> str:
        """Jinja's hook before a template becomes code: what costs something is sent through a filter that counts it.

        That are the turns of a loop, what ``~`` puts together, the words of the template itself (a loop writes them
        again and again), and what is searched (``in``) or cut (``[1:]``).
        """
        for loop in list(source.find_all(nodes.For)):
            loop.iter = _through(_EACH, loop.iter)
        for join in list(source.find_all(nodes.Concat)):
            join.nodes = [_through(_TOGETHER, nodes.List(join.nodes, lineno=join.lineno))]
        for output in list(source.find_all(nodes.Output)):
            output.nodes = [
                _through(_WRITTEN, nodes.Const(node.data, lineno=node.lineno))
                if isinstance(node, nodes.TemplateData)
                else node
                for node in output.nodes
            ]
        for operand in list(source.find_all(nodes.Operand)):
            if operand.op in ("in", "notin"):
                operand.expr = _through(_READ, operand.expr)
        for item in list(source.find_all(nodes.Getitem)):
            if isinstance(item.arg, nodes.Slice):
                item.node = _through(_READ, item.node)
        source.set_environment(self)
        before = self.steps, self.characters  # to make ready costs nothing, for it may have been done before
        made = super()._generate(source, *rest, **more)
        self.steps, self.characters = before
        return made


def _no_call(name: str) -> Text:
    return Text(f"`{name}` kan hier niet worden gebruikt", f"`{name}` cannot be called here")


def _no_sum(operator: str) -> Text:
    return Text(f"`{operator}` kan hier niet", f"`{operator}` is not possible here")


def _through(name: str, node: nodes.Node) -> nodes.Filter:
    """``node`` sent through the filter called ``name``."""
    assert isinstance(node, nodes.Expr)
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


@pass_context  # so that it is not worked out beforehand
def _written(context: Context, text: str) -> Markup:
    """The words of a template as they stand there, counted by ``printed``."""
    return Markup(text)


@pass_context
def _read(context: Context, value: object) -> object:
    """``value``, paid for."""
    room = context.environment
    assert isinstance(room, Room)
    room.read(value)
    return value


class _MadeReady(BytecodeCache):
    """Keeps what Jinja made of each template, which takes longer than all else. A changed text is made ready anew."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of this very text, if anything."""
        checksum, code = self.kept.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made."""
        if bucket.code is not None:
            self.kept[bucket.key] = bucket.checksum, bucket.code


_MADE_READY = _MadeReady()


class _Folders(BaseLoader):
    """Finds templates in folders, and in no place outside them that a link leads to."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = [folder.resolve() for folder in folders]

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """The text of ``template`` and its path. Raises ``NotThere`` or ``OutOfReach``."""
        parts = split_template_path(template)
        for folder in self.folders:
            path = folder.joinpath(*parts)
            if not path.is_file():
                continue
            if leads_out(path, folder):
                raise OutOfReach(template, OUTSIDE)
            if path.stat().st_size > LARGEST_TEMPLATE:
                raise OutOfReach(template, too_large(f"{LARGEST_TEMPLATE // 1_000_000} MB"))
            return path.read_text("utf-8"), str(path), None
        raise NotThere(template, (path.name for folder in self.folders for path in folder.glob("*.jinja")))
