"""Opt-outs of headers join those of robots.txt; an operator who obeys them gets no such page."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.opt_outs import OptOutsMiddleware
from newscrawler.exceptions import Refused
from newscrawler.items import ListedArticle
from newscrawler.run.errand import ArticleErrand, ListingErrand

URL = "https://press.example/1"


def opt_outs(*, obey: bool) -> OptOutsMiddleware:
    return OptOutsMiddleware.from_crawler(get_crawler(settings_dict={"OBEY_AI_OPT_OUTS": obey}))


def article(*stated: str) -> tuple[Request, ArticleErrand]:
    errand = ArticleErrand(listed=ListedArticle(URL, URL), opt_outs=list(stated))
    return Request(URL, meta=errand.meta()), errand


def answer(body: bytes = b"", **headers: str) -> Response:
    return HtmlResponse(
        URL, body=body, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )


def test_headers_are_noted_once_beside_robots_txt() -> None:
    request, errand = article("robots:ai-train=no", "header:noai")
    response = answer(X_Robots_Tag="noai, noindex", TDM_Reservation="1")
    middleware = opt_outs(obey=False)
    middleware.process_request(request)
    assert middleware.process_response(request, response) is response
    assert errand.opt_outs == ["robots:ai-train=no", "header:noai", "header:tdm-reservation"]


def test_those_of_the_page_are_left_to_who_parses_it() -> None:
    request, errand = article()
    opt_outs(obey=False).process_response(request, answer(b'<meta name="robots" content="noai">'))
    assert errand.opt_outs == []


@pytest.mark.parametrize(
    "response",
    [answer(X_Robots_Tag="noai"), answer(b'<meta name="robots" content="noai">')],
    ids=["header", "page"],
)
def test_an_answer_is_refused_to_who_obeys(response: Response) -> None:
    request, _ = article()
    with pytest.raises(Refused) as caught:
        opt_outs(obey=True).process_response(request, response)
    assert caught.value.reason == "ai_opt_out"
    assert "noai" in caught.value.detail


def test_what_robots_txt_reserves_is_not_even_asked_for() -> None:
    request, _ = article("robots:ai-train=no")
    with pytest.raises(Refused) as caught:
        opt_outs(obey=True).process_request(request)
    assert (caught.value.reason, caught.value.detail) == ("ai_opt_out", "robots:ai-train=no")


@pytest.mark.parametrize("meta", [{}, ListingErrand(kind="section").meta()], ids=["no errand", "listing"])
def test_what_is_no_article_passes(meta: dict[str, object]) -> None:
    request, response = Request(URL, meta=meta), answer(X_Robots_Tag="noai")
    opt_outs(obey=True).process_request(request)
    assert opt_outs(obey=True).process_response(request, response) is response


def test_an_article_without_opt_outs_passes() -> None:
    request, errand = article()
    response = answer(b"<h1>Harbour opens</h1>")
    assert opt_outs(obey=True).process_response(request, response) is response
    assert errand.opt_outs == []
