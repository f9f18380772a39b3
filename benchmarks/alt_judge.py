"""How well the judge of text alternatives tells poor ones, on the labelled list.

    python benchmarks/alt_judge.py ../shared/eval/data                      # both halves, per reason
    python benchmarks/alt_judge.py ../shared/eval/data --wrong development  # what was judged wrongly in a half

Precision and recall of `poor` against `good`; images labelled `decorative` are outside that count and shown apart:
they should have no words at all, so no judgement of their words is right. `vague` are words that could describe some
image but not this one: only somebody who sees it can tell, so recall is given without them too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from alt_list import FIFTH, FOURTH, SECOND, THIRD, Shown, listed, table

from ebook.alternatives import Judgement, State, judge

LATER = {"second": SECOND, "third": THIRD, "fourth": FOURTH, "fifth": FIFTH}
Judged = tuple[Shown, str, str, Judgement]


def judged(one: Shown, headings: bool = False) -> Judgement:
    """The judgement with all that is known of an image; poor where it is by any of the page's titles.

    Whoever labelled the first three lists was not shown the heading above, so neither is the judge, unless asked to.
    """
    verdicts = [
        judge(
            one.alt,
            file=one.file,
            caption=one.caption,
            title=title,
            heading=one.heading if headings else "",
            language=one.language,
            context=one.context,
        )
        for title in one.titles[:3] or ("",)
    ]
    return next((verdict for verdict in verdicts if verdict.state is State.POOR), verdicts[0])


def figures(half: str, found: list[Judged]) -> str:
    """One line of counts, precision and recall."""
    poor = [v for _, label, _, v in found if label == "poor"]
    good = [v for _, label, _, v in found if label == "good"]
    hit, wrong = (sum(v.state is State.POOR for v in group) for group in (poor, good))
    called = sum(v.state is State.POOR for _, label, _, v in found if label == "decorative")
    decorative = sum(label == "decorative" for _, label, _, _ in found)
    precision, recall = hit / max(1, hit + wrong), hit / max(1, len(poor))
    plain = [v for _, label, reason, v in found if label == "poor" and reason != "vague"]
    seen = sum(v.state is State.POOR for v in plain)
    return (
        f"{half:12} {len(poor):4} {len(good):5} {precision:10.3f} {recall:7.3f} {seen / max(1, len(plain)):14.3f}"
        f" {wrong:12} {len(poor) - hit:12} {called:8} of {decorative}"
    )


def _part(everything: list[Judged], later: dict[str, list[Judged]], name: str | None) -> list[Judged]:
    return later[name] if name in later else [item for item in everything if item[0].half == name]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", choices=("development", "test", *LATER))
    parser.add_argument("--headings", action="store_true", help="show the judge the heading above in every list")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        parser.exit(2, f"No evaluation data at {arguments.data}; it lies beside the checkout and is not published.\n")
    given = arguments.headings
    everything = [(one, label, reason, judged(one, given)) for one, label, reason in listed(arguments.data)]
    later = {
        name: [
            (one, label, reason, judged(one, given or path in (FOURTH, FIFTH)))
            for one, label, reason in listed(arguments.data, path)
        ]
        for name, path in LATER.items()
    }
    print("half         poor  good  precision  recall  without vague  good called  poor missed  decorative called")
    for half in ("development", "test"):
        print(figures(half, [item for item in everything if item[0].half == half]))
    print(figures("both", everything))
    for name, found in later.items():
        print(figures(f"{name} list", found))
    print("\nreason        poor found   as what")
    for reason in sorted({reason for _, label, reason, _ in everything if label == "poor"}):
        verdicts = [v for _, label, other, v in everything if label == "poor" and other == reason]
        names = Counter(v.reason.name.lower() for v in verdicts if v.reason)
        kinds = ", ".join(f"{name} {count}" for name, count in names.most_common())
        print(f"{reason:13} {len(verdicts):4} {sum(names.values()):5}   {kinds}")
    for one, label, reason, verdict in _part(everything, later, arguments.wrong):
        if label != "decorative" and (label == "poor") != (verdict.state is State.POOR):
            print(f"\n{label} {reason} -> {verdict.state} {verdict.reason or ''}")
            print(table(one))


if __name__ == "__main__":
    main()
