"""How words are compared: normalising, tokenising, query parsing, ranking. Pure: no store, no Discord, no waiting."""
