"""What a page says to those who hear it, or read it through a translator."""

from tests.web.reading import elements, parse, words


def test_every_list_is_heard_as_one_and_no_figure_is_translated(pages):
    def rule(document):
        lists = [*elements(document, "ul"), *elements(document, "ol")]
        unheard = [words(one)[:40] for one in lists if one.get("role") != "list"]
        named = [one for name in ("span", "abbr") for one in elements(document, name)]
        kept = {"quantity", "tag", "unit-only"}
        open_ = [
            words(one)
            for one in named
            if kept & set((one.get("class") or "").split()) and one.get("translate") != "no"
        ]
        return unheard + open_

    shown = {url: html for url, html in pages.items() if url != "/offline/"}  # counts of files
    assert not {url: found for url, html in shown.items() if (found := rule(parse(html)))}
