"""The folder of a pack: its files opened, held against records, and what is not read refused."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from webref.content.reading.records import (
    ID_FORM,
    RecordType,
    check_record,
    is_id,
    key_path,
    load_toml,
)
from webref.content.reading.spelling import error_prone_strings, invisible
from webref.errors import Problem

# No file of a pack comes near these; what is larger could take minutes to refuse otherwise.
MOST_BYTES = 100_000
MOST_LINES = 2_500
LONGEST_LINE = 2_000
MOST_PROBLEMS = 100  # of one kind in a file, before the rest is only counted

FOLDERS = {
    "facts": ".toml",
    "monograph": ".md",
    "emergency": ".md",
    "calculators": ".toml",
    "protocols": ".toml",
    "sheets": ".toml",
}


class MarkdownFile(NamedTuple):
    """A Markdown file: its id, its body, and the line that the body begins on."""

    id: str
    body: str
    line: int


class Files:
    """The files of one pack; problems are kept as they are met."""

    def __init__(self, root: Path) -> None:
        """Read from this folder, opening nothing yet."""
        self.root = root
        self.problems: list[Problem] = []
        self.unread: set[str] = set()  # files that are there and gave no record

    def check_names(self, tables: Sequence[str]) -> None:
        """Every file is one that is read, and the ids that file names give are in form."""
        for path in self._entries(self.root, str(self.root)):
            if path.name in FOLDERS:
                if path.is_symlink():
                    self._refuse(
                        path.name, "file", "is a symbolic link: put the folder itself here"
                    )
                elif not path.is_dir():
                    self._refuse(path.name, "file", "is a file, where a pack has a folder")
                else:
                    self._check_folder(path)
            elif path.name in tables:
                self._check_plain(path, path.name)
            else:
                choices = ", ".join((*tables, *(f"{folder}/" for folder in FOLDERS)))
                message = f"is no part of a pack, which holds {choices}"
                self.problems.append(Problem(path.name, "file", message))

    def _check_folder(self, folder: Path) -> None:
        ending = FOLDERS[folder.name]
        for path in self._entries(folder, folder.name):
            name = f"{folder.name}/{path.name}"
            if path.suffix != ending:
                message = f"is no part of a pack: {folder.name}/ holds files that end in {ending}"
                self.problems.append(Problem(name, "file", message))
            elif not is_id(path.stem):
                message = f"{path.stem} is not in the form of an id: {ID_FORM}"
                self.problems.append(Problem(name, "file", message))
                self.unread.add(name)
            else:
                self._check_plain(path, name)

    def _entries(self, folder: Path, name: str) -> list[Path]:
        """What lies in a folder, sorted, or a problem."""
        try:
            return sorted(folder.iterdir())
        except OSError as error:
            self._refuse(name, "folder", _reason(error))
            return []

    def _check_plain(self, path: Path, name: str) -> None:
        """A pack holds its files itself: a link leads to what its digest does not cover."""
        if path.is_symlink():
            self._refuse(name, "file", "is a symbolic link: put the file itself here")
        elif not path.is_file():
            self._refuse(name, "file", "is no file, where a pack has one")

    def names(self, folder: str) -> list[str]:
        """The ids that a folder's files give, sorted, whether or not they can be read."""
        if folder in self.unread:  # no folder
            return []
        found = (self.root / folder).glob(f"*{FOLDERS[folder]}")
        return sorted(path.stem for path in found if is_id(path.stem))

    def has(self, name: str) -> bool:
        """Whether there is such a file, readable or not."""
        return (self.root / name).exists()

    def problems_in(self, names: Sequence[str]) -> bool:
        """Whether anything is wrong with these files."""
        return any(problem.file in names for problem in self.problems)

    def text(self, file: str) -> str | None:
        """A file's text, or a problem."""
        if file in self.unread:  # refused by name already
            return None
        try:
            with (self.root / file).open("rb") as opened:
                read = opened.read(MOST_BYTES + 1)
            text = read.decode("utf-8") if len(read) <= MOST_BYTES else ""
        except UnicodeDecodeError:
            self._refuse(file, "file", "is not UTF-8: save it in that encoding")
        except OSError as error:
            self._refuse(file, "file", _reason(error))
        else:
            if len(read) > MOST_BYTES:
                message = f"is larger than {MOST_BYTES:,} bytes: part it into several files"
                self._refuse(file, "file", message)
            elif text.count("\n") > MOST_LINES:
                message = f"has more than {MOST_LINES:,} lines: part it into several files"
                self._refuse(file, "file", message)
            for place, message in islice(_wrong_lines(text), MOST_PROBLEMS):
                self._refuse(file, place, message)
            return None if file in self.unread else text
        return None

    def table(self, kind: type[RecordType], file: str) -> RecordType | None:
        """A TOML file as a record; None, with problems kept, where it is none."""
        text = self.text(file)
        return None if text is None else self._record(kind, text, file, "file")

    def tables(self, kind: type[RecordType], folder: str) -> dict[str, RecordType]:
        """The TOML files of a folder that are records, by file name within the pack."""
        files = [f"{folder}/{name}.toml" for name in self.names(folder)]
        found = {file: self.table(kind, file) for file in files}
        return {file: record for file, record in found.items() if record}

    def documents(
        self, kind: type[RecordType], folder: str
    ) -> Iterator[tuple[MarkdownFile, RecordType]]:
        """The Markdown files of a folder whose front matter is a record."""
        for name in self.names(folder):
            file = f"{folder}/{name}.md"
            text = self.text(file)
            if text is None:
                continue
            try:
                head, body, line = _front_matter(text)
            except ValueError as error:
                self._refuse(file, "front matter", str(error))
                continue
            if record := self._record(kind, head, file, "front matter"):
                yield MarkdownFile(name, body, line), record

    def _record(
        self, kind: type[RecordType], text: str, file: str, place: str
    ) -> RecordType | None:
        try:
            data = load_toml(text)
            found = list(error_prone_strings(data))
        except ValueError as error:
            self._refuse(file, place, str(error))
            return None
        except RecursionError:
            self._refuse(file, place, "is nested too deep")
            return None
        for keys, message in found[:MOST_PROBLEMS]:
            self.problems.append(Problem(file, key_path(data, keys), message))
        record, problems = check_record(kind, data, file)
        self.problems += problems[:MOST_PROBLEMS]
        if (more := len(problems) - MOST_PROBLEMS) > 0:
            self.problems.append(Problem(file, place, f"holds {more} more that is wrong"))
        if problems:
            self.unread.add(file)
        return record

    def _refuse(self, file: str, place: str, message: str) -> None:
        self.problems.append(Problem(file, place, message))
        self.unread.add(file)


def _front_matter(text: str) -> tuple[str, str, int]:
    """TOML between `+++` lines, the body after it, and the body's first line; else ValueError."""
    lines = text.split("\n")
    if lines[0] != "+++" or "+++" not in lines[1:]:
        raise ValueError("does not open with front matter between two +++ lines")
    end = lines.index("+++", 1)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2


def _wrong_lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines that are too long, or hold a character that is not what it seems."""
    for at, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            yield f"line {at}", f"is longer than {LONGEST_LINE:,} characters: break it"
        else:
            for _, message in invisible(line):
                yield f"line {at}", message


def _reason(error: OSError) -> str:
    """Why a file cannot be read, such as `permission denied`."""
    return (error.strerror or "cannot be read").lower()
