"""The summary as data for others to build on: JSON (`codesign.documents.data.schema`)."""

import msgspec

from codesign.content import todays_words
from codesign.core.card import Card
from codesign.core.disclosure import Together
from codesign.core.kinds import kind_of
from codesign.core.kinds.scale import Scale
from codesign.documents.data import schema
from codesign.documents.summary.asks import asks
from codesign.documents.summary.build import CardSummary, Summary
from codesign.documents.summary.pooled import shown_alone


def to_json(summary: Summary) -> bytes:
    """The summary in schema 2, with a newline at the end."""
    document = schema.SummaryFile(
        schema=2,
        made_up=summary.made_up,
        caveats=summary.caveats,
        title=summary.title,
        audience=summary.audience or None,
        answer_by=summary.answer_by or None,
        months=summary.months,
        letters=summary.marks,
        records=summary.records,
        people=summary.people,
        numbers_from=summary.thresholds.numbers_from,
        quote_from=summary.thresholds.quote_from,
        cards=tuple(_json_card(card) for card in summary.cards),
        ideas=tuple(schema.SummaryIdea(text) for text in summary.ideas),
        idea_themes=summary.idea_themes,
        asks=tuple(ask.id for ask in asks(summary)),
        ledger=_ledger(summary),
        pointers=summary.pointers,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _ledger(summary: Summary) -> schema.SummaryLedger:
    kept, (quoted, themes) = summary.ledger, summary.words
    return schema.SummaryLedger(
        written_at_least=kept.at_least(quoted),
        quoted=quoted,
        themes=themes,
        without_ok_at_least=kept.without_ok,
        not_told=kept.not_told,
        kept_back=kept.reasons,
        others=kept.some,
    )


def _json_card(entry: CardSummary) -> schema.SummaryCard:
    card, kind, shown = entry.card, kind_of(entry.card), entry.shown
    none = shown.no_answer
    return schema.SummaryCard(
        id=card.id,
        kind=card.kind,
        rule=card.rule,
        as_voted=card.was or None,
        today=todays_words(card) or None,
        by_youth=card.is_idea,
        good=card.good or None,
        risk=card.risk or None,
        room=card.room or None,
        fixed=card.fixed or None,
        staff_note=card.staff_note or None,
        pointers=card.pointers,
        options=None if kind.name == Scale.name else {kind.export_name(o): o.words for o in kind.options(card)},
        answered=shown.answered,
        label=shown.label,
        shown=entry.sentence,
        counts={kind.export_name(o): shown.counts[o.code] for o in kind.options(card)} if shown.counts else None,
        no_answer=schema.SummaryNoAnswer(none.skipped, none.unclear, none.not_reached) if none else None,
        one_change=entry.one_change or None,
        range=entry.range or None,
        sessions=tuple(dots.told for dots in entry.sessions) or None,
        together=_together(card, shown.together) if shown.together else None,
        flags=shown.flags,
        comments=tuple(schema.SummaryComment(q.prompt, q.pick, q.text, q.earlier, q.other_words) for q in entry.quotes),
        themes=entry.themes,
    )


def _together(card: Card, together: Together) -> schema.SummaryTogether:
    aside = (schema.SummaryAside(sign.label, shown_alone(card, sign), n) for sign, n in together.aside)
    names = {option.code: kind_of(card).export_name(option) for option in kind_of(card).options(card)}
    least = (schema.SummaryAtLeast(names[b.option], b.sessions, b.count, b.answered) for b in together.at_least)
    return schema.SummaryTogether(together.sessions, together.agree, together.counted, tuple(aside), tuple(least))
