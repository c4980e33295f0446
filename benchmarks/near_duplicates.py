"""Precision, recall and time of near-duplicate detection on the labelled set.

``python benchmarks/near_duplicates.py``
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import create_engine

sys.path.insert(0, str(Path(__file__).parent.parent))

from newscrawler.items import Article, Dateline
from newscrawler.ledger import similar
from newscrawler.ledger.tables import metadata
from tests.near_duplicates.labelled import LANGUAGES, Labelled, stream


def article_of(labelled: Labelled, second: int) -> Article:
    return Article(
        id=labelled.id,
        site=labelled.id.partition(":")[0],
        headline=labelled.headline,
        body=labelled.body,
        dateline=Dateline(labelled.dateline) if labelled.dateline else None,
        fetched_at=(datetime(2026, 5, 1, tzinfo=UTC) + timedelta(seconds=second)).isoformat(),
    )


def run(
    articles: list[Labelled], batch: int = 32, url: str = "sqlite://"
) -> tuple[Counter[str], list[tuple[str, str | None, str | None]], float]:
    engine = create_engine(url)
    metadata.create_all(engine)
    texts = similar.SimilarTexts()
    root = {labelled.id: labelled.copy_of or labelled.id for labelled in articles}
    outcome: Counter[str] = Counter()
    wrong: list[tuple[str, str | None, str | None]] = []
    spent, pending = 0.0, []
    with engine.connect() as connection:
        for second, labelled in enumerate(articles):
            article = article_of(labelled, second)
            start = time.process_time()
            copy = texts.find(connection, article)
            if copy:
                article.duplicate_of, article.similarity = copy.original, copy.similarity
            pending.append(article)
            if len(pending) == batch:
                texts.store(connection, pending)
                connection.commit()
                pending = []
            spent += time.process_time() - start
            said = root[copy.original] if copy else None
            if said == labelled.copy_of:
                verdict = "found" if said else "left alone"
            else:
                verdict = "wrong" if said else "missed"
                wrong.append((labelled.kind, labelled.id, copy.original if copy else None))
            outcome[verdict] += 1
            outcome[f"{labelled.kind} {verdict}"] += 1
    engine.dispose()
    return outcome, wrong, spent / len(articles)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--scale", type=int, default=1)
    options.add_argument("--detail", action="store_true")
    options = options.parse_args()
    for language in LANGUAGES:
        total: Counter[str] = Counter()
        cost = 0.0
        for seed in range(1, options.seeds + 1):
            outcome, _, spent = run(stream(seed, options.scale, language))
            total += outcome
            cost += spent / options.seeds
        found, wrong, missed = total["found"], total["wrong"], total["missed"]
        print(
            f"{language:9} articles {sum(total[v] for v in ('found', 'wrong', 'missed', 'left alone'))}"
            f"  copies {found + missed}  precision {found / (found + wrong):.4f}"
            f"  recall {found / (found + missed):.4f}  {cost * 1e3:.3f} ms an article"
        )
        if options.detail:
            for verdict, count in sorted(total.items()):
                if " " in verdict and verdict != "left alone":
                    print(f"    {verdict:32} {count}")


if __name__ == "__main__":
    main()
