"""The configuration with which plain nginx serves an edition, no Python running."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from webref.content.site import address
from webref.outputs.folder import NEVER_COMPRESSED, NOTICES, SIGNATURES, below
from webref.outputs.freeze import COMPRESSIBLE
from webref.outputs.headers import CACHE, TYPES, answer_headers, content_type

_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.(?!-)[A-Za-z0-9-]{1,63})*")


@dataclass(frozen=True)
class Host:
    """Where an edition is served: its name, its certificate, the port for TLS and the plain one."""

    name: str
    certificate: Path
    key: Path
    port: int = 443
    plain_port: int = 80

    @classmethod
    def debian(cls, name: str) -> "Host":
        """A host whose certificate lies where Debian's certbot puts it.

        ValueError for what is no host name in ASCII, such as one with a port or a scheme.
        """
        if not _HOST.fullmatch(name):
            raise ValueError(f"{name} is no host name: write it as in drug.example.org")
        live = Path("/etc/letsencrypt/live") / name
        return cls(name, live / "fullchain.pem", live / "privkey.pem")


SITE = """\
# Written by webref; goes to /etc/nginx/sites-enabled/.
# The log keeps no query: it could hold what somebody typed.
log_format webref '$remote_addr [$time_iso8601] $request_method $uri $status $body_bytes_sent';

# Debian's nginx has no module for brotli, so the copies are chosen by hand.
map $http_accept_encoding $webref_copy {{
    "~*\\bbr\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))" ".br";
}}
# The address as it was sent, without its query: decoded, it could hold the end of a line.
map $request_uri $webref_address {{
    "~^(?<webref_path>/[^?]*)" $webref_path;
    default /;
}}
map $uri $webref_encoding {{
    "~\\.br$" br;
}}
{kept}
server {{
    listen {plain_port};
    listen [::]:{plain_port};
    server_name {name};
    access_log /var/log/nginx/webref.log webref;
    error_log /var/log/nginx/webref-error.log crit;
    server_tokens off;
{plain_headers}
    return 301 https://{name}{shown_port}$webref_address;
}}

server {{
    listen {port} ssl http2;
    listen [::]:{port} ssl http2;
    server_name {name};
    ssl_certificate {certificate};
    ssl_certificate_key {key};
    ssl_protocols TLSv1.2 TLSv1.3;
    server_tokens off;
    access_log /var/log/nginx/webref.log webref;
    error_log /var/log/nginx/webref-error.log crit;

    root "{folder}";
    index index.html;
    absolute_redirect off;
    gzip_static on;
    add_header Vary "Accept-Encoding" always;
    error_page 404 {contents};
    add_header Content-Encoding $webref_encoding always;
{headers}
    types {{
{types}
    }}
    default_type application/octet-stream;

{alone}{copies}{answers}}}
"""

# What only webref's own server answers, a static host explains.
EXPLAINED = """\
    location = /search {{
        try_files {contents}index.html =404;
    }}
    location ~ /(result|worksheet\\.pdf)$ {{
        types {{ }}
        default_type "{html}";
        try_files {without_scripts}index.html =404;
    }}
    location = /healthz {{
        types {{ }}
        default_type "{json}";
        try_files /edition.json =404;
    }}
"""

# The same from `webref serve`. Its headers are hidden and nginx's sent, so that each stands once
# and on the server's own refusals too; only how long an answer may be kept is the server's to say.
LIVE = """\
    location ~ ^/([a-z0-9-]+/)?search$|^/healthz$|/(result|worksheet\\.pdf)$ {{
        proxy_pass http://127.0.0.1:{port};
        proxy_set_header Host $http_host;
{hidden}
        error_page 502 504 {without_scripts};
    }}
"""
KEPT = """\
map "$upstream_status:$upstream_http_cache_control" $webref_kept {{
    ":" "{kept}";
    "~^[^:]*:$" "no-store";
    "~^[^:]*:(?<webref_said>.+)$" $webref_said;
}}
"""

# Files of one media type, from their brotli copies where the browser takes them.
COPIES = """\
    location ~ {place} {{
        types {{ }}
        default_type "{media}";
        try_files {file}$webref_copy {file} =404;
    }}
