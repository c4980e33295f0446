"""Boilerplate: which lines are prose, and which are house lines that publishers put among it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from newscrawler.text.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.sources.blocks import Block

_DENSE: Final = re.compile(
    "[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
"""Scripts in which one sign says as much as two or three Latin letters."""
_ENDS: Final = frozenset(".!?…。！？؟।॥۔」』”“\"’'»)：:")


def length(text: str) -> int:
    """Return how much the text says, in Latin letters."""
    size = len(text)
    if text.isascii():
        return size
    return size + int(1.5 * len(_DENSE.findall(text)))


def prose_weight(block: Block) -> float:
    """Return how much running text the block is; 0 for labels, links, headings and house lines."""
    text = block.text
    if block.kind == "subhead" or len(text) < 16:
        return 0.0
    size = length(text)
    if size < 100 and not (size >= 40 and text[-1] in _ENDS):
        return 0.0
    share = block.link_share
    if share > 0.5 or is_house_line(text):
        return 0.0
    return size * (1 - share)


def ends_sentence(text: str) -> bool:
    """Tell whether the line ends as a sentence does."""
    return text[-1:] in _ENDS


_READ_ALSO: Final = Phrases(
    r"read (?:more|also|next|the full)|also read|see also|more (?:on|from|stories|news|about)|"
    r"related(?: (?:stories|articles|news|video|links?))?|"
    r"you (?:may|might) also (?:like|be interested)|recommended(?: (?:stories|reading|for you))?|don't miss|"
    r"up next|trending(?: now)?|most (?:read|popular)|"
    r"editor['’]s picks?|keep reading|around the web|watch(?: (?:more|now|next))?|click here|"
    r"in case you missed it|"
    r"lesen sie (?:auch|hier|mehr)|lesen sie dazu|lest auch|mehr (?:zum thema|dazu|lesen|aus|themen|artikel|"
    r"news)|auch interessant|das könnte sie (?:auch )?interessieren|"
    r"weitere (?:informationen|artikel|themen|nachrichten)|zum thema|passend dazu|weiterlesen|empfehlungen|"
    r"lire (?:aussi|également|la suite)|à lire(?: aussi)?|voir aussi|sur le même sujet|"
    r"lee? también|le(?:er|a) (?:más|también|tambien)|te puede interesar|ver también|noticias relacionadas|"
    r"más información|"
    r"leia (?:também|mais)|veja (?:também|mais)|saiba mais|"
    r"leggi anche|potrebbe interessarti|approfondisci|"
    r"lees (?:ook|meer)|les (?:også|mer)|läs (?:också|mer|även)|lue (?:myös|lisää)|læs (?:også|mere)|"
    r"czytaj (?:więcej|też|także|również)|zobacz (?:też|także|również)|przeczytaj (?:też|także)|polecamy|"
    r"čtěte (?:také|více|i)|přečtěte si|čítajte (?:aj|viac)|olvass(?:a|on) (?:tovább|még)|citiţi şi|"
    r"citește și|"
    r"читайте (?:также|ещё|еще|також|далее)|читать (?:далее|также)|смотрите также|"
    r"по теме|ссылки по теме|материалы по теме|"
    r"ilgili haber(?:ler)?|bunlar da ilginizi çekebilir|διαβάστε (?:επίσης|ακόμη)|(?:baca|simak) juga|"
    r"xem thêm|đọc thêm|"
    r"اقرأ (?:أيضا|أيضاً|المزيد)|بیشتر بخوانید|"
    r"関連(?:記事|キーワード|ニュース|リンク)|あわせて読みたい|"
    r"相[关關](?:阅读|閱讀|新闻|新聞|文章|报道|報道|報導|链接|鏈接|連結)|延伸[阅閱][读讀]|관련 ?기사|"
    r"आगे पढ़ें|यह भी पढ़ें|อ่านเพิ่มเติม",
    before=r"^[\W_]*",
    after=r"(?:\W|$)",
    flags=re.IGNORECASE,
)
_LABELS: Final = Phrases(
    r"advert(?:isement|isements|ising)?|sponsored(?: content)?|promoted|ad|anzeige|werbung|"
    r"publicité|publicidad|publicidade|pubblicità|"
    r"reclame|annonse|annons|annonce|reklama?|mainos|hirdetés|διαφήμιση|реклама|إعلان|広告|廣告|广告|광고|"
    r"share(?: this(?: article| story)?)?|teilen|partager|compartir|condividi|поделиться|comments?|"
    r"kommentare|loading\W*|embed|table of contents|"
    r"story continues below(?: advertisement)?|article continues below|continue reading|image \d+ of \d+|"
    r"auf dieser seite:?|externer inhalt",
    before=r"^\W*",
    after=r"\W*$",
    flags=re.IGNORECASE,
)
_HOUSE: Final = Phrases(
    # rights and standards
    r"our standards:|©|\(c\) \d{4}|copyright (?:©|\(c\)|\d|by\b)|all rights reserved|"
    r"alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|"
    r"this (?:material|content|article|story) (?:may not be|is protected|was originally published)|"
    r"this site is protected by|"
    # subscriptions, newsletters, apps
    r"sign up\b|subscribe\b|get (?:the|our|all) (?:latest|best|top|day|news)|(?:click|tap) here to\b|"
    r"download (?:the|our)|"
    r"already (?:a subscriber|subscribed|have an account)|want more\b.{0,60}\?|never miss|"
    r"join our .{0,30}(?:newsletter|community|channel|forums?|mailing|whatsapp|telegram)|"
    r"dear readers? ?[-–—]|support (?:us|our (?:journalism|work|reporting))\b|"
    r"thanks? (?:you )?for (?:signing|subscribing|reading)|there was an error (?:processing|submitting|"
    r"with your|while)|by (?:signing up|subscribing|clicking|entering your|submitting)\b.*(?:agree|terms|"
    r"policy|consent|e-?mail)|please (?:enter|try again|sign in|log in)|"
    r"abonnieren sie|jetzt (?:abonnieren|bestellen|anmelden)|melden sie sich|hier (?:anmelden|abonnieren)|"
    r"abonnez-vous|inscrivez-vous|"
    r"suscríbe?te|regístrate|inscreva-se|assine\b|iscriviti|zapisz się|подпис(?:ыва)?йтесь|підпис(?:уй)?тесь|"
    # follow and contact
    r"follow (?:us|@|\w+(?:\.\w+)? on)|have (?:a|you got a) (?:tip|story)|got a (?:tip|story)|"
    r"do you have a (?:tip|story)|contact (?:us|the (?:author|reporter|writer))|"
    r"for more (?:stories|news) like this|e-?mail .{3,60} at \S+@|you can (?:follow|reach|contact) (?:him|"
    r"her|them|us|me|the (?:author|reporter|writer)|.{3,40} (?:at|on) \S*@)|"
    r"folgen sie uns|suivez-nous|síguenos|siga-nos|seguici|"
    # consent to foreign content
    r"empfohlener (?:redaktioneller|externer) inhalt|externe[rn]? inhalt|"
    r"an dieser stelle .{0,90}\binhalt(?:e|en)?\b|"
    r"ich bin (?:damit )?einverstanden, dass mir|(?:damit|dadurch) können personenbezogene daten|"
    r"wir (?:benötigen|brauchen) ihre (?:zustimmung|einwilligung)|"
    r"um (?:diesen|diese|dieses) .{3,40}(?:anzuzeigen|darzustellen|zu sehen)|dieser inhalt (?:kann|ist|wird|"
    r"stammt)|mit (?:dem |einem )?(?:klick|aktivieren)\b.*(?:zustimm|stimme|einverstanden|akzeptier|daten)|"
    r"(?:ce|cet) (?:contenu|élément) (?:est bloqué|provient|est proposé|a été bloqué)|este (?:contenido|"
    r"conteúdo) (?:está|es)|"
    r"this (?:content|embed|video) (?:is (?:hosted|not available|currently unavailable)|comes from|"
    r"could not)|to view this (?:content|video)|we need your (?:consent|permission)|"
    r"this (?:slideshow|video|page) requires javascript|please enable javascript|"
    # comments
    r"(?:all|submitted) (?:comments|opinions) are (?:moderated|subject)|please (?:note that we publish|"
    r"add comments)|"
    r"comments? (?:(?:are|is) (?:now )?(?:closed|open|moderated|disabled|off)|on this )|"
    r"the .{2,40} values your comments|bitte achten sie darauf, dass ihre kommentare|leave a (?:reply|"
    r"comment)|"
    r"if you (?:buy|purchase) something|we may earn a commission|scroll down to comment|"
    r"tell us what you think|"
    r"(?:atenção|atención|aviso)\W+(?:os |los )?coment[aá]rios\b|"
    r"hat ihnen dieser artikel gefallen|(?:bitte )?bewerten sie (?:diesen|den) (?:artikel|beitrag)|"
    r"(?:please )?rate this (?:article|story|post)|请?您?(?:对|为|給|给).{0,8}(?:评分|打分|評分)|"
    r"\d+人参与\d*条?评论|(?:责任编辑|責任編輯|责编|責編)\s*[:：]|(?:本文)?(?:作者|编辑|編輯)\s*[:：]\s*\w{1,8}\W*$|"
    # disclaimers, corrections and reuse
    r"(?:免责声明|免責聲明|版权声明|版權聲明|特别声明|郑重声明)|.{0,6}声明[：:]|凡(?:本网|本站)?注明|未经.{0,12}(?:授权|许可|允许).{0,12}(?:转载|使用)|"
    r"[zż]adna część .{0,60}(?:powiela|rozpowszech|kopiow)|wszelkie prawa zastrze|"
    r"если (?:вы|вами) (?:заметил|нашли|обнаруж|замети)|нашли ошибку|заметили ошибку|выделите .{0,60}ctrl|"
    r"(?:использование|перепечатка|копирование) материал|любое использование материал|"
    r"any medical information|for any corrections|lorem ipsum|"
    r"this page is best viewed|your browser (?:is out of date|does not support)|"
    r"to contact the (?:reporters?|editors?|writers?|authors?)|posted in:|filed under:|"
    r"оцените(?:,| ) |спасибо! ваш|читайте .{0,60}в социальных сетях|следите за .{0,60}в (?:социальных|"
    r"telegram|телеграм)|"
    r"zapraszamy .{0,20}do dyskusji|"
    r"\(?for (?:more )?updates .{0,60}follow|"
    # paywall notices
    r"この記事は(?:会員|有料)|残り[ 　]?\d+文字|この記事の続き|"
    r"article réservé aux abonnés|cet article est réservé aux abonnés|il vous reste .{1,8}% de cet article|"
    r"diese[rs] (?:artikel|text|beitrag|angebot) ist (?:\w+ )?(?:nur )?für .{0,30}(?:abonnent|mitglied)|"
    r"this (?:article|story|content) is (?:\w+ )?(?:for|available to) (?:our )?(?:subscribers|members)|"
    r"contenido (?:exclusivo )?para suscriptores|conteúdo exclusivo para assinantes|"
    r"(?:articolo|contenuto) riservato agli abbonati|материал доступен только (?:по подписке|подписчикам)",
    before=r"^\W*",
    flags=re.IGNORECASE,
)
_CONTACT: Final = re.compile(
    r"(?i)(?:\b(?:tel|phone|telefon|teléfono|téléphone|fax|e-?mail)|"
    r"电话|電話|传真|傳真|邮箱|郵箱|телефон|факс|эл\. ?почта)\W{0,3}[:：.]"
)
"""A telephone, fax or mail address with its label; two in one line are of the publisher."""
_CONTACT_WORDS: Final = (
    "tel", "phone", "fax", "mail", "电话", "電話", "传真", "傳真", "邮箱", "郵箱", "телефон", "факс", "почта",
)  # fmt: skip
"""One of these is in every such label."""
_ALSO_LABEL: Final = re.compile(
    r"(?i)^\W*(?:read also|also read|see also|related(?: stories| articles)?|читайте также|смотрите "
    r"также)\W*$"
)
_AD_OR_COUNT: Final = re.compile(
    r"(?i)^\W*(?:advertisement|реклама|\d+ pages? in this article|photo(?: \d+)? from \d+)\W*$"
)
_LONGEST_LABEL: Final = 40
_ONLY_LINK: Final = 0.5
"""Share of a line's text within links from which the line is a link."""
_LABELLED_LINK: Final = 0.3
_CREDIT: Final = Phrases(
    r"photos?|photograph|images?|pictures?|fotos?|bild(?:er)?|immagin[ei]|imagen|imagem|zdjęcie|fot\.|"
    r"фото|ảnh|kuva|kép|photo credit|image credit|picture credit|bildquelle|créditos?|crédits?|"
    r"写真|画像|図|사진|图片|图|صورة",
    before=r"^\W*",
    after=r"\W*(?:by\b|credits?\b|[:：©/]|\(c\))",
    flags=re.IGNORECASE,
)
_AGENCY_AT_END: Final = re.compile(
    r"(?i)(?:getty images|shutterstock|istock|alamy|/ ?(?:reuters|afp|ap|epa|dpa)|via (?:ap|afp|getty))\W*$",
)
_NEWSLETTER: Final = re.compile(
    r"(?i)\bnewsletters?\b.*\b(?:sie|you|your|vous|inbox|postfach|e-?mail|free|kostenlos|gratis|sign up|"
    r"subscribe|abonn\w+|suscr\w+)\b"
    r"|\b(?:sign up|subscribe|abonnieren|inbox|postfach)\b.*\bnewsletters?\b",
)
_SHORT_CODE: Final = re.compile(r"\[[a-z_]{3,}(?: [^\]]*=[^\]]*)?\].*\[/[a-z_]{3,}\]")
"""A placeholder that the content system did not fill."""
_LINK_NOTE: Final = re.compile(
    r"(?i)\s*[(,]?\s*(?:opens (?:in )?(?:a )?new (?:tab|window)|(?:link )?öffnet (?:in|"
    r"im) (?:einem )?neue[nm] (?:fenster|tab)|"
    r"nouvel(?:le)? (?:onglet|fenêtre)|s['’]ouvre dans (?:un nouvel onglet|une nouvelle fenêtre)|"
    r"se abre en (?:una )?(?:nueva (?:ventana|pestaña))|abre em nova (?:janela|guia|aba)|"
    r"si apre in una nuova finestra)\)?",
)
"""What a link says to those who only hear the page."""
_LINK_NOTE_WORDS: Final = ("new", "neue", "nouvel", "nueva", "nova", "nuova")
"""One of these is in every such note; to look for them is thirty times as quick."""
_LABEL_PARTS: Final = re.compile(
    r"(?i)\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b|^(?:by|von|vom|par|por|di|de|da|text|foto|autor|stand|"
    r"updated|published|posted|aktualisiert)\b|"
    r"\b(?:min|mins|minutes?|minuten|lesezeit|read)\b|@|^\d+$",
)


