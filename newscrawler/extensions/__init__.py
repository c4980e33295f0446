"""Extensions: they watch a run and judge it; they change nothing in it."""
