"""Pictures: which are the article's, where their URL stands, and what is caption and what is credit."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.items import Image
from newscrawler.sources.body.pictures import figures, is_placeholder, split_credit, told_apart

HOME = "https://news.example/"


def pictures(body: str) -> list[Image]:
    return figures(parse_document(f"<html><body>{body}</body></html>", f"{HOME}a"))


@pytest.mark.parametrize(
    ("attributes", "url"),
    [
        ("src=/1.jpg", "1.jpg"),
        ("src=/1.jpg data-src=/2.jpg", "2.jpg"),
        ("src=/1.jpg data-original=/2.jpg", "2.jpg"),
        ("src=/1.jpg data-lazy-src=/2.jpg", "2.jpg"),
        ("data-original=/1.jpg data-src=/2.jpg", "2.jpg"),
        ("src=data:image/gif;base64,R0 srcset='/1.jpg 1x, /2.jpg 2x'", "1.jpg"),
        ("src=/{size}/1.jpg data-srcset='/2.jpg 2x'", "2.jpg"),
        ("srcset='/1.jpg 1x' data-srcset='/2.jpg 2x'", "1.jpg"),
        ("src=/img/logo-share.png", None),
        ("alt=quay", None),
    ],
)
def test_where_the_url_of_a_picture_stands(attributes: str, url: str | None) -> None:
    for tag in ("img", "amp-img"):
        found = pictures(f"<figure><{tag} {attributes}></{tag}></figure>")
        assert [image.url for image in found] == ([HOME + url] if url else [])


def test_figures_of_the_article() -> None:
    figure = "<figure><img src=/{}.jpg></figure>"
    body = f"{figure.format(1)}<aside>{figure.format(2)}</aside><a href=/x>{figure.format(3)}</a>"
    nested = f"<figure><div>{figure.format(4)}</div><img src=/5.jpg></figure>"
    twice = f"<figure><img src=/1.jpg><figcaption>again</figcaption></figure>{figure.format(7)}"
    assert pictures(body + nested + "<figure>no picture</figure>" + twice) == [
        Image(f"{HOME}1.jpg", None, None), Image(f"{HOME}4.jpg", None, None), Image(f"{HOME}7.jpg", None, None),
    ]  # fmt: skip
    assert len(pictures("".join(figure.format(n) for n in range(61)))) == 30


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("The quay  at dusk", ("The quay at dusk", None)),
        ("The quay. Photo: Ann Example", ("The quay.", "Ann Example")),
        ("The quay <span class=credit>Ann Example</span>", ("The quay", "Ann Example")),
        ("The quay | <b class=img-copyright>© Ann Example</b>", ("The quay", "Ann Example")),
        ("<i class=photographer>Ann Example</i>", (None, "Ann Example")),
        ("<i class=source>Quelle: dpa</i> The quay", ("The quay", "dpa")),
        ("The quay <i class=Urheber>dpa</i>", ("The quay", "dpa")),
        ("The quay <i class=quelle>dpa</i>", ("The quay", "dpa")),
        ("The quay <i class=fotograf>dpa</i>", ("The quay", "dpa")),
        ("The quay <i class=author>dpa</i>", ("The quay", "dpa")),
        ("The quay <i class=other>dpa</i>", ("The quay dpa", None)),
    ],
)
def test_the_caption_of_a_figure(caption: str, parts: tuple[str | None, str | None]) -> None:
    (image,) = pictures(f"<figure><img src=/1.jpg><figcaption>{caption}</figcaption></figure>")
    assert (image.caption, image.credit) == parts


@pytest.mark.parametrize(
    "name",
    [
        "logo", "placeholder", "blank", "spacer", "pixel", "sprite", "favicon", "noimage", "no-image", "no_image",
        "default-image", "default_img", "defaultshare", "default-og", "default-thumb", "LOGO",
    ],
)  # fmt: skip
def test_a_picture_that_stands_for_none(name: str) -> None:
    for sign in "/_-":
        assert is_placeholder(f"{HOME}img{sign}{name}.png")
    assert not is_placeholder(f"{HOME}img/a{name}.png")


def test_a_picture_within_its_url() -> None:
    assert is_placeholder("data:image/gif;base64,R0")
    assert not is_placeholder(f"{HOME}data:1.png")


LABELS = (
    "Photo", "Photograph", "Photo credit", "Image", "Picture", "Credit", "Foto", "Fotos", "Crédit",
    "Crédit photo", "Credito", "Bild", "Quelle", "Source", "Fuente", "Zdj.", "Fot.", "Фото", "Источник", "写真",
    "撮影", "图源", "사진",
)  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_a_label_of_a_credit(label: str) -> None:
    for text in (
        f"Quay ({label}: Ann Example)",
        f"Quay [{label.lower()} : Ann Example]",
        f"Quay {label}/Ann Example",
    ):
        assert split_credit(text) == ("Quay", "Ann Example")
    assert split_credit(f"{label}：Ann Example") == (None, "Ann Example")


@pytest.mark.parametrize("word", ["by", "courtesy of", "von", "par", "de", "di"])
def test_a_word_behind_the_label(word: str) -> None:
    assert split_credit(f"Quay. Photo {word}: Ann Example") == ("Quay.", "Ann Example")


@pytest.mark.parametrize("sign", ["©", "© ", "(c) ", "(C) ", "Photo: © ", "Photo: (c)"])
def test_a_sign_of_a_credit(sign: str) -> None:
    assert split_credit(f"Quay {sign}Ann Example") == ("Quay", "Ann Example")


WIRES = (
    "AFP", "AP", "Reuters", "dpa", "EPA", "EFE", "ANSA", "TASS", "ТАСС", "PAP", "Getty", "Getty Images",
    "Shutterstock", "Anadolu", "Xinhua", "Kyodo", "Yonhap",
)  # fmt: skip


@pytest.mark.parametrize("wire", WIRES)
def test_a_wire_behind_the_caption(wire: str) -> None:
    for sign in "/|–—-":
        assert split_credit(f"The quay {sign} {wire}") == ("The quay", wire)
        assert split_credit(f"The quay, {sign} Ann Example {wire}") == ("The quay", f"Ann Example {wire}")
    assert split_credit(f"The quay of {wire}") == (f"The quay of {wire}", None)


def test_no_text_has_no_parts() -> None:
    assert split_credit(None) == split_credit("") == (None, None)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (None, (None, None)),
        ("Ships at dusk", ("Ships at dusk", None)),
        ("Ships at dusk. © Vera Zelenko/TASS", ("Ships at dusk.", "Vera Zelenko/TASS")),
        (
            "Ships at dusk, September 26© Vera Zelenko/TASS",
            ("Ships at dusk, September 26", "Vera Zelenko/TASS"),
        ),
        ("Ships (Foto: Anna Example/dpa)", ("Ships", "Anna Example/dpa")),
        ("Ships. Photo: Anna Example", ("Ships.", "Anna Example")),
        ("Ships / AFP", ("Ships", "AFP")),
        ("© AP Photo/Anna Example", (None, "AP Photo/Anna Example")),
        ("Ships. Photo: © Anna Example", ("Ships.", "Anna Example")),
        ("Photographers at the harbour", ("Photographers at the harbour", None)),
    ],
)
def test_caption_and_credit(text: str | None, parts: tuple[str | None, str | None]) -> None:
    assert split_credit(text) == parts


@pytest.mark.parametrize(
    ("image", "told"),
    [
        (Image("/1.jpg", None, None), Image(f"{HOME}1.jpg", None, None)),
        (Image("/1.jpg", "The  quay", None), Image(f"{HOME}1.jpg", "The quay", None)),
        (Image("/1.jpg", "The quay © dpa", None), Image(f"{HOME}1.jpg", "The quay", "dpa")),
        (Image("/1.jpg", "The quay © dpa", " AP "), Image(f"{HOME}1.jpg", "The quay © dpa", "AP")),
        (Image("/1.jpg", None, "AP"), Image(f"{HOME}1.jpg", None, "AP")),
        (Image("/1.jpg", " ", " "), Image(f"{HOME}1.jpg", None, None)),
        (Image("https://cdn.example/1.jpg", "© dpa", None), Image("https://cdn.example/1.jpg", None, "dpa")),
    ],
)
def test_caption_and_credit_of_a_stated_picture_are_told_apart(image: Image, told: Image) -> None:
    assert told_apart(image, parse_document("<html><body></body></html>", f"{HOME}a")) == told
