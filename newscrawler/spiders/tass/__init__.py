"""TASS, the Russian news agency, in English."""
