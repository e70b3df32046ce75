"""A calculator record to its specification, every formula and dimension proved."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from webref.content.calculators.limits.build import Limits
from webref.content.calculators.limits.checks import Compiler
from webref.content.calculators.limits.shape import check_quantities
from webref.content.calculators.lookups.order import LookupOrder
from webref.content.calculators.pictures import build_picture
from webref.content.calculators.records import (
    DECIMALS,
    CalculatorRecord,
    CheckRecord,
    ExampleRecord,
    InputRecord,
    OutputRecord,
    PresetRecord,
    StepRecord,
    TableRecord,
)
from webref.content.calculators.scope import CALENDAR_KINDS, Scope
from webref.content.calculators.turns import turns_of
from webref.content.facts.figures import Fact, Source
from webref.content.pack.model import Pack
from webref.dosing import spec
from webref.dosing.dimensions import NUMBER, TRUTH, ValueKind, infer
from webref.dosing.followed import FollowedLabel
from webref.dosing.formula import FormulaError, parse_formula
from webref.dosing.numbers import read_number
from webref.dosing.units import NONE, UnknownUnit, is_unit, unit_of
from webref.errors import near


class Calculation(Scope):
    """Turns one record into a specification, collecting every problem on the way."""

    record: CalculatorRecord

    def __init__(
        self,
        file: str,
        name: str,
        record: CalculatorRecord,
        pack: Pack,
        facts: Mapping[str, Fact],
        sources: Mapping[str, Source],
        limits: Limits,
    ) -> None:
        """Read for one pack."""
        super().__init__(file, record, facts, sources)
        self.name, self.pack, self.limits = name, pack, limits

    def build(self) -> spec.Calculator:
        """The specification; meaningless when problems were found."""
        record = self.record
        constants = (*self.fact_constants(), *self.own_constants())
        self.constants = {one.id: one for one in constants}
        inputs = tuple(self._input(index, item) for index, item in enumerate(record.input))
        labels = tuple(self._labels())
        lookups = LookupOrder(self, record, labels, constants)
        steps = lookups.ready()
        for index, item in enumerate(record.step):
            steps += lookups.ready([self._step(index, item)])
        lookups.finish()
        checks = [self._check(at, item) for at, item in enumerate(record.check)]
        said = (check for one in lookups.built for check in one.checks)
        built = spec.Calculator(
            id=self.name,
            drug=self.pack.title,
            title=record.title,
            short=record.short,
            answers=record.answers,
            route=record.route,
            basis=record.basis,
            labels=labels,
            label_optional=record.label_optional,
            constants=tuple(lookups.constants),
            inputs=inputs,
            steps=tuple(steps),
            checks=(*lookups.guarded(checks, steps), *said),
            outputs=tuple(self._output(index, item) for index, item in enumerate(record.output)),
            tables=tuple(self._table(index, item) for index, item in enumerate(record.table)),
            pictures=tuple(build_picture(self, item, self._drawable()) for item in record.picture),
            cites=(),
            examples=tuple(_example(item) for item in record.example),
            review_by=record.review_by.isoformat(),
            refuse_after=self.pack.refuse_after.isoformat(),
            signed=False,  # what is built is signed afterwards
            misread=self.pack.misread,
            lookups=tuple(one.lookup for one in lookups.built),
        )
        for place, message in check_quantities(record, self.limits):
            self.problem(place, message)
        if self.problems:
            return built
        limited = Compiler(self.limits, self, built).compile(record)
        return replace(limited, cites=tuple(self._cite_list()))

    def _labels(self) -> Iterator[FollowedLabel]:
        for name in self.record.labels:
            label = self.pack.labels.get(name)
            if label is None or not label.followed:
                followed = [one.id for one in self.pack.labels.values() if one.followed]
                message = f"{name} is no label that calculators may follow{near(name, followed)}"
                self.problem("labels", message)
            else:
                yield FollowedLabel(label.id, label.tag, label.name, label.dated, label.kind)

    def _input(self, index: int, item: InputRecord) -> spec.Input:
        place = f"input[{item.id}]"
        self.declare(place, item.id, self._input_kind(place, item))
        self.open.add(item.id)
        for preset in item.presets:
            self._check_preset(place, item, preset)
        return spec.Input(
            id=item.id,
            name=item.name,
            note=item.note,
            kind=item.kind,
            units=tuple(item.units),
            options=tuple(spec.Option(option.id, option.name) for option in item.options),
            presets=tuple(spec.Preset(p.name, p.value, p.unit) for p in item.presets),
            depends=tuple(item.depends),
            optional=item.optional,
            zero=item.zero,
            turns=tuple(turns_of(self, place, item, self.constants)),
            prompt=item.prompt,
            open=item.open,
            printed=item.printed,
            applies=tuple((name, tuple(ids)) for name, ids in item.applies.items()),
        )

    def _check_preset(self, place: str, item: InputRecord, preset: PresetRecord) -> None:
        """A preset fills in what its fact says, in a unit that the field offers."""
        fact_id, _, part = preset.fact.partition(":")
        try:
            figure = self.facts[fact_id].figure(part)
            stated = {value * unit_of(figure.unit).factor for value in figure.values}
            if read_number(preset.value) * unit_of(preset.unit).factor not in stated:
                self.problem(place, f"the preset {preset.name} is not what {preset.fact} says")
        except UnknownUnit as unknown:
            self.problem(place, f"{preset.fact} and its preset: {unknown}")
            return
        except (KeyError, ValueError):
            self.problem(place, f"the preset {preset.name} names no figure: {preset.fact}")
        if preset.unit not in item.units:
            self.problem(place, f"the preset {preset.name} has a unit that is not offered")

    def _input_kind(self, place: str, item: InputRecord) -> ValueKind:
        if item.kind == "choice":
            return ValueKind("word", options=tuple(option.id for option in item.options))
        if item.kind in CALENDAR_KINDS:
            return CALENDAR_KINDS[item.kind]
        if item.kind in ("whole", "number"):
            return NUMBER
        units = item.units[:1] if item.convert else item.units
        dimensions = {unit_of(unit).dimension for unit in units if is_unit(unit)}
        if len(dimensions) != 1:  # check_shape says why
            self.unresolved.add(item.id)
        return ValueKind("number", (dimensions or {NONE}).pop())

    def _step(self, index: int, item: StepRecord) -> spec.Step:
        place = f"step[{item.id}]"
        value = self.typed(f"{place}.value", item.value, item.unit)
        when = self.when(f"{place}.when", item.when)
        kind = CALENDAR_KINDS.get(item.unit) or ValueKind(
            "number", unit_of(item.unit).dimension if is_unit(item.unit) else NONE
        )
        self.declare(place, item.id, kind)
        return spec.Step(item.id, item.name, value, item.unit, self._places(item), when)

    def _places(self, item: StepRecord) -> int:
        """Decimals of a step: its own, or those of the answer that shows it, so that both agree."""
        if item.places is not None:
            return item.places
        for one in self.record.output:
            if (one.value, one.unit) == (item.id, item.unit):
                return one.places
        return DECIMALS

    def _check(self, index: int, item: CheckRecord) -> spec.Check:
        place = f"check[{item.id}]"
        cites = [self.cited(f"{place}.cites", cite) for cite in item.cites]
        return spec.Check(
            item.id,
            item.level,
            self.formula(f"{place}.when", item.when, TRUTH),
            self.template(f"{place}.title", item.title, item.level),
            self.template(f"{place}.text", item.text, item.level),
            tuple(dict.fromkeys(filter(None, cites))),
            item.field,
        )

    def _drawable(self) -> frozenset[str]:
        """The names that a picture may draw: what answers and their working show anyway."""
        inputs = (item.id for item in self.record.input)
        columns = (column.id for table in self.record.lookup for column in table.column)
        steps = (step.id for step in self.record.step)
        return frozenset((*inputs, *self.record.facts, *columns, *steps))

    def _cite_list(self) -> Iterator[spec.NumberedCite]:
        for cite, number in self.cites.items():
            label = self.pack.labels.get(cite.source.jurisdiction)
            yield spec.NumberedCite(
                number, label.tag if label else "", cite.source.short, cite.place
            )

    def _output(self, index: int, item: OutputRecord) -> spec.Output:
        place = f"output[{item.id}]"
        return spec.Output(
            item.id,
            item.name,
            self.typed(f"{place}.value", item.value, item.unit),
            item.unit,
            item.places,
            item.round,
            item.main,
            item.compare,
            self.when(f"{place}.when", item.when),
            self.typed(f"{place}.to", item.to, item.unit) if item.to else None,
            item.calendar,
        )

    def _table(self, index: int, item: TableRecord) -> spec.ScheduleTable:
        place = f"table[{item.id}]"
        state: dict[str, ValueKind] = {}
        for name, text in item.start.items():
            try:
                state[name] = infer(parse_formula(text), self.kinds)
            except FormulaError as error:
                self.problem(place, str(error))
        inner = {**state, "n": NUMBER}
        start = tuple((k, self.formula(place, v, state.get(k))) for k, v in item.start.items())
        after = tuple(
            (k, self.formula(place, v, state.get(k), **inner)) for k, v in item.next.items()
        )
        go_on = self.formula(place, item.go_on, TRUTH, **inner)
        for node in (*(node for _, node in (*start, *after)), go_on):
            self.tier_1(place, node)
        return spec.ScheduleTable(
            item.id,
            item.name,
            item.most,
            start,
            after,
            go_on,
            tuple(
                spec.Column(
                    c.id, c.name, self.typed(place, c.value, c.unit, **inner), c.unit, c.places
                )
                for c in item.columns
            ),
            item.capped,
            item.chart,
            self.when(f"{place}.when", item.when),
        )


def _example(item: ExampleRecord) -> spec.Example:
    return spec.Example(
        item.name,
        tuple(item.inputs.items()),
        item.status,
        tuple(item.outputs.items()),
        tuple(item.checks),
        item.now,
        item.source,
    )
