"""The form in which the app offers to save a report."""

from __future__ import annotations

from wizard.settings.settings import Settings


class ReportForm:
    """As chosen last, else as set, else the best that can be made here."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.last = ""

    @property
    def offered(self) -> str:
        """The form to offer now: one of those that a report can have."""
        if not self.last:
            from wizard.report.forms import usual_form

            self.last = self.settings.get("report_form") or usual_form()
        return self.last

    def take(self, name: str) -> None:
        """Offer the form that a file called ``name`` has from now on, and remember it; no end is no choice."""
        from wizard.report.forms import form_in

        form = form_in(name.strip())
        if form and form != self.offered:
            self.last = form
            self.settings.remember("report_form", form)
