"""Button for more: whether a page shows that older rows can be loaded, by words or by names in its markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.document.node import names_of
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from newscrawler.document import Element

MORE = (
    r"^(show|load|view|see) (more|all)|more (news|stories|articles)|older|mehr|weitere|plus d|voir plus"
    r"|m[aá]s |carica|ещ[её]|показать|повече|більше|więcej|další|ďalšie|több|mai mult|daha fazla"
    r"|περισσότερα|meer |fler|flere|lisää|vis mer|もっと|続き|更多|加载|載入|더 ?보기"
    r"|المزيد|עוד|بیشتر|और |เพิ่มเติม|xem thêm"
)
"""What buttons that bring further rows say."""
_SAID = re.compile(MORE, re.IGNORECASE)
_NAMED = re.compile(
    r"(?:load|show|see|view)[-_]?more|more[-_]?(?:btn|button|link|posts|news|items)|infinite", re.IGNORECASE
)
_BUTTONS = "button, [role=button], input[type=button], a:not([href]), a[href^='#'], a[href^=javascript]"
_MARKS = ", ".join(
    f"[{where}*={name}]" for where in ("class", "id") for name in ("infinite", "load-more", "loadmore")
)
_ELSEWHERE = "nav, header, form, footer"
_LONGEST = 60
"""Characters of what a button says."""


def has_more_button(root: Element) -> bool:
    """Tell whether a page has a button, or the mark of a list without end, that brings further rows."""
    if select(root, _MARKS):
        return True
    elsewhere = set(select(root, _ELSEWHERE))
    return any(
        elsewhere.isdisjoint(button.ancestors) for button in select(root, _BUTTONS) if _brings_more(button)
    )


def _brings_more(button: Element) -> bool:
    text = (button.text.strip() or button.attr("value") or button.attr("aria-label") or "").strip()
    names = names_of(button)
    return len(text) <= _LONGEST and bool(_SAID.search(text) or _NAMED.search(names))
