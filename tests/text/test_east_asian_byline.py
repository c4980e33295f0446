"""What stands against a name in East Asian bylines is taken off it."""

from __future__ import annotations

import pytest

from newscrawler.text.east_asian_byline import names_behind_lead, without_office, without_other_makers


@pytest.mark.parametrize(
    ("part", "names", "agency"),
    [
        ("新华社记者 李建国 王小明", "李建国、王小明", "新华社"),
        ("本报记者 李建国", "李建国", None),
        ("記者王小明", "王小明", None),
        ("取材・文／山田太郎", "山田太郎", None),
        ("ワシントン=山田太郎", "山田太郎", None),
        ("政治部 山田太郎", "山田太郎", None),
        ("워싱턴=김철수", "김철수", None),
        ("记者 李建国 摄影：王小明", "李建国", None),
    ],
)
def test_the_lead_of_a_line(part: str, names: str, agency: str | None) -> None:
    assert names_behind_lead(part) == (names, agency)


@pytest.mark.parametrize("part", ["李建国", "山田太郎", "김철수", "Ann Example", "港新聞=亀裂が見つかった"])
def test_a_line_without_lead(part: str) -> None:
    assert names_behind_lead(part) is None


def test_offices_and_other_makers() -> None:
    assert without_office("김철수 선임기자") == "김철수"
    assert without_office("山田太郎 特派員") == "山田太郎"
    assert without_other_makers("김철수 사진 이영희") == "김철수"
    assert without_other_makers("山田太郎 撮影／鈴木花子") == "山田太郎"
