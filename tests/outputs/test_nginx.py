"""The site for nginx: headers and types of the table, no query in its log, no live answer."""

import re
from pathlib import Path

import pytest

from webref.outputs import nginx
from webref.outputs.headers import TYPES, answer_headers
from webref.outputs.nginx import Host, nginx_site

SCRIPTS = ("sw.js", "sw-kill.js")
PAGES = {"contents": "/drug/contents/", "without-scripts": "/drug/without-scripts/"}


@pytest.fixture
def site(tmp_path: Path) -> str:
    return nginx_site(tmp_path, Host.debian("ref.example.org"), PAGES)


def test_every_header_of_the_table_is_sent_once_and_always(site: str) -> None:
    plain, encrypted = (
        re.findall(r'^    add_header (\S+) "(.*)" always;$', part, re.MULTILINE)
        for part in site.split("ssl_certificate_key")
    )
    assert encrypted == [("Vary", "Accept-Encoding"), *answer_headers(tls=True).items()]
    assert plain == list(answer_headers().items())  # TLS is not promised over plain HTTP


def test_no_place_has_headers_of_its_own_which_would_drop_the_others(site: str) -> None:
    assert "add_header" not in site.split("    location ", 1)[1]


def test_every_media_type_of_the_table_is_named(site: str) -> None:
    assert dict(re.findall(r'^        "(.*)" (\w+);$', site, re.MULTILINE)) == {
        media: ending for ending, media in TYPES.items()
    }


def test_the_log_names_neither_query_nor_referrer(site: str) -> None:
    (form,) = re.findall(r"^log_format .*$", site, re.MULTILINE)
    assert not re.search(r"\$(request\b|request_uri|args|query_string|http_referer)", form)
    assert set(re.findall(r"access_log .*;", site)) == {
        "access_log /var/log/nginx/webref.log webref;"
    }
    assert set(re.findall(r"error_log .* (\w+);", site)) == {"crit"}


def test_a_redirect_to_tls_does_not_repeat_the_query(site: str) -> None:
    assert "return 301 https://ref.example.org$webref_address;" in site
    assert '"~^(?<webref_path>/[^?]*)" $webref_path;' in site


def test_no_decoded_address_stands_in_an_answer(site: str) -> None:
    """What `$uri` holds is decoded, and could hold the end of a line and a header of its own."""
    assert not re.search(r"(return|add_header|rewrite).*\$(uri|document_uri|args)\b", site)


@pytest.mark.parametrize("name", ["a.org;", "a b", "https://a.org", "a.org:80", "-a", ""])
def test_what_is_no_host_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no host name"):
        Host.debian(name)


@pytest.mark.parametrize("folder", ["a$b", 'a"b', "a\\b"])
def test_a_folder_that_nginx_would_read_otherwise_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ValueError, match="cannot quote"):
        nginx_site(tmp_path / folder, Host.debian("ref.example.org"), PAGES)


def test_a_folder_may_hold_blanks_and_stops(tmp_path: Path) -> None:
    found = nginx_site(tmp_path / "a b;c", Host.debian("ref.example.org"), PAGES)
    assert f'root "{tmp_path.resolve()}/a b;c";' in found


@pytest.mark.parametrize(
    ("sent", "copy"),
    [
        ("gzip, br", True), ("br;q=0.5", True), ("br", True), ("BR", True),
        ("br;q=0", False), ("gzip, br; q=0.0", False), ("br;q=0, gzip", False), ("gzip", False),
        ("brotli", False), ("", False),
    ],
)  # fmt: skip
def test_brotli_is_sent_where_it_is_taken(site: str, sent: str, copy: bool) -> None:
    (form,) = re.findall(r'^    "~\*(.*)" "\.br";$', site, re.MULTILINE)
    assert bool(re.search(form, sent, re.IGNORECASE)) == copy


def test_a_port_other_than_that_of_tls_stands_in_the_redirect(tmp_path: Path) -> None:
    host = Host("ref.example.org", Path("/c"), Path("/k"), port=8443, plain_port=8080)
    assert "https://ref.example.org:8443$webref_address" in nginx_site(tmp_path, host, PAGES)


def test_live_answers_are_explained_by_pages_of_the_edition(site: str) -> None:
    assert "try_files /drug/contents/index.html =404;" in site
    assert "try_files /drug/without-scripts/index.html =404;" in site
    _, _, health = site.partition("    location = /healthz {")
    assert "try_files /edition.json =404;" in health.partition("location")[0]


def test_a_header_that_would_end_nginx_own_string_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nginx, "answer_headers", lambda *, tls: {"X-Quoted": 'a "word"'})
    with pytest.raises(ValueError, match="X-Quoted"):
        nginx_site(tmp_path, Host.debian("ref.example.org"), PAGES)


@pytest.mark.parametrize("url", ["/sw.js", "/sw-kill.js", "/notices.json", "/signatures.json"])
def test_what_is_replaced_alone_is_never_sent_from_a_copy(site: str, url: str) -> None:
    _, _, place = site.partition(f"    location = {url} {{")
    place = place.partition("}\n    ")[0] + place.partition("}\n    ")[2].partition("    }")[0]
    assert "gzip_static off;" in place
    assert f"try_files {url} =404;" in place
    assert "webref_copy" not in place


def test_each_pack_of_a_library_has_its_worker_and_what_stands_for_its_live_answers(
    tmp_path: Path,
) -> None:
    home = {"contents": "/", "without-scripts": "/"}
    host = Host.debian("ref.example.org")
    site = nginx_site(tmp_path, host, home, packs=("first", "second"))
    alone = re.findall(r"location = (\S+) \{\n        gzip_static off;", site)
    workers = {f"{base}{name}" for base in ("/", "/first/", "/second/") for name in SCRIPTS}
    signed = {"/first/signatures.json", "/second/signatures.json"}
    assert set(alone) == workers | signed | {"/notices.json"}
    for pack in ("first", "second"):
        assert f"location = /{pack}/search {{\n        try_files /{pack}/contents/index" in site
        assert site.index(f"location ~ ^/{pack}/.*/(result") < site.index("location ~ /(result")
        assert f"try_files /{pack}/without-scripts/index.html =404;" in site
