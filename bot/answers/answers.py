"""Where every front asks: one call, a request in, an outcome out."""

from __future__ import annotations

from typing import Any

from bot.answers.compose import card_of
from bot.answers.context import Asker, Context
from bot.answers.draw import Deck, answer_random
from bot.answers.fact import answer_fact
from bot.answers.help import answer_help
from bot.answers.language import choose_language
from bot.answers.nothing import nothing_on
from bot.answers.outcomes import Found, Outcome
from bot.answers.plain import answer_plain
from bot.answers.quote import answer_quote
from bot.answers.requests import (
    FactRequest,
    HelpRequest,
    PlainRequest,
    QuoteRequest,
    RandomRequest,
    Request,
    SearchRequest,
    ShowRequest,
    TimelineRequest,
    TopicRequest,
)
from bot.answers.results import results_for
from bot.answers.search import answer_search
from bot.answers.timeline import answer_timeline
from bot.answers.topic import answer_topic
from bot.library import Library
from bot.store.store import Store


class Answers:
    """Answers requests from the current store. ``extra_help`` are commands that only one front has."""

    def __init__(self, *, library: Library, language: str | None, extra_help: tuple[str, ...] = ()) -> None:
        self._library = library
        self._language = language
        self._extra_help = extra_help
        self._deck = Deck()

    async def answer(self, request: Request, asker: Asker) -> Outcome:
        """What comes of ``request``; the whole of it is answered from one store."""
        async with self._library.lease() as store:
            context = Context(store, self._language_of(store, request, asker))
            match request:
                case FactRequest(topic=topic) if not (topic or "").strip():
                    return await answer_random(context, self._deck, channel=asker.channel, kind="fact")
                case QuoteRequest(speaker=speaker, topic=topic) if not f"{speaker or ''}{topic or ''}".strip():
                    return await answer_random(context, self._deck, channel=asker.channel, kind="quote")
                case RandomRequest(kind=kind):
                    return await answer_random(context, self._deck, channel=asker.channel, kind=kind)
                case PlainRequest(text=text) if not text.strip():
                    return answer_help(context, self._extra_help)
                case HelpRequest():
                    return answer_help(context, self._extra_help)
                case FactRequest():
                    return await answer_fact(context, request)
                case QuoteRequest():
                    return await answer_quote(context, request)
                case TimelineRequest():
                    return await answer_timeline(context, request)
                case SearchRequest():
                    return await answer_search(context, request)
                case TopicRequest():
                    return await answer_topic(context, request)
                case PlainRequest():
                    return await answer_plain(context, request)
                case ShowRequest(id=id):
                    items = await context.store.get([id])
                    if id not in items:
                        return await nothing_on(context, id, ())
                    return Found(card=await card_of(context, items[id]))

    async def results(self, question: str, asker: Asker, *, limit: int) -> dict[str, Any]:
        """What ``ask --json`` prints for a plain question."""
        async with self._library.lease() as store:
            language = self._language_of(store, PlainRequest(text=question), asker)
            return await results_for(Context(store, language), question, limit)

    def _language_of(self, store: Store, request: Request, asker: Asker) -> str:
        return choose_language(
            option=asker.option,
            server=asker.server,
            typed=_typed(request),
            locale=asker.locale,
            setting=self._language,
            pack=store.summary.header.languages,
        )


def _typed(request: Request) -> str:
    """The words that the person typed. An id is ASCII and so says nothing about a language."""
    match request:
        case FactRequest(topic=text) | TopicRequest(name=text) | SearchRequest(query=text) | PlainRequest(text=text):
            return text or ""
        case QuoteRequest(speaker=speaker, topic=topic):
            return f"{speaker or ''} {topic or ''}"
        case TimelineRequest(topic=topic, since=since, until=until):
            return f"{topic or ''} {since or ''} {until or ''}"
        case _:
            return ""
