"""What puts the site on the home screen of a phone."""

from collections.abc import Mapping, Sequence

from webref.content.site import Site
from webref.dosing.present import Context


def web_manifest(site: Site) -> Context:
    """The manifest by which a phone puts the site on its home screen."""
    shortcuts = [
        {"name": card.title, "short_name": card.short, "url": site.url(f"emergency/{card.id}")}
        for card in site.cards.values()
    ]
    pack = site.pack
    return app_manifest(pack.title, pack.summary, pack.language, site.base, shortcuts)


def app_manifest(
    title: str, about: str, language: str, base: str, shortcuts: Sequence[Mapping[str, str]]
) -> Context:
    """The same of anything that stands at an address and below."""
    folder = f"{base}static/icons/"
    icons = [
        {"src": f"{folder}icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    mask = {**icons[1], "src": f"{folder}maskable-512.png", "purpose": "maskable"}
    return {
        "name": title,
        "short_name": title,
        "description": about,
        "lang": language,
        "id": base,
        "start_url": base,
        "scope": base,
        "display": "standalone",
        "background_color": "#eef1f2",
        "theme_color": "#eef1f2",
        "icons": [*icons, mask],
        "shortcuts": list(shortcuts),
    }
