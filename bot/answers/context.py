"""What every answer needs: the leased store, the language, the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.pack.text import Text
from bot.wording import Wording, wording_for

if TYPE_CHECKING:
    from bot.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """What a front knows of who asks and where: for the language, and so that random draws don't repeat in a channel.

    ``option`` is a language chosen with the question, ``server`` the server's setting, ``locale`` what Discord sends and
    the front may use.
    """

    option: str | None = None
    server: str | None = None
    locale: str | None = None
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """One answer's surroundings."""

    store: Store
    language: str

    @property
    def say(self) -> Wording:
        """The program's words in the answer's language."""
        return wording_for(self.language)

    def text(self, text: Text) -> str:
        """A text of the pack in the answer's language; else in the pack's languages, the first there is."""
        related = ("zh-Hans",) if self.language == "zh-Hant" else ()
        return text.in_language(self.language, (*related, *self.store.summary.header.languages))
