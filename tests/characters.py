"""Every character that UTF-8 can write, said so that hypothesis has it in a tenth of the time."""

from hypothesis import strategies as st

# the default alphabet of ``st.text()`` holds the same; to find it, each worker encodes a million characters
CHARACTERS = st.characters(exclude_categories=["Cs"])
