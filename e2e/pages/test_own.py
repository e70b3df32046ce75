"""What a reader keeps and chooses on this device: My list, choosers, columns to compare."""

from playwright.sync_api import Page, expect

from e2e.access.boxes import box_of

# How much has moved since the page was opened, as browsers count it.
SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) sum += shift.hadRecentInput ? 0 : shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""
SECTION = "/baclofen/monograph/screening/"
CALCULATOR = "/baclofen/calculators/dilution/"


def pin(page: Page, site_url: str, *paths: str) -> None:
    for path in paths:
        page.goto(site_url + path)
        page.locator(".pin").click()
        expect(page.locator(".pin")).to_have_attribute("aria-pressed", "true")


def expect_titles(page: Page, *titles: str) -> None:
    expect(page.locator("#list a")).to_have_text(titles)


def test_a_pinned_page_is_on_the_list_and_on_home(page: Page, site_url: str) -> None:
    pin(page, site_url, SECTION, CALCULATOR)
    page.goto(f"{site_url}/baclofen/list/")
    expect_titles(page, "Screening test dose", "Dilution")
    page.goto(site_url)
    first = page.locator("#pinned li").first
    expect(first).to_contain_text("Screening test dose on My list")
    cards, row = box_of(page.locator(".emergency")), box_of(page.locator("#pinned"))
    search = box_of(page.locator("#search"))
    assert cards["y"] + cards["height"] <= row["y"] + 8
    assert row["y"] + row["height"] <= search["y"]
    assert page.evaluate(SHIFTED) == 0  # its room is kept before scripts have filled it


