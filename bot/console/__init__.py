"""The terminal front: the same answers, with no Discord."""
