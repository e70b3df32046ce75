"""The vendored scripts as an npm project of nothing else, so that npm can be asked about them.

    python -m tools.vendored FOLDER

It holds the very versions that readers are sent; nothing of it is used but its `package.json`.
"""

import json
import sys
from pathlib import Path

from tools.sbom import vendored


def main(folder: str) -> None:
    """Write `package.json` to the folder."""
    versions = {library["name"]: library["version"] for library in vendored()}
    project = {"private": True, "license": "MIT", "dependencies": versions}
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / "package.json").write_text(json.dumps(project, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
