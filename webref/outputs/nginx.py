"""The configuration with which plain nginx serves an edition, no Python running."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from webref.outputs.folder import NEVER_COMPRESSED
from webref.outputs.freeze import COMPRESSIBLE
from webref.outputs.headers import TYPES, answer_headers, content_type

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

{alone}{copies}    # What only webref's own server answers, a static host explains.
    location = /search {{
        try_files {contents}index.html =404;
    }}
    location ~ /(result|worksheet\\.pdf)$ {{
        types {{ }}
        default_type "{html}";
        try_files {without_scripts}index.html =404;
    }}
    location = /healthz {{
        default_type "{json}";
        return 200 '{{"edition":"{edition}"}}\\n';
    }}
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


def nginx_site(folder: Path, host: Host, edition: str, pages: Mapping[str, str]) -> str:
    """The text of a site for nginx that serves the edition in `folder` at a host.

    `pages` holds the addresses of the pages that stand in for live answers:
    `contents` for the search, `without-scripts` for a calculator's result.
    """
    headers = (f'    add_header {name} "{value}" always;' for name, value in _headers())
    copies = (
        COPIES.format(place=rf"\.{ending}$", media=TYPES[ending], file="$uri")
        for ending in (name.removeprefix(".") for name in COMPRESSIBLE)
    )
    pages_first = COPIES.format(place="/$", media=TYPES["html"], file="${uri}index.html")
    types = (f'        "{media}" {ending};' for ending, media in TYPES.items())
    return SITE.format(
        name=host.name,
        certificate=host.certificate,
        key=host.key,
        port=host.port,
        plain_port=host.plain_port,
        shown_port="" if host.port == 443 else f":{host.port}",
        folder=_quotable(str(folder.resolve())),
        plain_headers="\n".join(
            f'    add_header {name} "{value}" always;' for name, value in answer_headers().items()
        ),
        contents=pages["contents"],
        without_scripts=pages["without-scripts"],
        edition=edition,
        headers="\n".join(headers),
        types="\n".join(types),
        alone="".join(
            ALONE.format(url=url, media=content_type(url)) for url in sorted(NEVER_COMPRESSED)
        ),
        copies=pages_first + "".join(copies),
        html=TYPES["html"],
        json=TYPES["json"],
    )


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
