"""Tests: real YAML, real SQLite, real processes."""
