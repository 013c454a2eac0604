"""``/random``: a draw that doesn't repeat in a channel until the pack is through."""

from __future__ import annotations

import random
from collections import OrderedDict

from bot.answers.compose import card_of
from bot.answers.context import Context
from bot.answers.nothing import nothing_at_all
from bot.answers.outcomes import Found, Outcome
from bot.store.store import EntryKind

_CHANNELS = 1000
_KINDS: tuple[EntryKind, ...] = ("fact", "quote", "timeline")


class Deck:
    """What each channel has seen, in memory: the ids still to come, for the channels that drew last."""

    def __init__(self) -> None:
        self._left: OrderedDict[tuple[str, str], list[str]] = OrderedDict()
        self._random = random.SystemRandom()

    def draw(self, channel: str, kind: str, ids: list[str]) -> str:
        """One of ``ids``, which isn't empty, none twice in a channel before each was drawn once."""
        key = (channel, kind)
        known = set(ids)
        left = [id for id in self._left.pop(key, []) if id in known]
        if not left:
            left = self._random.sample(ids, len(ids))
        chosen = left.pop()
        self._left[key] = left
        while len(self._left) > _CHANNELS:
            self._left.popitem(last=False)
        return chosen


async def answer_random(context: Context, deck: Deck, *, channel: str, kind: str | None) -> Outcome:
    """The card of one entry at random, of a kind or of all."""
    ids: list[str] = []
    for entry_kind in _KINDS:
        if kind in (None, entry_kind):
            ids += await context.store.entry_ids(entry_kind)
    if not ids:
        return nothing_at_all(context)
    chosen = deck.draw(channel, kind or "", ids)
    return Found(card=await card_of(context, (await context.store.get([chosen]))[chosen]))
