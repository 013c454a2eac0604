"""``ask --json``: what a plain question finds, as data with a fixed form."""

from __future__ import annotations

import time
from typing import Any

from bot.answers.compose import speaker_ids, title_of
from bot.answers.context import Context
from bot.answers.find import suggestions
from bot.answers.plain import find_plain
from bot.pack.schema import Fact, Item, Quote, Source, TimelineEntry, Topic, kind_of


async def results_for(context: Context, question: str, limit: int) -> dict[str, Any]:
    """The object that ``ask --json`` prints for ``question``, with at most ``limit`` results; ``ms`` is how long it took."""
    started = time.perf_counter()
    plain = await find_plain(context.store, question)
    hits = plain.findings.hits[:limit]
    items = await context.store.get(hit.id for hit in hits)
    first_topics = [item.topics[0] for item in items.values() if isinstance(item, Fact)]
    others = await context.store.get([*first_topics, *speaker_ids(items.values())])
    near = await suggestions(context, plain.findings.near)
    return {
        "query": question,
        "language": context.language,
        "found": bool(hits),
        "results": [_result(context, items[hit.id], others, hit.score) for hit in hits],
        "suggestions": [{"id": suggestion.id, "title": suggestion.title} for suggestion in near],
        "ms": round((time.perf_counter() - started) * 1000, 2),
    }


def _result(context: Context, item: Item, others: dict[str, Item], score: float) -> dict[str, Any]:
    entry = item if isinstance(item, Fact | Quote | TimelineEntry) else None
    text = item.summary if isinstance(item, Topic) else entry.text if entry else None
    date = item.date if isinstance(item, Quote | TimelineEntry | Source) else None
    date = item.released if isinstance(item, Topic) else date
    return {
        "id": item.id,
        "kind": kind_of(item),
        "title": title_of(context, item, others),
        "text": context.text(text) if text else "",
        "status": entry.status if entry else None,
        "date": str(date) if date else None,
        "topics": list(entry.topics) if entry else [],
        "sources": []
        if isinstance(item, Source)
        else [{"source": citation.source, "at": citation.at} for citation in item.sources],
        "score": score,
    }
