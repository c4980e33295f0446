"""A newsroom that misbehaves in every way that a crawler meets, as real HTTP on loopback."""
