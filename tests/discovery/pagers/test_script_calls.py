"""What a script asks for further rows is read in the ways in which scripts are written, also when made short."""

import pytest

from newscrawler.discovery.pagers.script_calls import counted_calls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fetch('/api/latest?offset=' + n)", ["/api/latest?offset="]),
        ("fetch(`/api/latest?limit=10&offset=${n}`)", ["/api/latest?limit=10&offset="]),
        ('let u="/api/latest?page=".concat(e);load(u)', ["/api/latest?page="]),
        ('$.ajax({url:"/rows?paged="+e,type:"GET"})', ["/rows?paged="]),
        ("const API = '/api/rows'; async function more() { fetch(`${API}?page=${n}`) }", ["/api/rows?page="]),
        ('var t={endpoint:"/api/rows"};fetch(t.endpoint+"?start="+n)', ["/api/rows?start="]),
        ('axios.get("/api/rows",{params:{page:this.page,size:10}})', ["/api/rows?page="]),
        ('fetch("/api/rows?" + new URLSearchParams({ limit: 10, offset }))', ["/api/rows?offset="]),
        ("$.get('/rows?in=world', { skip: seen }, show)", ["/rows?in=world&skip="]),
        ("fetch('/api/weather')", []),
        ("console.log('page=' + n); location.href = '/world'", []),
        ("const title = name + '?page='", []),
        ("", []),
    ],
)
def test_the_paths_that_are_counted(text: str, found: list[str]) -> None:
    assert list(counted_calls(text)) == found


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["fetch(", "a.b+", "`${x}", '"/a?b=', "{offset:", "'/a',{", "x='/", "a" * 30 + "="]
)
def test_a_long_script_takes_no_time(part: str) -> None:
    assert len(list(counted_calls(part * (2_000_000 // len(part))))) < 10
