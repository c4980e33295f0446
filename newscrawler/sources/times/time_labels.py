"""Time labels: what is said with a time: that it is of the publication, of a change, or of something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.document.node import class_of
from newscrawler.sources.story_entries import DATE_LIKE

if TYPE_CHECKING:
    from newscrawler.document import Element

MODIFIED = re.compile(
    r"modif|updat|aktualis|aktualiz|mis(?:e)? à jour|actuali[sz]|aggiorn|atualiz|обновл|оновл|змінен|изменен|"
    r"güncel|更新|수정"
    r"|last reviewed|zuletzt geprüft"
    r"|revised|edited|changed|uppdater|oppdater|opdater|päivitetty|bijgewerkt|frissít|módosít|تحديث|تعديل"
    r"|به‌?روز ?رسانی|ویرایش|עודכן|עדכון|अपडेट|संशोधित|अद्यतन|আপডেট|হালনাগাদ|புதுப்பி|నవీకర|અપડેટ|അപ്ഡേറ്റ്"
    r"|อัปเดต|อัพเดท|ปรับปรุง|แก้ไข|cập nhật|ενημερώθηκε|(?:τελευταία )?ενημέρωση\s*[:：]|τροποποι|diperbarui"
    r"|diupdate|kemas ?kini|ažurir|izmen|izmijen|izmjen|muudetud|uuendatud|atjaunot|atnaujint|обновен"
    r"|업데이트|修改|განახლ|թարմաց|geändert|gewijzigd|ändrad|endret|ændret|muokattu|zmian[aęy]|zmienion|upraven|posodob"
    r"|spremenj|промян|промен|ажурир|изменет|labots|pakeist|imesasish|imeharir|përditës|ndryshu|yenilə"
    r"|actualitz|uppfær|breytt|اپ ?ڈیٹ|تازہ ترین",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"publish|publi|veröff|erstellt|posted|первая|опубл|публик|публік|created|公開|発行|掲載|配信|发布|發布|刊登"
    r"|등록|입력|발행|نشر|انتشار|yayın|giriş|pubbl|zveřej|objav|פורסם|प्रकाशित|প্রকাশ|வெளியிட|เผยแพร่|xuất bản"
    r"|δημοσ|opublik|közzét|megjelen|julkais|julkaistu|terbit|tayang|avaldat|paskelbt|გამოქვ|imechapish|dərc|објав|شائع",
    re.IGNORECASE,
)
_EVENT = (
    r"when|wann|quand|cuándo|quando|wanneer|når|när|hvornår|milloin|kiedy|kdy|mikor|когда|коли|πότε|日時"
    r"|date of (?:the )?event|event date|deadline|closing date|date limite|fecha límite|termine?"
)
OF_EVENT = re.compile(rf"\W*(?:{_EVENT})\W*", re.IGNORECASE)
"""A label that stands apart from the day of an event."""
NOT_OURS = re.compile(
    r"©|\bcopyright|all rights|\bjoined\b|\bborn\b|\bmember since"
    r"|\b(?:today(?: is)?|heute(?: ist)?|aujourd['’]hui|hoy(?: es)?|hoje|oggi|vandaag|idag|i dag|dzisiaj|dziś"
    r"|dnes|сегодня|сьогодні|днес|σήμερα|bugün|اليوم|امروز|היום|आज)\s*[:：]|今天是|今天\s*[:：]|今日は"
    r"|\btoday(?: is|['’]s date)\b|\bheute ist\b|\bnous sommes\b|\bhoy es\b|\bhoje é\b|\boggi è\b"
    r"|сегодня\s+\d|\bpage (?:was )?generated\b"
    r"|\bnext \w+\s*:|\b(?:of|since|until|till|before|after|through|bis(?: zum)?|jusqu['’]au|hasta(?: el)?"
    r"|fino al|até)\s+\d{1,2}(?:\.?\s+[^\W\d]{3,}\.?\s+\d{4}|[./-]\d{1,2}[./-]\d)"
    rf"|^\W*(?:{_EVENT})\b",
    re.IGNORECASE,
)
"""What is said with a day that is not the article's: of rights, a reader, the paper's head, an event."""
_FIRST = re.compile(r"(?:^|\s)(?:entry-date|post-date|published)(?:$|\s)")
"""What the time of publication is called, though it may be that of the last change as well."""


def tell_apart(text: str, element: Element, published: list[str], modified: list[str]) -> None:
    """Add the times of a line to those of publication and of change, by their labels.

    :param element: which prints the line; its names tell where no label does.
    """
    label = MODIFIED.search(text)
    if label is None:
        later = _before_first(text)
        if later is not None:
            published.append(text[later:])
            modified.append(text[:later])
        else:
            (modified if is_named_modified(class_of(element)) else published).append(text)
        return
    before, after = text[: label.start()], text[label.start() :]
    if DATE_LIKE.search(before):
        published.append(before)
    elif (second := PUBLISHED.search(after)) is not None and DATE_LIKE.search(after[second.end() :]):
        published.append(after[second.end() :])
        after = after[: second.start()]
    if DATE_LIKE.search(after):
        modified.append(after)


def _before_first(text: str) -> int | None:
    """Return where a line goes on with the first publication, if another time stands before it."""
    first = PUBLISHED.search(text)
    if first is None:
        return None
    is_second = DATE_LIKE.search(text[: first.start()]) and DATE_LIKE.search(text[first.end() :])
    return first.start() if is_second else None


def is_named_modified(names: str) -> bool:
    """Tell whether names say that a time is that of a change; themes call the first one "updated", too."""
    return MODIFIED.search(names) is not None and _FIRST.search(names) is None
