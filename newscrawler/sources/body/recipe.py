"""Recipe: the box with ingredients and steps below the words about a dish is part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block

_INGREDIENTS: Final = (
    "ingredients", "what you need", "you will need", "zutaten", "ingrédients", "ingredientes", "ingredienti",
    "ingrediënten", "ingredienser", "ingrediens", "ainekset", "składniki", "ingredience", "suroviny",
    "hozzávalók", "ingrediente", "ингредиенты", "інгредієнти", "продукты", "υλικά", "malzemeler", "المقادير",
    "المكونات", "מרכיבים", "सामग्री", "材料", "食材", "用料", "재료", "bahan", "bahan-bahan", "nguyên liệu",
    "ส่วนผสม",
)  # fmt: skip
_END: Final = " :：.…"
_LEAST_ITEMS: Final = 3


def is_recipe(blocks: Sequence[Block]) -> bool:
    """Tell whether a heading of ingredients stands in a box, and under it a list of them."""
    for place, block in enumerate(blocks):
        if block.kind == "subhead" and block.text.casefold().startswith(_INGREDIENTS):
            words = block.text.casefold().rstrip(_END)
            listed = blocks[place + 1 : place + 1 + _LEAST_ITEMS]
            is_list = len(listed) == _LEAST_ITEMS and all(each.kind == "item" for each in listed)
            if (
                is_list
                and len(words.split()) <= _LEAST_ITEMS + 1
                and not any(each.link_share > 0.5 for each in listed)
            ):
                return True
    return False
