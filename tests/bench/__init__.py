"""Benchmarks: each prints both sides of a comparison, measured in one run. They are run by hand, not by pytest."""
