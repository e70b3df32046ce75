"""The site of the pack in the checkout, and an application that answers for it."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.packs import shipped
from tests.web.reading import parse
from webref.content.site import Site
from webref.web.app import create_app

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site() -> Site:
    return shipped()


@pytest.fixture(scope="session")
def app(site: Site) -> Flask:
    return create_app(site, ROOT, edition="3f9a1c2d" * 8)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def pages(app: Flask, site: Site) -> dict[str, str]:
    """The HTML of every page by its address."""
    client = app.test_client()
    found = {}
    for page in site.pages():
        answer = client.get(page.url)
        assert answer.status_code == 200, page.id
        found[page.url] = answer.text
    return found


@pytest.fixture(scope="session")
def documents(pages: dict[str, str]) -> dict[str, Element]:
    """Every page by its address, parsed strictly."""
    return {url: parse(html) for url, html in pages.items()}
