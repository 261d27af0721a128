"""Pictures of the screens that the other tests with pictures leave: at three sizes, in both languages, two themes.

One start of the app per size, language and theme. The lists and comparisons have their pictures in colour in their own
tests; here they are without. Each picture goes with a check of its words, so that a difference says what broke.
"""

import itertools

import pytest
from textual.events import Paste

from tests.app.driving import drive, press, seen, settle
from tests.app.test_dossiers import clock, dated, three, to_list
from tests.app.test_reviewing import GONE, HOLDS, NEVER
from tests.app.test_ways import compared
from tests.dossiers import put
from wizard.app import save
from wizard.content.model import Text

SIZES = {"60x20": (60, 20), "80x24": (80, 24), "140x40": (140, 40)}
EVERY = list(itertools.product(SIZES, ("nl", "en")))
REMARK = Text("De conciërge weet ervan.", "The caretaker knows.")


class Camera:
    """Takes pictures of one run of the app, each after a check of what is on screen."""

    def __init__(self, app, snapshot, size, language, theme):
        self.app, self.snapshot, self.language = app, snapshot, language
        self.end = f"{size}-{language}" + ("" if theme == "dark" else f"-{theme}")

    def take(self, screen: str, nl: str, en: str) -> None:
        """A picture of ``screen``, on which these words must be seen."""
        said = nl if self.language == "nl" else en
        assert said in " ".join(seen(self.app).split()), seen(self.app)
        self.snapshot(self.app, f"{screen}-{self.end}")


async def windows(app, pilot, camera):
    """The windows over question and advice."""
    await press(pilot, "2", "1", "question_mark")
    camera.take("explain", "Het recht achter deze vraag", "The law behind this question")
    await press(pilot, "escape", "2", "f1")
    camera.take("help", "Toetsen", "Keys")
    await press(pilot, "escape", "tab", "tab", "n")
    app.post_message(Paste(app.session.say(REMARK)))
    await settle(pilot)
    camera.take("remark-writing", "bij: Wat u in plaats daarvan kunt doen", "on: What you can do instead")
    await press(pilot, "ctrl+s")
    camera.take("remark", f"Uw opmerking: {REMARK.nl}", f"Your remark: {REMARK.en}")
    await press(pilot, "N")
    camera.take("remarks", "Uw opmerkingen in het verslag", "Your remarks in the report")
    await press(pilot, "escape", "a")
    camera.take("answers", "Kies een regel om dat antwoord te wijzigen", "Choose a line to change that answer")
    await press(pilot, "escape", "s")
    camera.take("save", "De naam eindigt op .pdf", "The name ends in .pdf")
    await press(pilot, "escape", "S")
    camera.take("saving", "Wat wilt u bewaren?", "What do you want to save?")
    await press(pilot, "escape", "g")
    camera.take("about", "Cliënt", "Client")
    await press(pilot, "escape")
    app.session.answer({"purpose": "commute"})
    app.open_history()
    await settle(pilot)
    camera.take("history", "→", "→")
    await press(pilot, "escape")
    app.action_watch()
    await settle(pilot)
    camera.take("watch", "Wat verandert er in het recht?", "What is changing in the law?")
    await press(pilot, "escape")


@pytest.mark.parametrize("theme", ["dark", "mono"])
@pytest.mark.parametrize(("size", "language"), EVERY)
def test_windows(snapshot, monkeypatch, size, language, theme):
    monkeypatch.setattr(save, "folder_name", lambda: "~/advies")  # where the tests run is nobody's concern

    async def steps(app, pilot):
        clock(app)
        await windows(app, pilot, Camera(app, snapshot, size, language, theme))

    drive(steps, size=SIZES[size], language=language, theme=theme)


@pytest.mark.parametrize(("size", "language"), EVERY)
def test_pages_without_colours(snapshot, size, language):
    three()

    async def steps(app, pilot):
        camera = Camera(app, snapshot, size, language, "mono")
        await to_list(app, pilot)
        camera.take("dossiers", "Jansen", "Jansen")
        app.session.start("bicycle")
        clock(app)
        await compared(app, pilot)
        camera.take("compare", "met sleutel", "met sleutel")
        await press(pilot, "b")
        camera.take("variants", "op bezoek", "op bezoek")
        app.open_instead()
        await settle(pilot)
        camera.take("instead", "Vraag de sleutel", "Ask the caretaker")
        app.open_deciding()
        await settle(pilot)
        camera.take("deciding", "Hebt u de sleutel?", "Do you have the key?")
        app.session.take(0)
        app.open_advice()
        await settle(pilot)
        camera.take("variant-advice", "Variant “met sleutel”", "Variant “met sleutel”")
        await press(pilot, "c")
        camera.take("then", "Toen", "Then")

    drive(steps, consult=None, size=SIZES[size], language=language, theme="mono")


@pytest.mark.parametrize("theme", ["dark", "mono"])
@pytest.mark.parametrize(("size", "language"), EVERY)
def test_what_no_longer_holds(snapshot, size, language, theme):
    for n, dossier in enumerate((GONE, HOLDS, NEVER)):
        dated(put(dossier, f"{n}.yaml"), n)

    async def steps(app, pilot):
        camera = Camera(app, snapshot, size, language, theme)
        await to_list(app, pilot)
        await press(pilot, "f6")
        camera.take("reviewed", "3 dossiers nagekeken", "3 dossiers reviewed")

    drive(steps, consult=None, size=SIZES[size], language=language, theme=theme)
