"""Peak memory of this process since it was started: unlike ru_maxrss, VmHWM does not begin with its
parent's."""

from pathlib import Path


def peak_mb() -> float:
    """Megabytes."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    msg = "no VmHWM in /proc/self/status"
    raise OSError(msg)
