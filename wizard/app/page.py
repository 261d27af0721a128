"""What every screen has in common: title, body, a line for messages, keys; and the plain dialog windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.css.styles import RulesMap
from textual.screen import ModalScreen, Screen
from textual.visual import Visual
from textual.widgets import Static

from wizard.app import words
from wizard.app.bars import KeyBar, TitleBar
from wizard.app.keys import EVERYWHERE, Key, everywhere
from wizard.app.rows import plain
from wizard.content.values import LONGEST_TEXT
from wizard.dossier.session import Session

if TYPE_CHECKING:
    from wizard.app.lines import TextLine
    from wizard.app.main import MagDat

Result = TypeVar("Result")
AROUND_AFTER = 0.03
"""Seconds from a question to what stands around it: title, trail, panes. A fast answer never waits for them."""


def wear_size(screen: Screen[Result]) -> None:
    """Give a new screen the classes of its size (`-wide`, `-low` …) before it is laid out.

    Textual gives them once it was, and then lays it out and paints it a second time.
    """
    (width, height), app = screen.app.size, screen.app
    for size, breakpoints in ((width, app.HORIZONTAL_BREAKPOINTS), (height, app.VERTICAL_BREAKPOINTS)):
        _, name = max(one for one in breakpoints or () if one[0] <= size)  # there is one that begins at 0
        screen.add_class(name, update=False)


class Page(Screen[None]):
    """A full screen of the app. ``show`` works everything out anew from the session."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    MAIN: ClassVar[str] = ""
    """The widget that has the focus."""
    TYPING: ClassVar[bool] = False
    """Whether letters are typed here, so that they are no commands."""

    OVER: ClassVar[bool] = False
    """Whether it lies over another page, and goes back to it."""

    def __init__(self) -> None:
        super().__init__()
        wear_size(self)

    def compose(self) -> ComposeResult:
        """Title, body, message line and keys; and what is shown when the window is too small."""
        yield Static(id="small", markup=False)
        with Vertical(id="page"):
            yield TitleBar(id="title")
            yield from self.body()
            yield Static(id="status", markup=False)
            yield KeyBar(self.KEYS)

    def body(self) -> ComposeResult:
        """The part between title and message line."""
        yield from ()

    told = ""

    def show(self) -> None:
        """Show what the session says now."""

    @property
    def magdat(self) -> MagDat:
        """The app."""
        return cast("MagDat", self.app)

    @property
    def session(self) -> Session:
        """The state that all screens share."""
        return self.magdat.session

    @property
    def presenting(self) -> bool:
        """Whether it is shown with large type, for a projector."""
        return self.magdat.presenting

    def as_set(self, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        """``keys`` of this page or of the app, as the user wants them."""
        return self.magdat.keymap.set_on(keys, (*self.BINDINGS, *self.magdat.BINDINGS))

    @property
    def everywhere(self) -> tuple[Key, ...]:
        """The keys that work everywhere, as far as they do where one types."""
        return everywhere(typing=self.TYPING, keys=self.as_set(EVERYWHERE))

    @property
    def subject(self) -> str:
        """What the consultation is about; first of all the variant in hand."""
        session = self.session
        title = session.consult.title.in_(session.language)
        variant = session.consultation.variant
        return session.say(words.IN_VARIANT, name=variant.name, title=title) if variant else title

    @property
    def too_small(self) -> bool:
        """Whether the window is too small to show the page; then no key may change an answer."""
        return self.app.size.width < 40 or self.app.size.height < 12

    @property
    def in_view(self) -> bool:
        """Whether no other page lies over this one; a window may."""
        return next(page for page in reversed(self.app.screen_stack) if isinstance(page, Page)) is self

    def on_mount(self) -> None:
        """Fill the page before it is painted first."""
        self.magdat.keymap.put_on(self._bindings)
        self.again()
        self.focus_main()

    def on_screen_resume(self) -> None:
        """A window over this page closed."""
        self.focus_main()

    def on_resize(self) -> None:
        """There may be room for two lines of keys now, or no longer; the focus is lost while the page is hidden."""
        self.query_one(KeyBar).fit()
        self.call_after_refresh(self.focus_main)

    def focus_main(self) -> None:
        """Give the focus to the widget that works the page."""
        if self.MAIN and not self.too_small and self.is_attached:
            for widget in self.query(self.MAIN):  # none when another page took its place at once
                widget.focus()

    def again(self) -> None:
        """Show everything anew: the language, the date or an answer changed."""
        self.query_one("#small", Static).update(plain(self.session.say(words.TOO_SMALL)))
        self.query_one(KeyBar).fit()
        self.show()

    def action_about(self) -> None:
        """For whom and what the dossier in hand is."""
        self.magdat.open_about()

    def action_history(self) -> None:
        """Which answers of the dossier in hand were changed."""
        self.magdat.open_history()

    def put(self, where: str, text: Visual, *, fixed: bool = False) -> None:
        """Show ``text`` in the `Static` called ``where``, with as little work as can be.

        The page is laid out anew only when the height changes; never for a widget of ``fixed`` height.
        """
        static = self.query_one(where, Static)
        if static.content == text:
            return
        width, height = static.content_size
        same = fixed or (width > 0 and text.get_height(cast(RulesMap, static.styles), width) == height)
        static.update(text, layout=not same)

    def tell(self, message: str, *, wrong: bool = False) -> None:
        """Say something in the message line. Trouble with keeping answers is said with all else."""
        session = self.session
        standing = session.say(words.NOT_SAVED, why=session.unkept) if session.trouble else session.notice
        if standing:
            message, wrong = f"{message} {standing}".strip(), True
        elif not message:
            message = session.news
        if message == self.told:
            return
        self.told = message
        status = self.query_one("#status", Static)
        status.set_class(wrong, "wrong")
        self.put("#status", plain(("⚠ " if wrong else "") + message if message else ""))

    def on_text_line_shortened(self, event: TextLine.Shortened) -> None:
        """What was pasted in a line is cut."""
        self.tell(self.session.say(words.SHORTENED, n=event.longest), wrong=True)


class Dialog(ModalScreen[Result], Generic[Result]):
    """A window over a page. Escape closes it without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False, id="dialog.cancel"),
        Binding("f1", "app.help", show=False, id="dialog.help"),
        Binding("ctrl+q", "app.quit", show=False, id="dialog.quit"),
    ]

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        wear_size(self)
        self.session = session
        self.heading = title

    def compose(self) -> ComposeResult:
        """A frame with a title, the body, and how to close."""
        yield Static(plain(self.session.say(words.TOO_SMALL)), id="small", markup=False)
        with Vertical(id="dialog"):
            yield Static(plain(self.heading), id="dialog-title", markup=False)
            yield from self.body()
            yield Static(plain(self.session.say(self.foot)), id="dialog-foot", markup=False)

    foot = words.CLOSE

    def body(self) -> ComposeResult:
        """What stands in the window."""
        yield from ()

    def action_cancel(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def on_text_line_shortened(self, event: TextLine.Shortened) -> None:
        """What was pasted in a line is cut."""
        said = self.session.say(words.SHORTENED, n=event.longest)
        self.query_one("#dialog-wrong", Static).update(plain("⚠ " + said))


class Reading(Dialog[None]):
    """A window with text to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll(1)", show=False, id="reading.down"),
        Binding("k,up", "scroll(-1)", show=False, id="reading.up"),
        Binding("space,pagedown", "scroll(10)", show=False, id="reading.page-down"),
        Binding("pageup", "scroll(-10)", show=False, id="reading.page-up"),
        Binding("q,enter,question_mark,f2,f1", "cancel", show=False, id="reading.close"),
    ]

    def __init__(self, session: Session, title: str, text: Visual) -> None:
        super().__init__(session, title)
        self.text = text

    def body(self) -> ComposeResult:
        """The text, scrolling."""
        with VerticalScroll(id="reading"):
            yield Static(self.text, markup=False)

    def action_scroll(self, lines: int) -> None:
        """Move the text."""
        self.query_one("#reading").scroll_relative(y=lines, animate=False)


class Asking(Dialog[str]):
    """A window with one line to fill in. ``check`` says what is wrong with it, or nothing; it may change the line."""

    foot = words.CONFIRM_OR_CANCEL
    longest = LONGEST_TEXT

    def __init__(
        self, session: Session, title: str, hint: str, value: str, check: Callable[[str], tuple[str, str] | None]
    ) -> None:
        super().__init__(session, title)
        self.hint = hint
        self.value = value
        self.check = check

    def body(self) -> ComposeResult:
        """Hint, line, and what is wrong with it."""
        from wizard.app.lines import TextLine

        yield Static(plain(self.hint), id="dialog-hint", markup=False)
        field = TextLine(self.value, id="dialog-input", select_on_focus=False)
        field.longest = self.longest
        yield field
        yield Static(id="dialog-wrong", markup=False)

    def on_input_submitted(self) -> None:
        """Close with the line when nothing is wrong with it."""
        from textual.widgets import Input

        field = self.query_one("#dialog-input", Input)
        wrong = self.check(field.value)
        if wrong is None:
            self.dismiss(field.value)
            return
        message, field.value = wrong
        self.query_one("#dialog-wrong", Static).update(plain("⚠ " + message))
