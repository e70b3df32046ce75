"""The guards of the worker and of the page's scripts: how to take each out, and who notices."""

from dataclasses import dataclass

WORKER = "sw.js"


@dataclass(frozen=True)
class Guard:
    """A guard by name, the changes that take it out, and the test that must notice."""

    name: str
    test: str
    changes: tuple[tuple[str, str], ...]
    file: str = WORKER


GUARDS = (
    Guard(
        "bytes are checked as fetched and as stored",
        "test_update.py::test_a_fault_during_an_update_leaves_the_old_edition_whole"
        "[chromium-a page with wrong bytes]",
        (
            ("{ integrity: integrity(hex), cache", "{ cache"),
            ("stored && await digest(await stored.arrayBuffer()) === file.sha256", "stored"),
        ),
    ),
    Guard(
        "the list is checked against its digest and the edition",
        "test_update.py::test_a_fault_during_an_update_leaves_the_old_edition_whole"
        "[chromium-a list that leaves out the rest]",
        (
            ("fetched(LIST, MANIFEST)", 'fetch(LIST, { cache: "reload" })'),
            ('!== edition) throw new Error("wrong list")', "=== 0) throw new Error()"),
            ("edition === EDITION && await digest(text) !== MANIFEST", "false"),
        ),
    ),
    Guard(
        "the worker is compared with the list",
        "test_update.py::test_a_fault_during_an_update_leaves_the_old_edition_whole"
        "[chromium-a worker that skips the rest]",
        (('!== worker) throw new Error("wrong worker")', "=== 0) throw new Error()"),),
    ),
    Guard(
        "an update waits for the rest",
        "test_update.py::test_a_fault_during_an_update_leaves_the_old_edition_whole"
        "[chromium-a truncated page]",
        (('if (before) await fillOnce("rest").then(', "if (false) await Promise.resolve().then("),),
    ),
    Guard(
        "a first visit waits for the boot set",
        "test_install.py::test_a_fault_in_one_file_leaves_nothing_that_calls_itself_whole"
        "[chromium-a portal for a boot page]",
        (('await fillOnce("boot");', ""),),
    ),
    Guard(
        "whole means that nothing is missing",
        "test_loss.py::test_one_lost_file_is_admitted_and_fetched_again",
        (("whole: saved === files.length && there.has", "whole: there.has"),),
    ),
    Guard(
        "a window keeps its edition",
        "test_update.py::test_a_form_in_use_is_never_reloaded_under_the_hand",
        (("(!navigating && await noted(clientId)) || EDITION", "EDITION"),),
    ),
    Guard(
        "a cache is asked by its name",
        "test_update.py::test_a_form_in_use_is_never_reloaded_under_the_hand",
        (("caches.match(url, { cacheName: CACHE + edition })", "caches.match(url)"),),
    ),
    Guard(
        "a cache in use is kept",
        "test_update.py::test_a_window_left_open_on_the_first_of_three_editions_keeps_its_own_files",
        (("if (superseded && !used.has(edition))", "if (edition !== EDITION)"),),
    ),
    Guard(
        "an unused cache is dropped",
        "test_update.py::test_a_window_left_open_on_the_first_of_three_editions_keeps_its_own_files",
        (("if (superseded && !used.has(edition))", "if (false)"),),
    ),
    Guard(
        "a new worker waits for the tap",
        "test_update.py::test_the_reader_can_put_an_offer_off_and_is_not_asked_again",
        (("      await adopt();\n", "      await adopt();\n      await self.skipWaiting();\n"),),
    ),
    Guard(
        "only the window of the tap reloads",
        "test_update.py::test_a_form_in_use_is_never_reloaded_under_the_hand",
        (("if (takingOver) return", "if (takingOver || true) return"),),
        "offline/worker.js",
    ),
    Guard(
        "a copy is hashed before it is taken over",
        "test_update.py::test_a_spoilt_file_is_not_copied_into_the_next_edition",
        (
            ("const copied = await sound(copy?.clone(), file);", "const copied = copy;"),
            ("if (await sound(await kept(EDITION, file.url), file)) return", "return"),
        ),
    ),
    Guard(
        "what a bundle holds is hashed before it is taken over",
        "test_install.py::test_what_a_bundle_lacks_or_spoils_is_fetched_by_itself"
        "[chromium-with wrong bytes]",
        (
            ("const copied = await sound(copy?.clone(), file);", "const copied = copy;"),
            ("if (await sound(await kept(EDITION, file.url), file)) return", "return"),
        ),
    ),
    Guard(
        "a bundle that fails is done without",
        "test_install.py::test_what_a_bundle_lacks_or_spoils_is_fetched_by_itself"
        "[chromium-truncated]",
        (("copiesSent(queue, copies).catch(() => {})", "copiesSent(queue, copies)"),),
    ),
    Guard(
        "what the browser keeps by itself is passed over",
        "test_install.py::test_a_fault_in_one_file_leaves_nothing_that_calls_itself_whole"
        "[chromium-a portal's page that the browser keeps]",
        (('{ integrity: integrity(hex), cache: "reload" }', "{ integrity: integrity(hex) }"),),
    ),
    Guard(
        "an answer is rebuilt before it is stored",
        "test_install.py::test_an_answer_said_to_vary_is_saved_all_the_same",
        (("return new Response(await response.arrayBuffer());", "return response;"),),
    ),
    Guard(
        "a saved list is believed only if it is the edition's",
        "test_loss.py::test_a_spoilt_list_is_not_believed_and_fetched_again",
        (("await readList(saved, edition).catch(() => null)", "await readList(saved, edition)"),),
    ),
    Guard(
        "a saved list is this worker's own to the byte",
        "test_loss.py::test_a_changed_list_is_not_believed_and_fetched_again"
        "[chromium-{'headers': {}}]",
        (("edition === EDITION && await digest(text) !== MANIFEST", "false"),),
    ),
    Guard(
        "a check reads the saved list anew",
        "test_loss.py::test_a_list_that_lost_its_headers_is_found_by_check_now",
        (
            (
                "async function verify() {\n    lists.delete(EDITION);\n",
                "async function verify() {\n",
            ),
        ),
    ),
    Guard(
        "a lost file is fetched with its digest",
        "test_loss.py::test_a_lost_file_is_never_fetched_from_another_edition",
        (("await fetched(url, file.sha256)", "await fetch(request)"),),
    ),
    Guard(
        "without a whole edition the server answers",
        "test_loss.py::test_caches_deleted_while_the_server_moved_on_end_in_one_new_edition",
        (
            (
                "if (!list) return navigating ? live(request, newId)",
                "if (!list) return navigating ? notSaved()",
            ),
        ),
    ),
    Guard(
        "what is not saved is said",
        "test_install.py::test_the_boot_set_serves_before_the_rest_is_there",
        (("return navigating ? notSaved() : Response.error();", "return Response.error();"),),
    ),
    Guard(
        "a full device is told apart",
        "test_loss.py::test_a_first_visit_without_room_says_so",
        (('error.name === "QuotaExceededError"', "false"),),
    ),
    Guard(
        "a full device opens what it saved",
        "test_loss.py::test_a_full_device_still_opens_everything_that_it_saved[chromium-is gone]",
        (("new Response(edition))).catch(() => {});", "new Response(edition)));"),),
    ),
    Guard(
        "a window that Back restored is noted again",
        "test_update.py::test_a_window_that_back_restored_keeps_its_edition",
        (("if (mine && !await noted(id)) await note(id, EDITION);", ""),),
    ),
    Guard(
        "a worker is asked until it answers",
        "test_install.py::test_a_worker_stopped_while_it_saves_is_asked_again",
        (("const again = setInterval(put, RETRY_MS);", "const again = 0;"),),
        "offline/worker.js",
    ),
    Guard(
        "a page waits for its worker to name its edition",
        "test_update.py::test_a_page_names_its_own_edition_also_when_the_server_answers_first",
        (
            (
                "if (!knownEdition() && served && told && !here)",
                "if (!knownEdition() && served && !here)",
            ),
        ),
        "offline.js",
    ),
    Guard(
        "live answers are the server's",
        "test_state.py::test_live_addresses_are_answered_by_the_server_or_not_at_all",
        (("if (!LIVE.test(pathname))", "if (true)"),),
    ),
    Guard(
        "ranges are the server's",
        "test_state.py::test_a_request_for_a_range_is_left_to_the_server",
        ((' || request.headers.has("range")', ""),),
    ),
    Guard(
        "a saved page carries its headers",
        "test_state.py::test_a_saved_page_carries_the_headers_of_the_table",
        (("{ ...list.headers, ", "{ "),),
    ),
    Guard(
        "a notice is checked against its schema",
        "test_notices.py::test_a_notice_file_of_the_wrong_form_changes_nothing",
        (
            (
                "return notices.every(good) && ids.size === notices.length ? file : null;",
                "return file;",
            ),
        ),
        "offline/notices.js",
    ),
    Guard(
        "a notice is remembered",
        "test_notices.py::test_a_notice_is_shown_on_the_next_page_kept_offline_and_withdrawn_again",
        (("const found = await remembered();", "const found = null;"),),
        "offline/notices.js",
    ),
    Guard(
        "an older list lifts nothing",
        "test_notices.py::test_an_older_list_lifts_nothing_and_is_told",
        (("if (file.sequence < before.sequence) return null;", ""),),
        "offline/notices.js",
    ),
    Guard(
        "a list of the same number takes nothing away",
        "test_notices.py::test_a_list_changed_under_its_old_number_only_adds",
        (("file.sequence > before.sequence", "file.sequence >= before.sequence"),),
        "offline/notices.js",
    ),
    Guard(
        "what another window heard counts",
        "test_notices.py"
        "::test_what_another_window_heard_counts_on_the_next_page_while_the_network_hangs[chromium-before0-after0]",
        (("  await takeRemembered();\n  tell();\n", ""),),
        "offline/notices.js",
    ),
    Guard(
        "a list that does not arrive is told",
        "test_notices.py::test_a_network_that_keeps_the_list_back_is_told_once_the_server_answers"
        "[chromium-broken]",
        (
            (
                'if (answer !== "nothing" || checked <= heard + SLACK_MS) return null;',
                "return null;",
            ),
        ),
        "offline/notices.js",
    ),
    Guard(
        "a list past its last day is told",
        "test_notices.py::test_a_list_past_its_last_day_is_told_offline_too",
        (("if (today(now) > until)", "if (false)"),),
        "offline/notices.js",
    ),
    Guard(
        "a device that no list reached says so",
        "test_notices.py::test_a_new_phone_that_no_list_reached_says_so_offline_too",
        (('answer === "pending" || answer === "doubted" ? null', "true ? null"),),
        "offline/notices.js",
    ),
    Guard(
        "a clock before the edition's date is called wrong",
        "test_state.py::test_a_clock_set_back_a_year_is_called_wrong",
        (("Date.parse(`${made}T00:00:00Z`)", "0"),),
        "offline/age.js",
    ),
    Guard(
        "a clock before the last check is called wrong",
        "test_state.py::test_a_clock_set_back_behind_the_last_check_is_called_wrong",
        ((":00Z`), checked)", ":00Z`), 0)"),),
        "offline/age.js",
    ),
    Guard(
        "a portal's page is no check",
        "test_state.py::test_a_server_that_does_not_answer_is_no_check",
        (
            ("const list = response.ok ? await response.json() : null;", "const list = {};"),
            ("if (!/^[0-9a-f]{64}$/.test(list?.edition)) return false;", ""),
        ),
        "offline/server.js",
    ),
)
