"""What the phone does with an edition must not depend on the host: the same tests, from nginx."""

import gzip
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import brotli
import pytest

from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import FaultServer
from e2e.offline.nginx import Nginx
from e2e.offline.phone import Phone
from e2e.offline.test_install import (
    test_a_saved_edition_opens_every_page_with_the_server_gone as test_install_offline,
)
from e2e.offline.test_loss import (
    test_the_kill_switch_leaves_nothing_behind as test_loss_by_the_editors,
)
from e2e.offline.test_notices import (
    test_a_notice_is_shown_on_the_next_page_kept_offline_and_withdrawn_again as test_state_notice,
)
from e2e.offline.test_update import (
    test_a_form_in_use_is_never_reloaded_under_the_hand as test_update_by_consent,
)
from webref.outputs import freeze
from webref.outputs.cache import Cache

__all__ = [
    "test_install_offline",
    "test_loss_by_the_editors",
    "test_state_notice",
    "test_update_by_consent",
]


class Published(Nginx):
    """nginx over a folder whose files a test exchanges, as an editor publishes.

    Every file has its compressed copies, and what may be replaced alone has the copies that
    earlier versions of webref wrote: none of them may hold back what comes later.
    """

    def __init__(self, edition: Path, work: Path) -> None:
        served = work / "site"
        served.mkdir()
        super().__init__(served, work, {"contents": "/", "without-scripts": "/"})
        self.folder = edition

    @property
    def folder(self) -> Path:
        """What is served now."""
        return self.edition

    @folder.setter
    def folder(self, edition: Path) -> None:
        shutil.copytree(edition, self.edition, copy_function=shutil.copyfile, dirs_exist_ok=True)
        freeze.compress(self.edition, Cache(self.work / "cache"))
        for name in ("sw.js", "notices.json"):
            body = (self.edition / name).read_bytes()
            (self.edition / f"{name}.gz").write_bytes(gzip.compress(body))
            (self.edition / f"{name}.br").write_bytes(brotli.compress(body))


@pytest.fixture
def host(
    edition: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Published]:
    """nginx with edition 1, started; no Python answers."""
    work = tmp_path_factory.mktemp("nginx")
    work.chmod(0o755)
    server = Published(edition(1), work)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def phone(own_browser: OwnBrowser, host: Published) -> Phone:
    """A phone that trusts the host's certificate and has never been there."""
    own_browser.arguments.append(f"--ignore-certificate-errors-spki-list={host.fingerprint()}")
    # A phone asks its host for the address alone; which faults it can make is the tests' affair.
    return Phone(own_browser.start(), cast(FaultServer, host))
