"""Clinicians' questions (search_questions.toml), and whether an answer of the search fits."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

QUESTIONS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("search_questions.toml").read_text("utf-8")
)["question"]


def leads_to(url: str, page: str, pack: str) -> bool:
    """Whether an address lies on a page, at any place of it or under any label."""
    return re.match(rf"/{pack}/{page}/", url) is not None or url == f"/{page}/"


def is_answered(question: Mapping[str, Any], said: str, urls: Sequence[str], pack: str) -> bool:
    """Whether what was said and the addresses of the hits, in their order, are as asked for."""
    if question.get("lacking"):
        return not urls and said == lacking(question["ask"])
    first = question.get("first")
    pages, seen = (first, urls[:1]) if first else (question["within_three"], urls[:3])
    return any(leads_to(url, page, pack) for url in seen for page in pages)


def lacking(words: str) -> str:
    return f"The sources of this reference do not speak of “{words}”."
