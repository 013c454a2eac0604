"""The SQLite database compiled from one corpus: building it, proving it, reading it. All its SQL is here."""
