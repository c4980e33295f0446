"""Decompression: the same as others do for whole data, and an error for everything else."""

import contextlib
import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import ResponseDataLossError

from newscrawler.download.inflate import inflate
from newscrawler.exceptions import Failed

COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:]),
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


@pytest.mark.parametrize("encoding", COMPRESS)
@given(st.binary(max_size=5000))
def test_there_and_back(encoding: str, data: bytes) -> None:
    assert inflate(COMPRESS[encoding](data), encoding, 10_000) == data


@pytest.mark.parametrize("encoding", COMPRESS)
def test_every_cut_is_seen(encoding: str) -> None:
    data = COMPRESS[encoding]("The mayor said: “nothing”. ".encode() * 20)
    for end in range(1, len(data)):
        try:
            inflate(data[:end], encoding, 10_000)
        except (ResponseDataLossError, Failed):
            continue
        assert encoding == "x-gzip", end  # of two members the first alone is a whole file


@pytest.mark.parametrize("encoding", COMPRESS)
def test_the_bound_is_exact(encoding: str) -> None:
    data = COMPRESS[encoding](b"x" * 1000)
    assert len(inflate(data, encoding, 1000)) == 1000
    with pytest.raises(Failed) as failed:
        inflate(data, encoding, 999)
    assert failed.value.reason == "too_large"


@pytest.mark.parametrize("encoding", COMPRESS)
def test_a_bomb_takes_little_memory(encoding: str) -> None:
    data = COMPRESS[encoding](bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(Failed):
        inflate(data, encoding, 1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000


@pytest.mark.parametrize("encoding", [*COMPRESS, "rot13", ""])
@given(st.binary(max_size=300))
def test_no_other_error_on_any_bytes(encoding: str, data: bytes) -> None:
    with contextlib.suppress(ResponseDataLossError, Failed):
        assert len(inflate(data, encoding, 1000)) <= 1000
