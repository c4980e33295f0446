"""What no field is read from goes; of a list its first rows stay."""

from __future__ import annotations

import turbohtml

from newscrawler.saved_pages.trimmed import MOST_ALIKE, MOST_PARAGRAPHS, TRIMMINGS, Trimming, trim


def trimmed(html: str, how: Trimming = TRIMMINGS[0]) -> str:
    root = turbohtml.parse(html).root
    assert isinstance(root, turbohtml.Element)
    trim(root, how)
    return root.html


def test_lists_and_paragraphs() -> None:
    html = trimmed("<ul>" + "<li>x</li>" * 20 + "</ul><div>" + "<p>y</p>" * 20 + "</div>")
    assert (html.count("<li>"), html.count("<p>")) == (MOST_ALIKE, MOST_PARAGRAPHS)


def test_what_hides_a_text_stays() -> None:
    html = trimmed('<p style="display:none">a</p><p style="color:red">b</p>')
    assert "display:none" in html
    assert "color" not in html


def test_relations_of_the_page_stay() -> None:
    html = trimmed(
        '<link rel=canonical href=/first><link rel="preload" href=/second><link rel="amphtml" href=/third>'
    )
    assert [place in html for place in ("/first", "/second", "/third")] == [True, False, True]


def test_long_attributes_and_scripts_go() -> None:
    html = trimmed(f'<p class="a" data-x="{"y" * 300}" onclick="z()">t</p><script>code()</script>')
    assert html.count("y") < 10
    assert "code" not in html
    assert 'class="a"' in html


def test_a_page_can_be_trimmed_less() -> None:
    html = (
        "<ul>" + "<li>x</li>" * 20 + "</ul><script type=application/json>{}</script><style>s{}</style>"
        "<template><b>t</b></template>"
    )
    assert trimmed(html, Trimming(rows=True)).count("<li>") == 20
    assert "<script" in trimmed(html, Trimming(states=True))
    whole = trimmed(html, Trimming(states=True, rows=True, markup=True))
    assert "<template>" in whole
    assert "s{}" not in whole
