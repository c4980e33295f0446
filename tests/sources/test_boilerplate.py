"""House lines, read-also lines and labels are no text; sentences that begin like one are."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate import is_house_line, is_label, is_read_also, length
from tests.sources.stories import expected, lines, story


@pytest.mark.parametrize(
    "line",
    [
        "免责声明：本文仅代表作者个人观点。",
        "声明：本栏目内容由用户提供。",
        "凡注明来源为本报的作品，版权均属本报。",
        "Żadna część utworów zawartych w dzienniku nie może być powielana.",
        "Если вы заметите ошибку в тексте, выделите её и нажмите Ctrl-Enter",
        "Использование материалов сайта возможно с разрешения редакции.",
        "This page is best viewed in an up-to-date web browser.",
        "To contact the reporter on this story: Ann Example at ann@example.org",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "Posted in: Harbours | comments",
        "Submitted comments are subject to moderation.",
        "All rights reserved.",
        "电话：021-5550123 传真：021-5550124 邮箱：稿件处理",
        "Contact: Ann Example, Press office, Tel: +44 20 5550123, E-mail: ann@example.org",
        "请您对该文章评分：",
        "Rate this article:",
        "12人参与3条评论打印转发",
        "[责任编辑：王小明] 标签：港口 防波堤",
        "Article réservé aux abonnés",
        "Il vous reste 61.5% de cet article à lire. La suite est réservée aux abonnés.",
        "Dieser Artikel ist exklusiv für unsere Abonnenten.",
        "Conteúdo exclusivo para assinantes",
        "ATENÇÃO: Comentários que faltem com respeito não serão aprovados.",
    ],
)
def test_house_lines(line: str) -> None:
    assert is_house_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council said in a statement: the page is closed.",
        "Оценить ущерб пока нельзя, сказал мэр города.",
        "外交部发言人在例行记者会上发表声明，谴责这一行为。",
        "Medical information was lost in the fire, the hospital said.",
        "He did not comment on the report.",
        "The office gave one telephone number only. Tel.: 020 5550123 was answered by nobody.",
        "编辑部的责任是核实每一条消息。",
        "Il vous reste dix jours pour vous inscrire, dit la mairie.",
        "Dieser Text ist für die Bürger der Stadt geschrieben, sagt er.",
    ],
)
def test_sentences(line: str) -> None:
    assert not is_house_line(line)


def test_labels_and_read_also() -> None:
    assert is_read_also("Read more: Harbour council votes again")
    assert not is_read_also("Related cases were closed in 2019, the court said.")
    assert is_label("Updated 12:40")
    assert not is_label("A man came.")
    assert length("港口") == 5


def test_a_house_line_has_no_weight_however_long() -> None:
    page = "<h1>T</h1><p>{}</p><div class=c><p>{}</p></div>".format(
        "港口委员会今天就防波堤的修建方案进行了表决，结果将于下周公布。",
        "电话：021-52921234转641133 传真：021-62677454 邮箱：稿件处理 处理时间：9:00—18:00，节假日休息。" * 2,
    )
    assert lines(page) == ["港口委员会今天就防波堤的修建方案进行了表决，结果将于下周公布。"]


@pytest.mark.parametrize(
    "line",
    [
        "Our newsletter tells you every Friday what the harbour council has decided, free and short.",
        "Der Newsletter informiert Sie immer freitags kostenlos über den Hafen und die Stadt.",
        "© 2026 The Example. All rights reserved.",
        "Advertisement",
        "Follow us on the network of your choice for more from the harbour.",
        "Photo: Ada Brook / Example Agency",
        "Empfohlener redaktioneller Inhalt",
        "[button link=”https://news.example/x” type=”big”] Send us your story[/button]",
        "Lire aussi : le port vote encore",
        "Читайте также: порт снова голосует",
        "関連記事",
        "相關新聞：",
        "延伸閱讀",
        "Ссылки по теме:",
    ],
)
def test_lines_that_any_article_of_a_house_carries(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement had cost the council four thousand crowns.",
        "Photographers waited in front of the harbour until midnight.",
        "Read aloud, the letter lasted eleven minutes.",
        "Related cases have been closed since 2019, the court said.",
        "He followed the ferry on foot.",
        "Subscribers of the harbour fund met on Monday.",
        "Copyright law will change next year, the minister said.",
        "An dieser Stelle steht seit 1911 ein Leuchtturm.",
        "There was an error in the count, the clerk admitted.",
        "By entering the race, the ferry company surprised the town.",
        "You can reach the island by ferry only in summer.",
        "Comments are expected before Friday, the council wrote.",
        "Support our harbour, the posters said, and they said it everywhere.",
        "More on Monday than on any other day, the ships wait in vain.",
    ],
)
def test_sentences_that_only_resemble_house_lines_stay(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == [*expected(1, 2), line, *expected(3, 4)]
