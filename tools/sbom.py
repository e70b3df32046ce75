"""The bill of materials: what the environment holds, with the scripts that readers are sent.

    python -m tools.sbom ENVIRONMENT.json OUT.json

The first file is what `cyclonedx-py environment` writes; the vendored scripts are added to it.
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

VENDORED = Path(__file__).parents[1] / "static/vendor/VENDORED.toml"


def vendored() -> list[dict[str, Any]]:
    """The vendored scripts as CycloneDX components."""
    libraries = tomllib.loads(VENDORED.read_text("utf-8"))["library"]
    return [
        {
            "type": "library",
            "bom-ref": library["package"],
            "name": library["name"],
            "version": library["version"],
            "purl": f"pkg:npm/{library['name']}@{library['version']}",
            "licenses": [{"license": {"id": library["licence"]}}],
            "hashes": [{"alg": "SHA-256", "content": library["sha256"]}],
        }
        for library in libraries
    ]


def main(environment: str, out: str) -> None:
    """Write the whole bill; KeyError where the first file is none."""
    bill = json.loads(Path(environment).read_text("utf-8"))
    bill["components"] += vendored()
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    Path(out).write_text(json.dumps(bill, indent=1) + "\n", "utf-8")
    print(f"{len(bill['components'])} components in {out}")


if __name__ == "__main__":
    main(*sys.argv[1:])
