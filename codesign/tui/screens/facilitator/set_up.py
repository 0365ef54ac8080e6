"""Set-up: what is decided before the first vote, on one page."""

from collections.abc import Callable, Iterator
from typing import NoReturn, TypeVar

from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from codesign.core.errors import CodesignError
from codesign.core.text import NAME_LIMIT, clean
from codesign.course.before_they_come import minutes_for
from codesign.course.fields import Choices, Day
from codesign.course.pages import SetUp
from codesign.course.set_up_form import (
    A_GOOD_SIZE,
    A_WORKER_ANSWERS,
    ABOUT_NUMBERS,
    CODE_AGAIN,
    FOR_THE_SUMMARY,
    LABELS,
    LANGUAGES,
    NUMBERS,
    PEOPLE,
    Form,
    checked_again,
    checked_audience,
    checked_code,
    checked_expected,
    checked_language,
    checked_numbers_from,
    checked_title,
    people_in,
)
from codesign.course.shared_words import warning_of_language
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, CoursePage, Program, Send, text
from codesign.tui.widgets.fields import ChoiceField, Stepped
from codesign.tui.widgets.line import Line
from codesign.words import _

T = TypeVar("T")
_NO_SUPPORT = "No support person is named: who can youth talk to today? Fill it in, or press Ctrl+S to go on without."


class Field(Horizontal):
    """A label, what is filled in, and perhaps what that means."""

    def __init__(self, label: str, part: Line | ChoiceField, *, said: bool = False) -> None:
        super().__init__(classes="field")
        self._label = label
        self.part = part
        self._said = said

    def compose(self) -> Iterator[Widget]:
        yield text(self._label, "field-label")
        yield self.part
        if self._said:
            yield Static(id=f"{self.part.id}-said", classes="field-said", markup=False)


def _line(name: str, label: str, value: str = "", hint: str = "", *, secret: bool = False) -> Field:
    line = Line(limit=NAME_LIMIT, value=value, placeholder=hint, id=name)
    line.password = secret
    line.select_on_focus = bool(value)
    return Field(label, line)


def _stepped(name: str, label: str, step: Callable[[str, int], str], value: str = "", hint: str = "") -> Field:
    line = Stepped(step, limit=NAME_LIMIT, value=value, placeholder=hint, id=name)
    line.select_on_focus = bool(value)
    return Field(label, line, said=True)


def _choice(name: str, label: str, choices: Choices, value: str) -> Field:
    return Field(label, ChoiceField(choices, value, id=name))


