"""From a request to an outcome: one small module for each question, shared by every front."""
