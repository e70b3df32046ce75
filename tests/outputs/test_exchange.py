"""A folder is exchanged whole: what stood there stands until the new one does."""

import multiprocessing

import pytest

from webref.outputs import exchange
from webref.outputs.exchange import Bench


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path / "site")


def made(bench, text):
    """Make the next content and publish it."""
    with bench.held(lambda: None):
        bench.next.mkdir(parents=True, exist_ok=True)
        (bench.next / "page").write_text(text)
        bench.publish()


@pytest.fixture(params=["in one step", "by two renames"])
def way(request, monkeypatch):
    if request.param == "by two renames":
        monkeypatch.setattr(exchange, "exchange", lambda one, other: False)


@pytest.mark.usefixtures("way")
def test_the_new_content_stands_and_the_last_one_is_kept(bench):
    for text in ("1", "2", "3"):
        made(bench, text)
    assert (bench.folder / "page").read_text() == "3"
    assert (bench.last / "page").read_text() == "2"
    assert not bench.next.exists()


@pytest.mark.usefixtures("way")
def test_going_back_exchanges_the_two_and_forth_again(bench):
    made(bench, "1")
    made(bench, "2")
    for text in ("1", "2"):
        with bench.held(lambda: None):
            bench.go_back()
        assert (bench.folder / "page").read_text() == text


def test_there_is_nothing_to_go_back_to_after_one_build(bench):
    made(bench, "1")
    with bench.held(lambda: None), pytest.raises(OSError, match="no earlier edition of"):
        bench.go_back()


def test_the_exchange_is_one_step_on_this_machine(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange.exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one/other").exists()
    assert (tmp_path / "other/one").exists()


def test_what_is_not_there_is_no_lack_of_the_file_system(tmp_path):
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange.exchange(tmp_path / "one", tmp_path / "missing")


def test_an_exchange_cut_between_its_two_renames_is_undone(bench):
    made(bench, "1")
    bench.folder.rename(bench.last)
    with bench.held(lambda: None):
        assert (bench.folder / "page").read_text() == "1"


def test_an_empty_folder_is_taken(bench):
    bench.folder.mkdir()
    made(bench, "1")
    assert (bench.folder / "page").read_text() == "1"


def hold(folder, inside, leave):
    with Bench(folder).held(lambda: None):
        inside.set()
        leave.wait(30)


def test_a_second_build_says_that_it_waits_and_follows_the_first(bench):
    context = multiprocessing.get_context("spawn")
    inside, leave = context.Event(), context.Event()
    first = context.Process(target=hold, args=(bench.folder, inside, leave))
    first.start()
    assert inside.wait(30)
    said = []

    def wait():
        said.append("waits")
        leave.set()

    with bench.held(wait):
        first.join(30)
        assert said == ["waits"]


def test_a_killed_build_lets_go(bench):
    context = multiprocessing.get_context("spawn")
    inside, leave = context.Event(), context.Event()
    first = context.Process(target=hold, args=(bench.folder, inside, leave))
    first.start()
    assert inside.wait(30)
    first.kill()
    first.join(30)
    with bench.held(lambda: pytest.fail("it was still held")):
        pass
