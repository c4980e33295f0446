"""All summary are counted; the first of each kind are named."""

from newscrawler.exports.summary import Summary


def test_the_first_places_are_named_and_all_are_counted() -> None:
    summary = Summary()
    for number in range(1200):
        summary.note("foreign", f"day.jsonl byte {number}")
    summary.note("repeated", count=3)
    summary.note("repeated", count=0)
    foreign, repeated = summary
    assert foreign.startswith("1,200 lines left out")
    assert foreign.count("byte") == 5
    assert foreign.endswith(", …)")
    assert repeated == "3 lines in the target already, there or as a later revision"
    assert not summary.incomplete
    summary.note("unreadable_file", "day.jsonl.gz")
    assert summary.incomplete
