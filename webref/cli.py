"""The command line: parse, call, print, exit code."""

import argparse
import contextlib
import datetime
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from webref.content.drift.compare import compare
from webref.content.drift.copies import Copies
from webref.content.load import load_site
from webref.content.site import Site
from webref.dosing.entries import parameter_names, split_entries
from webref.dosing.evaluate import Result, evaluate
from webref.dosing.present import copy_text, to_record
from webref.dosing.spec import Calculator, Setting
from webref.errors import ContentError, PdfError
from webref.outputs.freeze import FreezeError
from webref.outputs.nginx import Host, nginx_site
from webref.outputs.synonyms import check_synonyms
from webref.web import publish, sheets
from webref.web.build import Edition, write_pdf
from webref.web.recalls import withdrawn
from webref.web.serve import serve

OK, WRONG, STOPPED, DRIFTED = 0, 1, 2, 3
INTERRUPTED = 130  # as a shell counts a command that Ctrl-C ended


def find_root() -> Path:
    """The folder that holds content/, static/ and templates/: the wheel's own, or the checkout."""
    package = Path(__file__).parent
    packed = package / "data"
    return packed if packed.is_dir() else package.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what to return to the shell."""
    options = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace, Path], int] = options.run
    try:
        return run(options, find_root())
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return WRONG
    except (FreezeError, PdfError, OSError) as error:
        print(f"webref: {error}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print("webref: stopped", file=sys.stderr)
        return INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    whole = argparse.ArgumentParser(prog="webref", description=__doc__)
    pack = "another pack folder"
    whole.add_argument("--pack", type=Path, metavar="DIR", help=pack)
    commands = whole.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace, Path], int], about: str, add_help: bool = True
    ) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=about, description=about, add_help=add_help)
        one.set_defaults(run=run)
        # Suppressed, or the absent option would take back the one before the command.
        one.add_argument("--pack", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=pack)
        return one

    check = command("check", run_check, "read a content pack and list every problem")
    check.add_argument("folder", type=Path, nargs="?", metavar="PACK")
    about = "hold every figure against copies of the sources"
    check.add_argument("--against", type=Path, metavar="DIR", help=about)
    build = command("build", run_build, "write the edition to a folder")
    build.add_argument("folder", type=Path, metavar="DIR")
    build.add_argument("--origin", type=origin, default="", metavar="URL", help="its address")
    build.add_argument("--nginx", type=host, metavar="HOST", help="also write DIR.nginx.conf")
    notices = command("notices", run_notices, "publish the pack's notices beside an edition")
    notices.add_argument("folder", type=Path, metavar="DIR")
    killed = command("kill", run_kill, "have phones drop what they saved of an edition")
    killed.add_argument("folder", type=Path, metavar="DIR")
    back = command("back", run_back, "exchange an edition for the one that stood there before")
    back.add_argument("folder", type=Path, metavar="DIR")
    verified = command("verify", run_verify, "hash every file of an edition; needs no pack")
    verified.add_argument("place", metavar="DIR|URL")
    served = command("serve", run_serve, "serve an edition, building one first where none is given")
    served.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    served.add_argument("--host", default="localhost")
    served.add_argument("--port", type=port, default=8000)
    served.add_argument("--origin", type=origin, default="", metavar="URL", help="its address")
    pdf = command("pdf", run_pdf, "write one printed document to a file")
    pdf.add_argument("name", nargs="?", metavar="NAME", help="which; without it they are listed")
    pdf.add_argument("--out", type=Path, metavar="FILE", help="NAME.pdf where none is given")
    pdf.add_argument("--origin", type=origin, default="", metavar="URL", help="its address")
    calc = command("calc", run_calc, "answer a calculator", add_help=False)
    calc.add_argument("calculator", nargs="?", metavar="ID")
    calc.add_argument("entries", nargs="*", metavar="name=value")
    calc.add_argument("--json", action="store_true", help="print the whole record")
    calc.add_argument("--now", default="", help="the moment asked, such as 2026-11-22T09:30")
    calc.add_argument("-h", "--help", action="store_true", help="list a calculator's entries")
    return whole


def origin(text: str) -> str:
    """The address of readers as `scheme://host` in lower case, or nothing where none is given."""
    if not text:
        return ""
    found = urlsplit(text)
    if found.scheme not in ("http", "https") or not found.netloc or "@" in found.netloc:
        raise argparse.ArgumentTypeError(f"{text} is no address: write https://drug.example.org")
    if found.path not in ("", "/") or found.query or found.fragment:
        raise argparse.ArgumentTypeError("leave out the path: an edition sits at a host's root")
    return f"{found.scheme}://{found.netloc.lower()}"


def host(text: str) -> Host:
    """A host for nginx by its name."""
    try:
        return Host.debian(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def port(text: str) -> int:
    """A port as typed."""
    number = int(text)
    if not 1 <= number <= 65535:
        raise ValueError(text)
    return number


def pack_folder(options: argparse.Namespace, root: Path) -> Path:
    """The pack that `--pack` names, or the only one in content/; OSError where several are."""
    if options.pack:
        return Path(options.pack)
    packs = sorted((root / "content").glob("*/pack.toml"))
    if len(packs) > 1:
        words = " or ".join(f"--pack content/{pack.parent.name}" for pack in packs)
        raise OSError(f"content/ holds several packs and an edition holds one; write {words}")
    return packs[0].parent if packs else root / "content"


def read_pack(options: argparse.Namespace, root: Path, folder: Path | None = None) -> Site:
    """The site of the pack that the options name, or the one that comes with webref."""
    site = load_site(folder or pack_folder(options, root), datetime.date.today())
    for warning in site.warnings:
        print(warning, file=sys.stderr)
    return site


def run_check(options: argparse.Namespace, root: Path) -> int:
    """Read the pack, whose problems main prints; 3 where a figure stands on no line cited."""
    site = read_pack(options, root, options.folder)
    if unfound := list(check_synonyms(site)):
        raise ContentError(unfound)
    print(
        f"{site.pack.title}: {len(site.facts)} facts, {len(site.sections)} sections, "
        f"{len(site.calculators)} calculators, {len(site.pages())} pages, no errors"
    )
    if not options.against:
        return OK
    found = compare(site, Copies(options.against))
    for line in (*found.by_hand, *found.unheld):
        print(line)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    print(
        f"{found.figures} figures: {found.standing} stand on the lines cited, "
        f"{len(found.by_hand)} were read by hand, {len(found.unheld)} have no copy here, "
        f"{len(found.problems)} were not found"
    )
    return DRIFTED if found.problems else OK


def run_build(options: argparse.Namespace, root: Path) -> int:
    """Write the edition."""
    site = read_pack(options, root)
    folder = options.folder.absolute()
    edition = Edition(site, root, folder, options.origin).build()
    print(f"edition {edition} in {options.folder}")
    if options.nginx:
        site_file = options.folder.with_name(f"{options.folder.name}.nginx.conf")
        pages = {name: site.url(name) for name in ("contents", "without-scripts")}
        site_file.write_text(nginx_site(options.folder, options.nginx, edition, pages))
        print(f"nginx site in {site_file}")
    return OK


def run_notices(options: argparse.Namespace, root: Path) -> int:
    """Publish the pack's notices beside an edition."""
    print(publish.publish_notices(read_pack(options, root), options.folder.absolute()))
    return OK


