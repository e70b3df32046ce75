"""More of what the phone does with an edition, the same from nginx: by night."""

import pytest

from e2e.offline.test_install import (
    test_the_page_of_the_first_visit_gets_later_files_from_the_phone as test_install_first_page,
)
from e2e.offline.test_loss import (
    test_a_reader_can_remove_the_edition_and_save_it_again as test_loss_by_the_reader,
)
from e2e.offline.test_loss import (
    test_a_spoilt_file_is_found_and_replaced_by_checking as test_loss_of_bytes,
)
from e2e.offline.test_loss import (
    test_caches_deleted_behind_the_worker_are_admitted_offline_and_filled_again_online as test_loss,
)
from e2e.offline.test_loss import (
    test_caches_deleted_while_the_server_moved_on_end_in_one_new_edition as test_loss_and_update,
)
from e2e.offline.test_nginx import host, phone
from e2e.offline.test_update import (
    test_a_rollback_is_an_update_to_an_earlier_edition as test_update_back,
)
from e2e.offline.test_update import (
    test_a_window_left_open_on_the_first_of_three_editions_keeps_its_own_files as test_update_twice,
)
from e2e.offline.test_update import (
    test_an_update_is_found_and_offered_without_being_asked_for as test_update_offered,
)

__all__ = [
    "host",
    "phone",
    "test_install_first_page",
    "test_loss",
    "test_loss_and_update",
    "test_loss_by_the_reader",
    "test_loss_of_bytes",
    "test_update_back",
    "test_update_offered",
    "test_update_twice",
]

pytestmark = pytest.mark.nightly
