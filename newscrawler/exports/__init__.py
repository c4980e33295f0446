"""The lines for other tools: one table of flat columns, written in the form that a tool reads."""
