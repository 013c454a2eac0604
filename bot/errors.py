"""The family of faults that the program itself raises. Expected outcomes (nothing found, problems) are values instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.pack.problems import Problem


class LlamaloreError(Exception):
    """The base. Its message is a plain sentence for the operator: what is wrong and what to do."""


class SettingError(LlamaloreError):
    """A setting or an argument cannot be used."""


class InvalidPackError(LlamaloreError):
    """A pack has problems, and no valid store is there to answer from."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"the pack has {len(problems)} problem{'s' * (len(problems) != 1)}")
        self.problems = tuple(problems)


class BuildError(LlamaloreError):
    """A valid pack could not be compiled: no space, no permission, or the compiler was stopped."""


class StoreError(LlamaloreError):
    """A store file is damaged, or not a store."""
