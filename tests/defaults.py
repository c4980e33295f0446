"""The project's own settings, for tests that build a component alone: no component has its own defaults."""

from scrapy.settings import default_settings

from newscrawler import settings

DEFAULTS = {
    name: value
    for name, value in vars(settings).items()
    if name.isupper() and isinstance(value, (bool, int, float, str)) and not hasattr(default_settings, name)
}
