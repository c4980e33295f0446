"""East Asian bylines: label, office, place and agency stand against the name, with no space between them."""

from __future__ import annotations

import re

_ROLE = re.compile(r"\s*(?:기자|특파원|인턴기자|논설위원|선임기자|記者|记者|特派員|編集委員|論説委員)\s*=?$")
_LEAD = re.compile(
    r"^(?:(?P<agency>[^\W\d_]{2,4}社)|[^\W\d_]{2,6}?)?\s?(?:记者|記者)[:：\s]*(?=[^\W\d_])"
    r"|^(?:作者|著者|文|取材・文|取材|執筆)[:：・／]\s*"
    r"|^[\uac00-\ud7af·]{2,12}=\s*(?=[\uac00-\ud7af])"
    r"|^[\u30a1-\u30fa\u30fc・\u3400-\u9fff]{2,12}[=＝]\s*(?=[\u3040-\u30ff\u3400-\u9fff]{2,6}$)"
    r"|^\w{0,4}(?:編集部|編集局|報道部|社会部|政治部|経済部|文化部|支局)\s+(?=[\u3040-\u30ff\u3400-\u9fff]{3,6}$)"
)
_OTHERS = re.compile(
    r"\s*(?:摄影|攝影|图|圖|编辑|編輯|通讯员|通訊員|写真|撮影)(?=[\s:：/／・]).*$"
    r"|\s+사진[\s=·:/].*$"
)
"""From here on a line of reporters names photographers and editors."""
LABELS = r"作者|记者|記者|来源|來源|文|编辑|編輯|责编|責編|责任编辑|責任編輯|摄影|攝影|图|圖|通讯员|通訊員"
"""What stands before the colon in the line of a portal; a space parts them."""


def names_behind_lead(part: str) -> tuple[str, str | None] | None:
    """Part the lead off a line: return (names, joined by 、, and agency); None where there is no lead.

    >>> names_behind_lead("新华社记者 李建国 王小明"), names_behind_lead("李建国")
    (('李建国、王小明', '新华社'), None)
    """
    lead = _LEAD.match(part)
    if lead is None:
        return None
    return "、".join(_OTHERS.sub("", part[lead.end() :]).split()), lead["agency"]


def without_other_makers(part: str) -> str:
    """Take off photographers and editors, whom a line of reporters names behind them.

    >>> without_other_makers("山田太郎 写真・鈴木花子")
    '山田太郎'
    """
    return _OTHERS.sub("", part)


def without_office(name: str) -> str:
    """Take off what stands before and behind one name.

    >>> without_office("편집부 김철수 기자"), without_office("ワシントン＝山田太郎")
    ('편집부 김철수', '山田太郎')
    """
    return _ROLE.sub("", _LEAD.sub("", name))