def run_kill(options: argparse.Namespace, root: Path) -> int:
    """Have phones drop what they saved."""
    print(publish.publish_kill_switch(options.folder.absolute()))
    return OK


def run_back(options: argparse.Namespace, root: Path) -> int:
    """Put the edition back that stood there before."""
    print(publish.go_back(options.folder.absolute()))
    return OK


def run_verify(options: argparse.Namespace, root: Path) -> int:
    """Hash every file of an edition."""
    print(publish.report(options.place))
    return OK


def run_serve(options: argparse.Namespace, root: Path) -> int:
    """Serve an edition until stopped."""
    site = read_pack(options, root)
    origin = options.origin
    with contextlib.ExitStack() as stack:
        folder = options.folder
        if folder is None:
            place = stack.enter_context(tempfile.TemporaryDirectory(prefix="webref-"))
            folder = Path(place) / "edition"
            Edition(site, root, folder, origin).build()
        with contextlib.suppress(KeyboardInterrupt):
            read = partial(read_pack, options, root)
            serve(site, read, root, folder.resolve(), origin, options.host, options.port)
    return OK


def run_pdf(options: argparse.Namespace, root: Path) -> int:
    """Write one printed document, or list the names of all."""
    site = read_pack(options, root)
    if options.name not in sheets.names(site):
        if options.name:
            print(f"webref: there is no document {options.name}", file=sys.stderr)
        print("webref pdf NAME [--out FILE]", *sheets.names(site), sep="\n  ", file=sys.stderr)
        return WRONG if options.name else OK
    file = options.out or Path(f"{options.name}.pdf")
    write_pdf(site, root, options.name, file, options.origin)
    return OK


def run_calc(options: argparse.Namespace, root: Path) -> int:
    """Answer one calculator: 0 with an answer, 2 without one, 1 where the words are off."""
    site = read_pack(options, root)
    calculator = site.calculators.get(options.calculator)
    if calculator is None:
        if options.calculator:
            print(f"webref: there is no calculator {options.calculator}", file=sys.stderr)
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
    unknown = sorted(parameters.keys() - parameter_names(calculator))
    if unknown:
        print(f"webref: {calculator.id} has no {', '.join(unknown)}", file=sys.stderr)
        return WRONG
    # A date typed for the sake of a plan does not bring an expired calculator back.
    clock = datetime.datetime.now().isoformat(timespec="minutes")
    now = clock if clock[:10] >= calculator.refuse_after else options.now or clock
    setting = Setting(now=now, withdrawn=withdrawn(site, None, f"calculators/{calculator.id}", ""))
    result = evaluate(calculator, parameters, setting)
    if options.json:
        print(json.dumps(to_record(result, setting), ensure_ascii=False, indent=2))
    else:
        print(say(result, setting))
        print("Edition: unbuilt, read from the pack's folder")
    return OK if result.status in ("ok", "warn") else STOPPED


def describe(calculator: Calculator) -> str:
    """A calculator's entries with their units and choices, and its outputs."""
    lines = [f"{calculator.title}: {calculator.answers}", "", "Entries:"]
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


def say(result: Result, setting: Setting) -> str:
    """A result as plain text: the answer as copied for a note, or what is missing or refused."""
    if result.answers:
        return copy_text(result, setting)
    lines = [f"{entry.name}: {entry.error}" for entry in result.entries if entry.error]
    lines += [f"Stop: {message.title}. {message.text}" for message in result.messages]
    lines += [entry.missing for entry in result.entries if entry.missing]
    lines = lines or ["Nothing has been typed yet."]
    if not result.calculator.signed:
        lines.append("Not clinically checked; not for patient care")
    return "\n".join(lines).replace("\u00a0", " ")


if __name__ == "__main__":
    sys.exit(main())
