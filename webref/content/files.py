"""The folder of a pack: its files opened, held against records, and what is not read refused."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from webref.content.checks_words import error_prone_strings
from webref.content.markdown import front_matter
from webref.content.reading import Record, check_record, is_id, key_path, load_toml
from webref.errors import Problem

Kind = TypeVar("Kind", bound=Record)

FOLDERS = {
    "facts": ".toml",
    "monograph": ".md",
    "emergency": ".md",
    "calculators": ".toml",
    "protocols": ".toml",
    "sheets": ".toml",
}


class Document(NamedTuple):
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
        for path in sorted(self.root.iterdir()):
            if path.is_dir() and path.name in FOLDERS:
                self._check_folder(path)
            elif path.name not in tables:
                self.problems.append(Problem(path.name, "file", "is no part of a pack"))

    def _check_folder(self, folder: Path) -> None:
        for path in sorted(folder.iterdir()):
            name = f"{folder.name}/{path.name}"
            if path.suffix != FOLDERS[folder.name]:
                self.problems.append(Problem(name, "file", "is no part of a pack"))
            elif not is_id(path.stem):
                message = f"{path.stem} is not in the form of an id"
                self.problems.append(Problem(name, "file", message))

    def names(self, folder: str) -> list[str]:
        """The ids of a folder's files, sorted."""
        found = (self.root / folder).glob(f"*{FOLDERS[folder]}")
        return sorted(path.stem for path in found)

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return (self.root / name).is_file()

    def text(self, file: str) -> str | None:
        """A file's text, or a problem."""
        try:
            return (self.root / file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
            self._refuse(file, "file", str(reason))
            return None

    def table(self, kind: type[Kind], file: str) -> Kind | None:
        """A TOML file as a record; None, with problems kept, where it is none."""
        text = self.text(file)
        return None if text is None else self._record(kind, text, file, "file")

    def tables(self, kind: type[Kind], folder: str) -> dict[str, Kind]:
        """The TOML files of a folder that are records, by file name within the pack."""
        files = [f"{folder}/{name}.toml" for name in self.names(folder)]
        found = {file: self.table(kind, file) for file in files}
        return {file: record for file, record in found.items() if record}

    def documents(self, kind: type[Kind], folder: str) -> Iterator[tuple[Document, Kind]]:
        """The Markdown files of a folder whose front matter is a record."""
        for name in self.names(folder):
            file = f"{folder}/{name}.md"
            text = self.text(file)
            if text is None:
                continue
            try:
                head, body, line = front_matter(text)
            except ValueError as error:
                self._refuse(file, "front matter", str(error))
                continue
            if record := self._record(kind, head, file, "front matter"):
                yield Document(name, body, line), record

    def _record(self, kind: type[Kind], text: str, file: str, place: str) -> Kind | None:
        try:
            data = load_toml(text)
        except ValueError as error:
            self._refuse(file, place, str(error))
            return None
        for keys, message in error_prone_strings(data):
            self.problems.append(Problem(file, key_path(data, keys), message))
        record, problems = check_record(kind, data, file)
        self.problems += problems
        if problems:
            self.unread.add(file)
        return record

    def _refuse(self, file: str, place: str, message: str) -> None:
        self.problems.append(Problem(file, place, message))
        self.unread.add(file)
