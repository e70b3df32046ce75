"""`webref calc`."""

import argparse
import datetime
import json
import sys
from pathlib import Path

from webref.cli.codes import OK, STOPPED, WRONG
from webref.cli.commands import Commands
from webref.cli.packs import read_pack
from webref.dosing.entries import parameter_names, split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.present import copy_text
from webref.dosing.record import to_record
from webref.dosing.result import Result
from webref.dosing.spec import Calculator, Setting
from webref.dosing.words import say, speaking
from webref.errors import near
from webref.outputs.engine import engine_of, webref_version
from webref.web.recalls import withdrawn


def register(commands: Commands) -> None:
    """Add the command."""
    calc = commands.add("calc", run_calc, "answer a calculator", add_help=False)
    calc.add_argument("calculator", nargs="?", metavar="ID")
    calc.add_argument("entries", nargs="*", metavar="name=value")
    calc.add_argument("--json", action="store_true", help="print the whole record")
    calc.add_argument("--now", default="", help="the moment asked, such as 2026-11-22T09:30")
    calc.add_argument("-h", "--help", action="store_true", help="list a calculator's entries")


def run_calc(options: argparse.Namespace, root: Path) -> int:
    """Answer one calculator: 0 with an answer, 2 without one, 1 where the words are off."""
    site = read_pack(options, root)
    calculator = site.calculators.get(options.calculator)
    if calculator is None:
        if options.calculator:
            meant = near(options.calculator, site.calculators)
            print(f"webref: there is no calculator {options.calculator}{meant}", file=sys.stderr)
        print("webref calc ID name=value ...", file=sys.stderr)
        for one in site.calculators.values():
            print(f"  {one.id:20} {one.answers}", file=sys.stderr)
        return OK if options.help and not options.calculator else WRONG
    if options.help:
        print(describe(calculator))
        return OK
    parameters: dict[str, str] = {}
    for entry in options.entries:
        name, _, text = entry.partition("=")
        split = split_entries(calculator, {name: text})
        if twice := sorted(parameters.keys() & split):
            print(f"webref: {', '.join(twice)} is given twice", file=sys.stderr)
            return WRONG
        parameters |= split
    known = parameter_names(calculator)
    if unknown := sorted(parameters.keys() - known):
        words = ", ".join(name + near(name, known) for name in unknown)
        print(f"webref: {calculator.id} has no {words}", file=sys.stderr)
        return WRONG
    # A date typed for the sake of a plan does not bring an expired calculator back.
    clock = datetime.datetime.now().isoformat(timespec="minutes")
    now = clock if clock[:10] >= calculator.refuse_after else options.now or clock
    recalled = withdrawn(site, None, f"calculators/{calculator.id}", "")
    setting = Setting(now=now, withdrawn=recalled, engine=engine_of(root), version=webref_version())
    with speaking(site.words):
        result = evaluate(calculator, parameters, setting)
        if options.json:
            print(json.dumps(to_record(result, setting), ensure_ascii=False, indent=2))
        else:
            print(told(result, setting))
            print("Edition: unbuilt, read from the pack's folder")
    return OK if result.answered else STOPPED


def describe(calculator: Calculator) -> str:
    """A calculator's entries with their units and choices, and its outputs."""
    lines = [f"{calculator.drug}, {calculator.title}: {calculator.answers}", "", "Entries:"]
    if calculator.labels:
        lines.append(f"  label={'|'.join(label.id for label in calculator.labels)}")
    for item in calculator.inputs:
        form = {"date": "2026-11-22", "moment": "2026-11-22T09:30", "clock": "09:30"}.get(item.kind)
        choices = "|".join(option.id for option in item.options)
        units = " or ".join(item.units)
        spelled = form or choices or f"NUMBER {units}".strip()
        optional = "  (optional)" if item.optional else ""
        lines.append(f"  {item.id}={spelled}  {item.name} {item.note}".rstrip() + optional)
    lines += ["", "Outputs:"]
    lines += [f"  {output.id}  {output.name}, {output.unit}" for output in calculator.outputs]
    return "\n".join(lines)


def told(result: Result, setting: Setting) -> str:
    """A result as plain text: the answer as copied for a note, or what is missing or refused."""
    if result.answers:
        return copy_text(result, setting)
    calculator = result.calculator
    lines = [say("copy.about", drug=calculator.drug, title=calculator.title)]
    lines += [f"{entry.name}: {entry.error}" for entry in result.entries if entry.error]
    lines += [
        say("copy.message", level=say("level.stop"), title=one.title, text=one.text)
        for one in result.messages
    ]
    lines += [entry.missing for entry in result.entries if entry.missing]
    if len(lines) == 1:
        lines.append(say("entry.nothing"))
    if not setting.is_checked(calculator):
        lines.append(say("copy.unsigned"))
    return "\n".join(lines).replace("\u00a0", " ")