def test_home_has_no_row_before_a_page_was_opened(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(page.locator("#search[data-answering]")).to_be_attached()
    expect(page.locator("#pinned")).to_be_hidden()


def test_a_slash_leads_to_the_search_box(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(page.locator("#search[data-answering]")).to_be_attached()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_have_value("/")  # in a field it is a character


def test_the_slash_is_turned_off_and_on_again_with_the_focus_kept(
    page: Page, site_url: str
) -> None:
    for turned, said, leads in (("off", "is off", 0), ("on", "leads to search", 1)):
        page.goto(f"{site_url}/offline/")
        page.get_by_role("button", name=f"Turn the key / {turned}").press("Enter")
        expect(page.locator("[data-done]")).to_contain_text(f"The key / {said}")
        expect(page.locator("[data-done]")).to_be_focused()
        page.goto(site_url)
        expect(page.locator("#search[data-answering]")).to_be_attached()
        page.keyboard.press("/")
        expect(page.locator("#q:focus")).to_have_count(leads)


def test_the_list_is_reordered_by_keys_with_focus_kept_and_said(page: Page, site_url: str) -> None:
    pin(page, site_url, SECTION, CALCULATOR)
    page.goto(f"{site_url}/baclofen/list/")
    page.get_by_role("button", name="Move Dilution up").press("Enter")
    expect_titles(page, "Dilution", "Screening test dose")
    expect(page.locator("#list-said")).to_have_text("Dilution is now 1 of 2.")
    expect(page.locator("#list li").first.locator("button:focus")).to_have_count(1)
    page.reload()
    expect_titles(page, "Dilution", "Screening test dose")


def test_a_page_is_unpinned_where_it_was_pinned_and_from_the_list(
    page: Page, site_url: str
) -> None:
    pin(page, site_url, SECTION, CALCULATOR)
    page.locator(".pin").click()
    page.goto(f"{site_url}/baclofen/list/")
    expect_titles(page, "Screening test dose")
    page.get_by_role("button", name="Remove Screening test dose").click()
    expect(page.locator("#list-empty")).to_be_visible()


def test_focus_stays_on_the_list_when_something_goes(page: Page, site_url: str) -> None:
    pin(page, site_url, SECTION, CALCULATOR)
    page.goto(f"{site_url}/baclofen/list/")
    page.get_by_role("button", name="Remove Screening test dose").press("Enter")
    expect(page.get_by_role("button", name="Remove Dilution")).to_be_focused()
    page.get_by_role("button", name="Forget these").press("Enter")
    expect(page.get_by_role("link", name="Dilution")).to_be_focused()
    page.get_by_role("button", name="Remove all").press("Enter")
    expect(page.locator("#list-empty")).to_be_focused()


def test_the_list_is_saved_as_text(page: Page, site_url: str) -> None:
    pin(page, site_url, SECTION)
    page.goto(f"{site_url}/baclofen/list/")
    with page.expect_download() as download:
        page.locator("[data-action=save]").click()
    line = f"Baclofen, Screening test dose: {site_url}{SECTION}\n"
    assert download.value.path().read_text("utf-8") == line


def test_pages_opened_lately_are_forgotten_when_asked(page: Page, site_url: str) -> None:
    page.goto(site_url + SECTION)
    page.goto(f"{site_url}/baclofen/list/")
    expect(page.locator("#recent-keys a")).to_have_count(1)
    page.locator("[data-action=forget]").click()
    expect(page.locator("#recent")).to_be_hidden()


def test_a_spoilt_list_is_ignored(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate(
        """() => { localStorage.setItem("webref-recent", "{");
          localStorage.setItem("webref-pins",
            '[{"id": "x", "url": "javascript:alert(1)", "title": "x"}]'); }"""
    )
    page.goto(f"{site_url}/baclofen/list/")
    expect(page.locator("#list-empty")).to_be_visible()
    expect_titles(page)


def test_pins_lead_to_pages_of_the_edition_by_their_own_titles_alone(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    page.evaluate(
        """() => localStorage.setItem("webref-pins", JSON.stringify([
          { id: "x", url: "//evil/", title: "Elsewhere" },
          { id: "x", url: "/healthz/", title: "No page" },
          { id: "calculators/dilution", url: "/baclofen/list/", title: "Wrong" }]))"""
    )
    page.goto(f"{site_url}/baclofen/list/")
    expect_titles(page, "Dilution")
    expect(page.locator("#list a")).to_have_attribute("href", CALCULATOR)
    page.goto(site_url)
    expect(page.locator("#pinned li").first).to_contain_text("Dilution on My list")
    expect(page.locator("#pinned a[href='//evil/']")).to_have_count(0)


def test_interactions_are_chosen_by_name_and_class(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/baclofen/interactions/")
    rows = page.locator("#interactions tbody tr:visible")
    every = rows.count()
    page.locator("#filter-words").fill("diazepam")
    expect(rows).not_to_have_count(every)
    expect(rows.first).to_contain_text("Benzodiazepines")
    page.locator("#filter-words").fill("nothing of that name")
    expect(rows).to_have_count(0)
    expect(page.locator("[data-filter-said]")).to_have_text(
        "No entry matches these words. Check the spelling, or look under its class."
    )
    page.locator("#filter-words").fill("")
    page.locator("details.fold summary").click()
    page.locator("input[name=group]").nth(1).check(force=True)
    said = f"{rows.count()} of {every} shown."
    assert 0 < rows.count() < every
    expect(rows.first).to_be_in_viewport()
    expect(page.locator("[data-filter-said]")).to_have_text(said)


def test_a_medicine_that_no_source_names_leads_to_its_class_and_several_are_asked_at_once(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}/baclofen/interactions/")
    rows = page.locator("#interactions tbody tr:visible")
    said = page.locator("[data-filter-said]")
    page.locator("#filter-words").fill("sevoflurane")
    expect(rows).to_have_count(1)
    expect(said).to_contain_text("the sources name the class and not this medicine")
    expect(rows.locator("[data-members] p").first).to_be_visible()
    expect(rows.locator("[data-members]")).to_contain_text("N01AB")
    page.locator("#filter-words").fill("propofol, levodopa and xylometazoline")
    expect(rows).to_have_count(2)
    expect(said).to_contain_text("2 of ")
    expect(said).to_contain_text("No entry matches “xylometazoline”.")


def test_events_are_filtered_by_body_system(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/baclofen/events/")
    page.locator("details.fold summary").click()
    page.locator("input[name=group]").nth(1).check(force=True)
    group = page.locator("input[name=group]").nth(1).get_attribute("value")
    shown = page.locator("main [data-group]:visible")
    assert {one.get_attribute("data-group") for one in shown.all()} == {group}


def test_at_most_four_columns_stand_side_by_side_and_are_remembered(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}/baclofen/compare/")
    page.locator("details.fold summary").click()
    boxes = page.locator("input[name=column]")
    for box in boxes.all():
        box.uncheck(force=True)
    for place in range(4):
        boxes.nth(place + 1).check(force=True)
    boxes.nth(0).click(force=True)
    expect(boxes.nth(0)).not_to_be_checked()
    expect(page.locator("[data-filter-said]")).to_contain_text("At most 4")
    row = page.locator("#compare tbody tr").first
    expect(row.locator("td:visible")).to_have_count(4)
    page.reload()
    expect(row.locator("td:visible")).to_have_count(4)


def test_a_page_that_a_machine_translated_says_so(page: Page, site_url: str) -> None:
    page.goto(site_url + SECTION)
    banner = page.locator("[data-banner=translated]")
    expect(page.locator(".pin")).to_be_visible()  # scripts have run
    expect(banner).to_have_count(0)
    page.evaluate("document.documentElement.classList.add('translated-ltr')")
    expect(banner).to_contain_text("A machine has translated this page")
