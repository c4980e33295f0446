"""Settings as plain values, which go to other processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


def plain_settings(settings: BaseSettings) -> dict[str, Any]:
    """Return the settings that are texts, numbers and lists of them: of the others no reader needs any."""
    return {
        name: value
        for name in settings
        if isinstance(value := settings[name], str | int | float | bool)
        or (isinstance(value, list) and all(isinstance(part, str) for part in value))
    }
