"""The draft of a declaration, with the evidence for each of its lines, from what a site says of itself."""