class SetUpPage(CoursePage[SetUp]):
    """What is decided before the first vote, on one page, with sensible values already in place."""

    place = "set-up"
    BINDINGS = bindings(place)
    answers = {"back": "back", "cards": "cards"}

    def __init__(self, page: SetUp, send: Send, program: Program) -> None:
        super().__init__(page, send, program)
        self.title_left = _("Set up the session")
        self._day = Day(page.today)
        self._warned = False
        self._told = ""

    def heading_right(self) -> str:
        return _("Before youth come")

    def body(self) -> Iterator[Widget]:
        plan, problem, proposed = self.page.plan, self.page.problem, self.page.proposed
        with Body(classes="fields"):
            if self.page.copied:
                yield text(self.page.copied, "quiet field-note")
            yield _line("title", _(LABELS["title"]), plan.title)
            yield _line(
                "audience", _(LABELS["audience"]), proposed.get("audience", ""), hint=_("a name or role; or: nobody yet")
            )
            yield _stepped("answer-by", _(LABELS["answer_by"]), self._day.step, self.page.answer_by, self._day.example)
            yield _line("contact", _(LABELS["contact"]), proposed.get("contact", ""), _(FOR_THE_SUMMARY))
            yield _stepped("expected", _(LABELS["expected"]), PEOPLE.step, proposed.get("expected", ""), _(A_GOOD_SIZE))
            person = _("who, where: Dana, front office")
            yield _line("support", _(LABELS["support_person"]), proposed.get("support_person", ""), person)
            yield _line("local-line", _(LABELS["local_line"]), proposed.get("local_line", ""), _(A_WORKER_ANSWERS))
            yield _choice("numbers-from", _(LABELS["numbers_from"]), NUMBERS, str(plan.thresholds.numbers_from))
            yield text(_(ABOUT_NUMBERS), "quiet field-note")
            yield _choice("language", _(LABELS["language"]), LANGUAGES, proposed.get("language", plan.language))
            yield _line("code", _("Your code, six digits"), hint=_("it closes your screens to youth"), secret=True)
            yield _line("code-again", _(CODE_AGAIN), secret=True)
            yield Static(id="wrong", markup=False)
        yield Static(literal(f"! {problem}" if problem else self.page.warning), id="problem", markup=False)

    def on_mount(self) -> None:
        for field in self.query(Field):
            if field.part.id in self.page.filled:
                field.part.value = self.page.filled[field.part.id]
        self._say_day()
        self._say_minutes()
        self._at(self.page.at.name).focus()

    def _at(self, name: str) -> Line | ChoiceField:
        """The line that somebody was at when the page went, with what stands there kept; of the code, which is never kept, the
        first one."""
        if not name:
            return self._field("audience").part
        part = self._field("code" if name == "code-again" else name).part
        if isinstance(part, Line):
            part.select_on_focus = False
        return part

    def on_descendant_focus(self) -> None:
        if self.focused and self.focused.id:
            self.page.at.name = self.focused.id

    def _field(self, name: str) -> Field:
        return next(field for field in self.query(Field) if field.part.id == name)

    def _say_day(self) -> None:
        said = self._day.said(self._value("answer-by"), short=True)
        self.query_one("#answer-by-said", Static).update(literal(said))

    @on(ChoiceField.Changed)
    def _chosen(self, event: ChoiceField.Changed) -> None:
        if event.choice.id:
            self.page.filled[event.choice.id] = event.choice.value

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if event.input.id and not event.input.password:
            self.page.filled[event.input.id] = event.value
        if event.input.id == "answer-by":
            self._say_day()
        if event.input.id == "expected":
            self._say_minutes()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if event.input.id == "code-again":
            self.action_begin()
        else:
            self.action_next_line()

    def _say_minutes(self) -> None:
        """How long so many people take for these cards."""
        plan, people = self.page.plan, people_in(self.page)
        said = _("about {n} minutes", n=minutes_for(plan.hour, people, len(plan.cards))) if people else ""
        self.query_one("#expected-said", Static).update(literal(said))

    def action_next_line(self) -> None:
        """Not from the last line to the first: a code that was typed one line too late would stand there to be read."""
        if self.focused is not self.focus_chain[-1]:
            self.focus_next()

    def action_line_before(self) -> None:
        self.focus_previous()

    def action_begin(self) -> None:
        try:
            self.send(self._read())
        except CodesignError as error:
            self.query_one("#problem", Static).update("")
            wrong = self.query_one("#wrong", Static)
            wrong.update(literal(f"! {error}"))
            wrong.add_class("-open")
            self.call_after_refresh(self._show_wrong)

    def _show_wrong(self) -> None:
        """With its field above it."""
        for field in self.query(Field):
            if field.part.has_focus:
                field.scroll_visible(animate=False, top=True)

    def _value(self, name: str) -> str:
        return clean(self._field(name).part.value, NAME_LIMIT)

    def _read(self) -> Form:
        """The fields as a form; CodesignError with what to mend, and the cursor where it is to be mended."""
        form = Form(
            title=self._checked("title", checked_title),
            audience=self._value("audience"),
            answer_by=self._checked("answer-by", self._day.read),
            contact=self._value("contact"),
            expected=self._checked("expected", checked_expected),
            support_person=self._value("support"),
            local_line=self._value("local-line"),
            numbers_from=self._checked("numbers-from", checked_numbers_from),
            language=self._checked("language", checked_language),
            code=self._code(),
        )
        form = replace(form, audience=self._checked("audience", checked_audience))
        if not form.support_person and not self._warned:
            self._warned = True
            self._refuse("support", _(_NO_SUPPORT))
        told, self._told = self._told, warning_of_language(self.page.plan.cards, form.language)
        if self._told not in ("", told):
            self._refuse("language", _("{warning} Ctrl+S goes on all the same.", warning=self._told))
        return form

    def _checked(self, name: str, check: Callable[[str], T]) -> T:
        try:
            return check(self._value(name))
        except CodesignError as error:
            self._refuse(name, str(error))

    def _refuse(self, name: str, sentence: str) -> NoReturn:
        """What is wrong stands under the field that it is about."""
        field = self._field(name)
        field.part.focus(scroll_visible=False)
        for other in self.query(Field):
            other.set_class(other is field, "-wrong")
        self.query_one(".fields").move_child(self.query_one("#wrong"), after=field)
        raise CodesignError(sentence)

    def _code(self) -> str:
        code = self._checked("code", checked_code)
        try:
            return checked_again(code, self._value("code-again"))
        except CodesignError as error:
            for name in ("code", "code-again"):
                self.query_one(f"#{name}", Line).value = ""
            self._refuse("code", str(error))
