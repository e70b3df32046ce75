"""Print what second checks make of slips: python -m tests.second.count [--count N] [--seed S]."""

import argparse

from tests.second.slips import KINDS, NAMED, NONE, SAME, UNNOTICED, WARNED, table

COLUMNS = {False: (NAMED, NONE, SAME), True: (NONE, WARNED, UNNOTICED)}


def main() -> None:
    """One table for slips of one person, one for slips that both made."""
    parser = argparse.ArgumentParser(prog="python -m tests.second.count", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = table(asked.seed, asked.count)
    for both, columns in COLUMNS.items():
        print("\nMade by both" if both else "Made by one person")
        print(f"| Slip | {' | '.join(columns)} |")
        print("|---" * (len(columns) + 1) + "|")
        for kind in (*KINDS, "all"):
            sums = [
                sum(n for key, n in found.items() if key[0] == both and key[2] == one
                    and kind in (key[1], "all"))
                for one in columns
            ]  # fmt: skip
            print(f"| {kind} | {' | '.join(map(str, sums))} |")


if __name__ == "__main__":
    main()