def is_read_also(text: str, link_share: float = 0.0) -> bool:
    """Tell whether the line leads to other stories; a sentence that only begins like one does not.

    >>> is_read_also("Related stories"), is_read_also("Read more: Harbour council votes again")
    (True, True)
    >>> is_read_also("Related cases were closed in 2019, the court said.")
    False
    """
    if len(text) >= 160 or (lead := _READ_ALSO.match(text)) is None:
        return False
    is_sentence = text.endswith((".", "।", "。")) and not text.endswith("..")
    return link_share > 0.3 or text[lead.end() - 1] in ":：" or not is_sentence


@lru_cache(maxsize=1024)
def is_house_line(text: str) -> bool:
    """Tell whether the line is one that the publisher puts under or between any of its articles.

    It is cached since a line of a page is asked about up to four times.
    """
    size = len(text)
    if size < 60 and _LABELS.match(text):
        return True
    if size < 160 and (_CREDIT.match(text) or _AGENCY_AT_END.search(text, size - 30 if size > 30 else 0)):
        return True
    if size >= 700:
        return False
    return (
        _HOUSE.match(text) is not None
        or (size < 300 and _has(text, _CONTACT_WORDS) and len(set(_CONTACT.findall(text))) > 1)
        or ("ewsletter" in text and _NEWSLETTER.search(text) is not None)
        or ("[/" in text and _SHORT_CODE.search(text) is not None)
    )


