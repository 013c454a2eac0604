"""Tests of the pack: reading, checking, dates."""
