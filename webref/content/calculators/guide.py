"""What stands around a calculator on its page."""

import datetime
from dataclasses import dataclass

from webref.content.calculators.carries import Carry
from webref.content.facts.figures import Cite
from webref.content.prose.tree import Prose


@dataclass(frozen=True)
class Guide:
    """What stands around a calculator on its page: why, and its citations by number from 1.

    pitfalls, what_next: where the sum goes wrong, and what follows once it is done.

    cautioned: the figures behind it that come with a caution, a line for each fact.
    turned: ids of the calculators that are the same sum with another entry asked for.
    program: whether its sheet has the settings of the patient's device, before and after.
    carries: the figures that may be taken along to another calculator.
    """

    about: Prose
    pitfalls: Prose
    what_next: Prose
    cautioned: tuple[Prose, ...]
    cites: tuple[Cite, ...]
    editor: str
    checker: str
    review_by: datetime.date
    turned: tuple[str, ...] = ()
    program: bool = False
    carries: tuple[Carry, ...] = ()
