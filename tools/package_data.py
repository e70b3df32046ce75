"""Puts the content, static and templates folders of the checkout into a wheel."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("content", "static", "templates")


class PackageData(BuildHookInterface[Any]):
    """A build hook: a wheel carries the folders as `webref/data/`, an editable install does not."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to a standard wheel; an editable install reads the checkout itself."""
        if version == "standard":
            build_data["force_include"].update({name: f"webref/data/{name}" for name in FOLDERS})
