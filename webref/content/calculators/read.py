"""The calculators of a pack, each with its guide and every problem of its file."""

from pathlib import Path

from webref.content.calculators.build import Calculation
from webref.content.calculators.cautioned import cautioned
from webref.content.calculators.guide import Guide
from webref.content.calculators.limits.build import Limits
from webref.content.calculators.lookups.reached import check_reached
from webref.content.calculators.provenance import check_provenance
from webref.content.calculators.records import CalculatorRecord, named_facts
from webref.content.calculators.shape import check_shape, check_wording
from webref.content.calculators.worked import check_examples
from webref.content.pack import Pack
from webref.content.prose.builder import Builder
from webref.content.reading.files import Files
from webref.dosing import spec


def read_calculators(
    files: Files, builder: Builder, pack: Pack, limits: Limits
) -> tuple[dict[str, spec.Calculator], dict[str, Guide]]:
    """Every calculator of the pack with its guide; what is wrong with any is kept as problems."""
    calculators, guides = {}, {}
    library = builder.library
    for file, record in files.tables(CalculatorRecord, "calculators").items():
        name = Path(file).stem
        named = {reference.partition(":")[0] for reference in named_facts(record)}
        builder.used |= named
        about = builder.prose(record.about, file, "about")
        if not library.whole and not named <= library.facts.keys():
            continue  # what is missing stands in a file of facts that could not be read
        scope = Calculation(file, record, pack, library.facts, library.sources, limits)
        built = scope.build()
        shape = [*check_shape(record, file), *check_wording(record, file)]
        builder.problems += shape
        builder.problems += scope.problems
        if not scope.problems and not shape:
            unsourced = list(check_provenance(built, file))
            wrong = unsourced or list(check_examples(built, file))
            builder.problems += wrong or check_reached(built, file)
        if not scope.problems:
            calculators[name] = built
            guides[name] = Guide(
                about,
                tuple(cautioned(record, library)),
                tuple(scope.cites),
                record.editor,
                record.checker,
                record.review_by,
            )
    return calculators, guides
