"""Which document a page gets when it goes somewhere, and what is remembered where it gets none."""

from __future__ import annotations

from scrapy.http import HtmlResponse

from newscrawler.rendering.navigation import Navigation

FIRST = HtmlResponse("https://gazette.invalid/1", body=b"<p>One</p>", encoding="utf-8")
NEXT = HtmlResponse("https://gazette.invalid/2", body=b"<p>Two</p>", status=404, encoding="utf-8")


def test_the_first_document_is_given_once() -> None:
    navigation = Navigation(FIRST, 5)
    assert navigation.take(FIRST.url) is FIRST
    assert navigation.take(FIRST.url) is None


def test_a_further_document_is_what_the_page_has_now() -> None:
    navigation = Navigation(FIRST, 5)
    navigation.take(FIRST.url)
    answer = navigation.answer(f"{NEXT.url}#top", NEXT)
    assert (answer["status"], answer["body"]) == (404, b"<p>Two</p>")
    assert navigation.document is NEXT


def test_a_redirected_document_is_given_at_its_own_url() -> None:
    navigation = Navigation(FIRST, 5)
    navigation.take(FIRST.url)
    answer = navigation.answer("https://gazette.invalid/moved", NEXT)
    assert 'location.replace("https://gazette.invalid/2")' in answer["body"]
    assert navigation.document is FIRST
    assert navigation.take("https://gazette.invalid/3") is None
    assert navigation.take(f"{NEXT.url}#top") is NEXT
    assert navigation.document is NEXT


def test_a_url_ends_no_script() -> None:
    moved = NEXT.replace(url="https://gazette.invalid/?q=</script><script>alert(1)</script>")
    body = Navigation(FIRST, 5).answer("https://gazette.invalid/moved", moved)["body"]
    assert body.count("</script>") == 1
