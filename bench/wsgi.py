"""The application of `webref serve` for servers that load it by name, from WEBREF_EDITION."""

import datetime
import json
import os
from pathlib import Path

from webref.cli.packs import find_root
from webref.content.load import load_site
from webref.outputs.folder import pack_in
from webref.web.app import create_app

_root = find_root()
_built = Path(os.environ["WEBREF_EDITION"]).resolve()
_pack = _root / "content" / pack_in(_built)
application = create_app(
    load_site(_pack, datetime.date.today()),
    _root,
    built=_built,
    edition=json.loads((_built / "edition.json").read_text("utf-8"))["edition"],
)
