"""The box of a recipe below the words about a dish is part of the text; other boxes with lists are not."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.recipe import is_recipe
from tests.sources.stories import expected, lines, story
from tests.sources.walked import walked

THINGS = ["400 g potatoes", "2 leeks", "1 litre of stock"]
STEPS = [
    "Peel the potatoes and cut them into even cubes. Slice the leeks and rinse them well.",
    "Sweat the leeks in a little butter until they are soft, then add the rest and simmer.",
]


def card(heading: str, names: str = "card") -> str:
    listed = "".join(f"<li>{thing}</li>" for thing in THINGS)
    steps = "".join(f"<li>{step}</li>" for step in STEPS)
    return f"<div class='{names}'><h2>{heading}</h2><ul>{listed}</ul><h2>Method</h2><ol>{steps}</ol></div>"


@pytest.mark.parametrize("last", [2, 6])
@pytest.mark.parametrize("heading", ["Ingredients", "Zutaten:", "Ingrédients (4 personnes)", "材料（4人分）"])
def test_a_recipe_below_the_story(heading: str, last: int) -> None:
    page = f"<div class='w'><h1>T</h1><div class='intro'>{story(1, last)}</div>{card(heading)}</div>"
    assert lines(page) == [*expected(1, last), heading, *THINGS, "Method", *STEPS]


@pytest.mark.parametrize(
    "box",
    [
        card("Opening hours"),
        card("Ingredients for a good life in the harbour, by our readers"),
        card("Ingredients", "newsletter-form"),
        "<div class='card'><h2>Ingredients</h2><p>Sold out.</p></div>",
    ],
)
def test_other_boxes(box: str) -> None:
    page = f"<div class='w'><h1>T</h1><div class='intro'>{story(1, 4)}</div>{box}</div>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    ("box", "found"),
    [
        (card("Ingredients"), True),
        ("<h2>Ingredients</h2><ul><li>One</li><li>Two</li></ul><p>Three</p>", False),
        ("<h2>Ingredients</h2><ul>" + "<li><a href='/x'>Salt of the sea</a></li>" * 3 + "</ul>", False),
        ("<p>Ingredients</p><ul><li>One</li><li>Two</li><li>Three</li></ul>", False),
    ],
)
def test_a_heading_of_ingredients_with_a_list(box: str, found: bool) -> None:
    assert is_recipe(walked(f"<div>{box}</div>").blocks) is found
