"""A form is filled in from above: no entry is cleared by one that stands below it."""

import re

import pytest

from webref.dosing.spec import Calculator


def places(client, url):
    """The entries of a calculator's form in the order in which they stand."""
    return re.findall(r'data-input="([a-z_0-9]+)"', client.get(url).get_data(as_text=True))


@pytest.fixture(scope="module")
def calculators(site):
    return [page for page in site.pages() if isinstance(page.item, Calculator)]


def test_what_an_entry_hangs_on_stands_above_it(client, calculators):
    wrong = []
    for page in calculators:
        order = places(client, page.url)
        for item in page.item.inputs:
            above = order[: order.index(item.id)]
            wrong += [
                f"{page.id}: {item.id} above {name}"
                for name in item.depends
                if name in order and name not in above
            ]
    assert calculators and wrong == []
