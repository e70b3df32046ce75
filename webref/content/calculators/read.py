"""The calculators of a pack, each with its guide and every problem of its file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from webref.content.calculators.build import Calculation
from webref.content.calculators.carries import build_carry, check_carry, place_of
from webref.content.calculators.cautioned import cautioned
from webref.content.calculators.followed import check_followed
from webref.content.calculators.guide import Guide
from webref.content.calculators.limits.build import Limits
from webref.content.calculators.lookups.reached import check_reached
from webref.content.calculators.pictures import check_pictures
from webref.content.calculators.provenance import check_provenance
from webref.content.calculators.records import CalculatorRecord, named_facts
from webref.content.calculators.shape import check_shape, check_wording
from webref.content.calculators.solves import check_turned, turned
from webref.content.calculators.worked import check_examples
from webref.content.pack.model import Pack
from webref.content.prose.builder import Builder
from webref.dosing import spec
from webref.errors import Problem


def read_calculators(
    records: Mapping[str, CalculatorRecord], builder: Builder, pack: Pack, limits: Limits
) -> tuple[dict[str, spec.Calculator], dict[str, Guide]]:
    """Every calculator of the pack with its guide; what is wrong with any is kept as problems.

    records: by file name within the pack.
    """
    reader = _Reader(builder, pack, limits)
    names = [Path(file).stem for file in records]
    for file, record in records.items():
        one = reader.read(file, Path(file).stem, record)
        sums = [Path(file).stem, *(solve.id for solve in record.solve)]
        for solve in record.solve:
            place = f"solve[{solve.id}]"
            if solve.id in names:
                builder.problems.append(Problem(file, place, "another calculator has this id"))
            names.append(solve.id)
            if one is None:
                continue  # what is wrong with it is said once
            try:
                other = reader.read(file, solve.id, turned(record, solve), f"{place}.")
            except ValueError as error:
                builder.problems.append(Problem(file, place, str(error)))
                continue
            wrong = check_turned(one, other, solve) if other else ()
            builder.problems += [Problem(file, place, message) for message in wrong]
        reader.join(sums)
    for file, record in records.items():
        reader.carry(file, Path(file).stem, record)
    return reader.calculators, reader.guides


@lru_cache(maxsize=256)
def _proved(built: spec.Calculator, file: str) -> tuple[Problem, ...]:
    """What is wrong with a calculator as a whole.

    Nothing but the calculator decides it, so that one which a save left as it was is not tried
    again while its pack is edited.
    """
    return (
        tuple(check_provenance(built, file))
        or tuple(check_examples(built, file))
        or (*check_reached(built, file), *check_pictures(built, file))
    )


class _Reader:
    def __init__(self, builder: Builder, pack: Pack, limits: Limits) -> None:
        self.builder, self.pack, self.limits = builder, pack, limits
        self.calculators: dict[str, spec.Calculator] = {}
        self.guides: dict[str, Guide] = {}
        self.records: dict[str, CalculatorRecord] = {}

    def join(self, sums: list[str]) -> None:
        """Let the guides of a calculator and of those that turn it round name each other."""
        there = [name for name in sums if name in self.guides]
        for name in there:
            turned = tuple(one for one in there if one != name)
            self.guides[name] = replace(self.guides[name], turned=turned)

    def carry(self, file: str, name: str, record: CalculatorRecord) -> None:
        """Let the guide of a calculator name what is taken along from it; all have been read."""
        known = self.records
        for place, times in Counter(map(place_of, record.carry)).items():
            if times > 1:
                self.builder.problems.append(Problem(file, place, "defined twice"))
        for carry in record.carry:
            wrong = tuple(check_carry(name, carry, known))
            place = place_of(carry)
            self.builder.problems += [Problem(file, place, message) for message in wrong]
            if not wrong and name in self.guides:
                guide = self.guides[name]
                built = build_carry(name, carry, known, self.limits)
                self.guides[name] = replace(guide, carries=(*guide.carries, built))

    def read(
        self, file: str, name: str, record: CalculatorRecord, prefix: str = ""
    ) -> spec.Calculator | None:
        """A calculator by its id, if nothing is wrong with it; prefix: begins every place."""
        builder, references = self.builder, self.builder.references
        self.records[name] = record
        named = {reference.partition(":")[0] for reference in named_facts(record)}
        builder.used |= named
        about, pitfalls, what_next = (
            builder.prose(getattr(record, key), file, f"{prefix}{key}")
            for key in ("about", "pitfalls", "what_next")
        )
        if not references.whole and not named <= references.facts.keys():
            return None  # what is missing stands in a file of facts that could not be read
        scope = Calculation(
            file, name, record, self.pack, references.facts, references.sources, self.limits
        )
        built = scope.build()
        problems = [*check_shape(record, file), *check_wording(record, file), *scope.problems]
        if not problems:
            problems += [
                *check_followed(built, scope.guidelines(), file),
                *_proved(built, file),
            ]
        builder.problems += [replace(one, place=f"{prefix}{one.place}") for one in problems]
        if not scope.problems:
            self.calculators[name] = built
            self.guides[name] = Guide(
                about,
                pitfalls,
                what_next,
                tuple(cautioned(record, references)),
                tuple(scope.cites),
                record.editor,
                record.checker,
                record.review_by,
                program=record.program,
            )
        return None if problems else built
