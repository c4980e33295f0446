"""Comment headings: the line above what readers wrote, in the languages of the press."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 60
_HEADING: Final = re.compile(
    r"\W*\d*\W*(?:(?:reader|user|leser|your|vos|i|os|los|les|ihre|meine)?s?['’]?\s?)?"
    r"(?:comments?|comment\(s\)|kommentare?|commentaires?|comentarios?|comentários?"
    r"|comentarii|commenti|reacties|"
    r"komentarze|komentáře|kommentarer|kommentit|hozzászólások|opinie|diskuse|diskuze|diskusia|"
    r"diskussion(?:en)?|discussion|commentary|комментари(?:и|ев|й|я)|коментар(?:і|ів|и)?"
    r"|обсуждени[ея]|обговорення|σχόλια|yorum(?:lar)?|"
    r"(?:网友|網友|读者|讀者)?(?:评论|評論|留言)|コメント|댓글|bình luận|"
    r"komentar(?:i|ji)?|التعليقات|تعليقات(?: القراء)?|نظرات|دیدگاه‌?ها|تبصرے|תגובות|réactions|comentaris"
    r"|टिप्पणि(?:यां|याँ)|प्रतिक्रिया(?:एं|एँ)?|মন্তব্য|கருத்துகள்|వ్యాఖ్యలు|ความคิดเห็น|komen|kommentaarid|komentāri"
    r"|komentarai|კომენტარები|maoni|komente|şərhlər|athugasemdir)"
    r"(?: on this (?:story|article|post))?\W*\d*\W*"
    r"|\W*comments (?:are|have been) (?:now )?closed\b.*"
    r"|\W*(?:\d+|one|no) (?:responses?|thoughts?|replies|comments?) (?:to|on|for)\b.*"
    r"|\W*(?:join the (?:conversation|discussion)|what readers say|have your say)\W*",
    re.IGNORECASE,
)
"""The line above the comments, with their number or without."""


def heads_comments(text: str) -> bool:
    """Tell whether a line is the heading of comments."""
    return len(text) <= _LONGEST and _HEADING.fullmatch(text) is not None