"""


# A file that is replaced without the others: never from a copy that could be an older one.
ALONE = """\
    location = {url} {{
        gzip_static off;
        types {{ }}
        default_type "{media}";
        try_files {url} =404;
    }}
"""


# The same of a pack of a library, before what holds everywhere.
PACK = """\
    location = {search} {{
        try_files {contents}index.html =404;
    }}
    location ~ ^{base}.*/(result|worksheet\\.pdf)$ {{
        types {{ }}
        default_type "{html}";
        try_files {without_scripts}index.html =404;
    }}
"""


def nginx_site(
    folder: Path,
    host: Host,
    pages: Mapping[str, str],
    serve: int = 0,
    packs: Sequence[str] = (),
) -> str:
    """The text of a site for nginx that serves the edition in `folder` at a host.

    Live answers come from `webref serve` on the port `serve` of the same machine. Without one,
    `pages` holds the addresses of the pages that stand in for them: `contents` for the search,
    `without-scripts` for a calculator's result. `packs` are the ids of the packs of a library,
    which have such pages each.
    """
    lone = sorted(NEVER_COMPRESSED - {SIGNATURES} if packs else NEVER_COMPRESSED)
    once_each = sorted(NEVER_COMPRESSED - {NOTICES})  # a library has one list of recalls
    lone += [below(f"/{pack}/", url) for pack in packs for url in once_each]
    table = dict(_headers())
    kept = table[CACHE[0]]
    if serve:
        table[CACHE[0]] = "$webref_kept"
    copies = (
        COPIES.format(place=rf"\.{ending}$", media=TYPES[ending], file="$uri")
        for ending in (name.removeprefix(".") for name in COMPRESSIBLE)
    )
    pages_first = COPIES.format(place="/$", media=TYPES["html"], file="${uri}index.html")
    types = (f'        "{media}" {ending};' for ending, media in TYPES.items())
    of_packs = (
        PACK.format(base=f"/{pack}/", html=TYPES["html"], **_stand_ins(pack)) for pack in packs
    )
    answers = ("" if serve else "".join(of_packs)) + (LIVE if serve else EXPLAINED).format(
        contents=pages["contents"],
        without_scripts=pages["without-scripts"],
        html=TYPES["html"],
        json=TYPES["json"],
        port=serve,
        hidden="\n".join(f"        proxy_hide_header {name};" for name in table),
    )
    return SITE.format(
        name=host.name,
        certificate=host.certificate,
        key=host.key,
        port=host.port,
        plain_port=host.plain_port,
        shown_port="" if host.port == 443 else f":{host.port}",
        folder=_quotable(str(folder.absolute())),
        plain_headers=_added(answer_headers()),
        contents=pages["contents"],
        kept=KEPT.format(kept=kept) if serve else "",
        headers=_added(table),
        types="\n".join(types),
        alone="".join(ALONE.format(url=url, media=content_type(url)) for url in lone),
        copies=pages_first + "".join(copies),
        answers=answers,
    )


def _added(table: Mapping[str, str]) -> str:
    return "\n".join(f'    add_header {name} "{value}" always;' for name, value in table.items())


def _stand_ins(pack: str) -> dict[str, str]:
    return {
        "search": address(pack, "search", f"/{pack}/"),
        "contents": address(pack, "contents"),
        "without_scripts": address(pack, "without-scripts"),
    }


def _headers() -> list[tuple[str, str]]:
    """The table's headers, TLS promised; one that would end nginx's string is refused."""
    headers = list(answer_headers(tls=True).items())
    for name, value in headers:
        _quotable(value, name)
    return headers


def _quotable(text: str, name: str = "the folder") -> str:
    """The same text, which nginx can hold between quotes; else a ValueError."""
    if any(sign in text for sign in '"$\\\n\r'):
        raise ValueError(f"{name}: nginx cannot quote {text}")
    return text