def is_label(text: str) -> bool:
    """Tell whether a short line at the edge of the text is a time, a name or a count."""
    return len(text) < 80 and _LABEL_PARTS.search(text) is not None


def without_furniture(found: Iterable[Block]) -> list[Block]:
    """Leave out lines of a declared body that have no box of their own: advert labels, read-also links.

    More may not go where the layout says that all of it is the text.
    """
    kept: list[Block] = []
    after_label = False
    for block in found:
        text, linked = block.text, block.link_share > _ONLY_LINK
        if after_label and linked:
            continue
        after_label = len(text) < _LONGEST_LABEL and _ALSO_LABEL.match(text) is not None
        if after_label or _AD_OR_COUNT.match(text):
            continue
        if block.link_share > _LABELLED_LINK and ":" in text[:_LONGEST_LABEL] and is_read_also(text):
            continue
        kept.append(block)
    return kept


def without_link_notes(text: str) -> str:
    """Return the line without what links say of themselves.

    >>> without_link_notes("Panasonic (opens in new tab) said so.")
    'Panasonic said so.'
    """
    return _LINK_NOTE.sub("", text) if _has(text, _LINK_NOTE_WORDS) else text


def _has(text: str, words: Iterable[str]) -> bool:
    return any(map(text.lower().__contains__, words))
