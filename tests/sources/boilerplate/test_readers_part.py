"""Comments that stand in the element of the story itself end it; a bar of buttons does not."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.readers_part import where_readers_begin
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

READERS = "".join(f"<p><b>Reader {n}</b><br>{paragraph(n, 1)}</p>" for n in range(30, 36))
HEADINGS = [
    "| 13 Comment(s)",
    "Comments (6)",
    "6 comments",
    "Comments are now closed for this story",
    "Readers' comments",
    "Kommentare",
    "Комментарии (6)",
    "Komentarze",
    "网友评论",
    "Σχόλια 6",
    "6 responses to “Harbour votes”",
    "6 thoughts on “Harbour votes”",
    "Comments on this story",
    "Vos commentaires",
    "Leserkommentare",
    "Hozzászólások",
    "Diskuze (6)",
    "Discussion (6)",
    "Обсуждение",
    "Bình luận",
    "التعليقات",
    "Join the conversation",
    *(
        "Komentari (4)",
        "Komentarji",
        "टिप्पणियां",
        "মন্তব্য",
        "கருத்துகள்",
        "వ్యాఖ్యలు",
        "ความคิดเห็น",
        "Komen (4)",
        "Kommentaarid",
    ),
    *(
        "Komentāri",
        "Komentarai",
        "კომენტარები",
        "Maoni",
        "Komente",
        "Şərhlər",
        "Comentaris",
        "Athugasemdir",
        "تبصرے",
    ),
    *("Réactions (4)", "دیدگاه‌ها", "تعليقات القراء"),
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_what_stands_below_the_line_that_heads_comments_is_none_of_the_text(heading: str) -> None:
    page = f"<h1>T</h1><div class='b'>{story(1, 3)}<div>{heading}</div>{READERS}</div>"
    assert lines(page) == expected(1, 3)


@pytest.mark.parametrize("heading", ["Comments on the vote", "No comment", "Commentators", "Harbour (6)"])
def test_a_line_that_heads_no_comments(heading: str) -> None:
    blocks = walked(f"<div>{story(1, 3)}<h2>{heading}</h2>{READERS}</div>").blocks
    assert where_readers_begin(blocks) is None


def test_a_button_among_paragraphs_or_above_them_ends_no_story() -> None:
    bar = "<div>Comments (6)</div>"
    for page in (f"{story(1, 3)}{bar}{story(4, 9)}", f"<p>Short.</p>{bar}{READERS}"):
        blocks = walked(f"<div>{page}</div>").blocks
        assert where_readers_begin(blocks) is None


@pytest.mark.parametrize(
    "form",
    [
        "<div><div>Reader {0} says:</div><div>{1}</div></div>",
        "<p>{0}. Reader {0} wrote at 10:0{0}:</p><p>{1}</p>",
        "<div><div>Читатель {0} пишет:</div><div>{1}</div></div>",
    ],
)
def test_whose_the_words_are_may_end_with_a_colon(form: str) -> None:
    comments = "".join(form.format(n, paragraph(50 + n, 1)) for n in range(5))
    assert lines(f"<h1>T</h1><div class='b'>{story(1, 6)}<h3>Comments</h3>{comments}</div>") == expected(1, 6)


@pytest.mark.parametrize(
    "reply", ["Reply", "Reply to Reader", "Antworten", "Répondre", "Ответить", "回复", "Odpowiedz"]
)
@pytest.mark.parametrize(
    "form",
    [
        "<div><b>Reader {0}</b> <i>3 May</i><p>{1}</p><a href='#'>{2}</a></div>",
        "<div><a href='/u'>Reader {0}</a> <a href='#'>{2}</a><p>{1}</p></div>",
    ],
)
def test_comments_without_a_heading_that_can_be_answered(form: str, reply: str) -> None:
    comments = "".join(form.format(n, paragraph(50 + n, 1), reply) for n in range(5))
    assert lines(f"<h1>T</h1><div class='b'>{story(1, 6)}{comments}</div>") == expected(1, 6)


def test_few_words_of_an_answer_end_no_story() -> None:
    blocks = walked(f"<div>{story(1, 3)}<p>Reply</p>{story(4, 6)}<p>Reply</p>{story(7, 9)}</div>").blocks
    assert where_readers_begin(blocks) is None
    said = "".join(f"<p>The mayor said:</p><p>{paragraph(n)}</p>" for n in range(20, 25))
    assert where_readers_begin(walked(f"<div>{story(1, 3)}{said}</div>").blocks) is None


@pytest.mark.parametrize(
    "heading",
    [
        "Comment", "Comments", "Comment(s)", "Kommentar", "Kommentare", "Commentaire", "Commentaires", "Comentario",
        "Comentarios", "Comentário", "Comentários", "Comentarii", "Commenti", "Reacties", "Komentarze", "Komentáře",
        "Kommentarer", "Kommentit", "Hozzászólások", "Opinie", "Diskuse", "Diskuze", "Diskusia", "Diskussion",
        "Diskussionen", "Discussion", "Commentary", "Комментарии", "Комментариев", "Комментарий", "Комментария",
        "Коментар", "Коментарі", "Коментарів", "Коментари", "Обсуждение", "Обсуждения", "Обговорення", "Σχόλια",
        "Yorum", "Yorumlar", "评论", "評論", "留言", "网友评论", "網友評論", "读者留言", "讀者留言", "コメント", "댓글", "Bình luận",
        "Komentar", "التعليقات", "تعليقات", "نظرات", "תגובות", "Reader comments", "User comments", "Leserkommentare",
        "Your comments", "Vos commentaires", "I commenti", "Os comentários", "Los comentarios", "Les commentaires",
        "Ihre Kommentare", "Meine Kommentare", "Comments on this article", "Comments on this post",
        "Comments have been closed", "One response to it", "No replies for it", "2 comments on it",
        "Join the discussion", "What readers say", "Have your say",
    ],
)  # fmt: skip
def test_each_line_that_heads_comments(heading: str) -> None:
    blocks = walked(f"<div>{story(1, 3)}<div>{heading}</div>{READERS}</div>").blocks
    found = where_readers_begin(blocks)
    assert found is not None
    assert found.text == heading


@pytest.mark.parametrize(
    "said",
    ["says", "said", "wrote", "schrieb", "sagt", "meint", "a écrit", "dit", "dice", "escribió", "disse", "escreveu", "scrive",
     "schreef", "zegt", "skriver", "skrev", "pisze", "napisał", "píše", "napsala", "пишет", "написал", "пише"],
)  # fmt: skip
def test_each_way_to_say_whose_the_words_are(said: str) -> None:
    comments = "".join(f"<p>Reader {n} {said} on Monday.</p><p>{paragraph(50 + n, 1)}</p>" for n in range(5))
    assert (
        where_readers_begin(walked(f"<div>{story(1, 3)}<h3>Comments</h3>{comments}</div>").blocks) is not None
    )


@pytest.mark.parametrize(
    "reply",
    ["Reply", "Antworten", "Répondre", "Responder", "Rispondi", "Antwoorden", "Reageren", "Svara", "Svar", "Vastaa", "Odpowiedz",
     "Odpovědět", "Odpovedať", "Válasz", "Răspunde", "Ответить", "Відповісти", "Απάντηση", "Yanıtla", "Cevapla", "الرد", "回复",
     "回覆", "返信", "답글", "Reply to Ann", "Share · Reply 2", "Posted by Ann on 3 May", "Written by Ann at 10:40",
     "Commented by Ann on 3 May", "Submitted by Ann on 3 May"],
)  # fmt: skip
def test_each_word_by_which_readers_answer(reply: str) -> None:
    comments = "".join(
        f"<div><b>Reader {n}</b> <i>3 May</i><p>{paragraph(50 + n, 1)}</p><a href='#'>{reply}</a></div>"
        for n in range(5)
    )
    assert where_readers_begin(walked(f"<div>{story(1, 3)}{comments}</div>").blocks) is not None


@pytest.mark.parametrize("bars", [0, 1, 2])
def test_bars_of_buttons_above_the_comments_hide_them_not(bars: int) -> None:
    bar = "<div>Comments (6)</div>"
    page = f"<div>{story(1, 3)}{f'{bar}{story(4, 6)}' * bars}{bar}{READERS}</div>"
    assert where_readers_begin(walked(page).blocks) is not None


def test_comments_that_each_begin_with_a_name() -> None:
    said = "".join(
        f"<p>{name}：终于要修了，支持镇长的决定，希望质量有保证，大家都很期待。</p>"
        for name in ("风清扬", "老王头")
    )
    assert lines(f"<div><h1>T</h1>{story(1, 4)}<div>网友评论</div>{said}</div>") == expected(1, 4)
