"""What sort of publication a site is, as far as its name and its own words about itself tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newscrawler.publication.attributes import Kind

_IN_NAME: Mapping[Kind, str] = {
    "agency": r"news agency|press agency|newswire|nachrichtenagentur|presse-?agentur|agence|agencia"
    r"|agência|agenzia|агентство|агенція|agencja|通讯社|通信社|통신",
    "broadcaster": r"\btv\b|\bradio|broadcast|televis|fernseh|rundfunk|rádio|телевидение"
    r"|радио|телеканал|放送|방송",
    "technology": r"\btech|technolog|comput|digital|gadget|\bit[- ](?:news|welt|zeitung)|програм",
    "business": r"business|financ|econom|wirtschaft|börse|handels|markets?\b|invest|économ|деловой"
    r"|бизнес|биржа|経済|경제",
    "regional": r"\bcounty\b|\blocal\b|\bregional|\bcity of\b|\bstadt\b|landkreis|kreis|lokal|valley|island",
    "state": r"official (?:news|gazette)|government of|ministry",
    "portal": r"\bportal\b|портал",
}
"""Kind -> words of names and of descriptions, the most telling kinds first."""


def kind_of(title: str | None, description: str | None, sections: Sequence[str]) -> tuple[Kind, str]:
    """Return the kind, and its evidence.

    >>> kind_of("Quill News Agency", None, []), kind_of("The Quay", None, [])
    (('agency', 'its name: Quill News Agency'), ('general', 'nothing tells another kind'))
    """
    for where, text in _said(title, description):
        for kind, words in _IN_NAME.items():
            if re.search(words, text, re.IGNORECASE):
                return kind, f"{where}: {text}"
    for kind in ("technology", "business"):
        alike = [name for name in sections if re.search(_IN_NAME[kind], name, re.IGNORECASE)]
        if len(alike) > max(1, len(sections) / 2):
            return kind, f"its sections: {', '.join(alike)}"
    return "general", "nothing tells another kind"


def _said(title: str | None, description: str | None) -> Iterator[tuple[str, str]]:
    if title:
        yield "its name", title
    if description:
        yield "its description", description
