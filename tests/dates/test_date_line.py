"""A line that is only a date is told from a sentence with a date in it, in each language."""

from __future__ import annotations

import pytest

from newscrawler.dates.date_line import is_date_line


@pytest.mark.parametrize(
    "line",
    [
        "Wtorek, 3 stycznia 2012 (15:58)", "January 28, 2025 11:30 am (Updated 11:54 am)", "3 May 2021",
        "Last updated on September 16th, 2023 at 09:27 am", "Montag, 3. Mai 2021, 12:40 Uhr",
        "Publié le 3 mai 2021 à 12h40", "3 de mayo de 2021", "Понедельник, 3 мая 2021 г.", "2021. május 3.",
        "3 травня 2021 р.", "Opublikowano: 3 listopada 2021", "發表時間：2012-01-12 11:40 | 字級設定：",
        "2005-04-28 11:13更新", "입력 2021.05.03 12:40", "3 Μαΐου 2021, 12:40",
        "Posted: Nov. 27, 2018 6:00 a.m. | Updated: Nov. 28, 2018 9:30 p.m.",
        "3 Mayıs 2021", "3 مايو 2021", "12/05/2025 14h30 (horário de Brasília)", "12/05/2025 às 14h30",
        "2025-05-12 14:30", "12 พฤษภาคม 2568 เวลา 14:30 น.",
        "Mis à jour le 18/05/2026 à 11h00 — Publié le 16/05/2026 à 07h30 — Lecture : 3 min",
        "3 May 2021 · 4 min read",
        "12.05.2025", "發布日期：中華民國 114 年 5 月 12 日", "令和7年5月12日",
    ],
)  # fmt: skip
def test_a_line_that_is_only_a_date(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "In May 2021 he was elected.", "May 3, 2021: the day the bridge fell", "3 May", "Spring 2021",
        "The harbour, 3 May 2021", "2021", "12:40", "Выборы 3 мая 2021 года", "2021年5月3日、橋が落ちた。",
        "Updated at 12:40", "Flug 12/05/2025", "令和の港", "Mai 2021, die Brücke fällt " * 4,
    ],
)  # fmt: skip
def test_a_line_that_says_more_or_less(line: str) -> None:
    assert not is_date_line(line)
