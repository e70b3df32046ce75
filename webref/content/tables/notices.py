"""notices.toml: recalls and notes, in the form that a phone asks for."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from webref.content.pack.people import SEQUENCE_MOST
from webref.content.prose.builder import Builder
from webref.content.reading.records import Id, Record
from webref.content.table import RowFile

# What a phone takes for a notice; static/offline/notices.js holds the same.
NOTICE_SUBJECT = (
    "|(monograph|calculators|protocols|emergency)/[a-z0-9-]{1,60}|edition/[0-9a-f]{7,64}"
)


NOTICE_TEXT = "[^<>]{1,600}"


NOTICES_MOST = 50


class NoticeRecord(Record):
    """A row of notices.toml, in the form that static/offline/notices.js asks for.

    A phone ignores a whole file with one row of another form, and no recall would reach it.
    """

    id: Annotated[Id, Field(max_length=60)]
    date: datetime.date
    level: Literal["info", "withdrawn"]
    subject: str
    text: str

    @field_validator("subject")
    @classmethod
    def _subject(cls, subject: str) -> str:
        if not re.fullmatch(NOTICE_SUBJECT, subject):
            raise ValueError("no page that can be recalled, nor edition/ and 7 figures or more")
        return subject

    @field_validator("text")
    @classmethod
    def _text(cls, text: str) -> str:
        # A phone counts as JavaScript does: a character beyond the first 65,536 counts twice.
        if not re.fullmatch(NOTICE_TEXT, text) or len(text.encode("utf-16-le")) > 1200:
            raise ValueError("write 1 to 600 characters without < and >")
        return text

    @model_validator(mode="after")
    def _withdraws_something(self) -> "NoticeRecord":
        if self.level == "withdrawn" and not self.subject:
            raise ValueError("a withdrawn notice names its subject")
        return self


class NoticesRecord(Record):
    """Recalls."""

    # Once published the file stays, since a list with a lower number lifts no recall.
    sequence: Annotated[int, Field(ge=1, le=SEQUENCE_MOST)]
    issued: datetime.date
    until: datetime.date
    signature: str | None = None
    notice: list[NoticeRecord] = Field(default_factory=list, max_length=NOTICES_MOST)

    @field_validator("signature")
    @classmethod
    def _signature(cls, signature: str | None) -> str | None:
        if signature is not None and not re.fullmatch("[0-9a-f]{128}", signature):
            raise ValueError("is none: `webref sign-notices` writes it")
        return signature

    @model_validator(mode="after")
    def _in_order(self) -> "NoticesRecord":
        if self.until <= self.issued:
            raise ValueError("until is the last day the list holds for, so it comes after issued")
        late = [row.id for row in self.notice if row.date > self.issued]
        if late:
            raise ValueError(f"issued before its notice {late[0]}: write the day of this list")
        return self


@dataclass(frozen=True)
class Notice:
    """A recall. level: info or withdrawn; subject: a page id, `edition/<hash>`, or empty."""

    id: str
    date: datetime.date
    level: str
    subject: str
    text: str


@dataclass(frozen=True)
class NoticeList:
    """The notices in force. `sequence` rises with every change; after `until` a new list is due.

    `signature` is that of the pack's recall key, empty where nobody signed.
    """

    sequence: int
    issued: datetime.date
    until: datetime.date
    notices: tuple[Notice, ...] = ()
    signature: str = ""


def build_notices(record: NoticesRecord, _: Builder) -> NoticeList:
    """notices.toml."""
    notices = tuple(Notice(**row.model_dump()) for row in record.notice)
    signature = record.signature or ""
    return NoticeList(record.sequence, record.issued, record.until, notices, signature)


def _links(listed: NoticeList) -> Iterator[tuple[str, str]]:
    for notice in listed.notices:
        if notice.subject and not notice.subject.startswith("edition/"):
            yield f"notice[{notice.id}].subject", notice.subject


ROWS = RowFile(
    file="notices.toml",
    record=NoticesRecord,
    build=build_notices,
    absent=lambda pack: NoticeList(0, pack.date, pack.review_by),
    ids=lambda listed: (("notice", notice.id) for notice in listed.notices),
    links=_links,
)
