"""The states that a disk may show after a power cut, made from what real crawls did; a run starts on each."""
