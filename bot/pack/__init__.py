"""The pack: YAML text to a corpus or to problems. Pure: no database, no Discord, no waiting."""
