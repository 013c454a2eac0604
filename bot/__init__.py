"""Llamalore: answers from a curated, sourced store of facts, quotes and timeline entries."""

__version__ = "0.1.0"
