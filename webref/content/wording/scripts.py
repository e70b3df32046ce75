"""The sentences that the page's scripts say, but for answers; templates may ask for them too.

`python -m tools.write_tables` writes the page's copy, static/wording.js.
"""

from collections.abc import Mapping

SHARED = (
    "date.with-time",
    "answer.none",
)  # of an answer's sentences, those that other scripts say too

SCRIPTS: Mapping[str, str] = {
    "date.day": "{day} {month} {year}",
    "date.month-names": "January February March April May June July August September October "
    "November December",
    # The line of the header on what is saved.
    "badge.unknown": "Offline",
    "badge.known": "Saved offline",
    "badge.ready": "Saved offline: {count}, edition {edition}",
    "badge.saving": "Saving: {count}",
    "badge.saving-none": "Saving",
    "badge.incomplete": "Incomplete: {count}",
    "badge.full": "No room left: {count}",
    "badge.full-none": "Not saved here (no room left)",
    "badge.none": "Not saved yet",
    "badge.removed": "Not saved here (removed)",
    "badge.refused": "Not saved here ({why})",
    "refused.private": "private window",
    "refused.insecure": "needs https",
    "refused.ended": "switched off by the editors",
    # Banners above a page.
    "banner.edition": "Edition {edition}, {date}",
    "banner.newer": "A newer edition waits",
    "banner.newer-text": "{edition}, {date}. This page stays as it is until you open it.",
    "banner.older": "An older edition waits",
    "banner.older-text": "{edition}, {date}. It lacks every correction made since, up to this one "
    "of {here}. Open it only if those who publish this reference have gone back to it.",
    "banner.open": "Open it",
    "banner.late": "The other edition is not open yet",
    "banner.late-text": "Close every window of this reference, then open it again: it opens with "
    "edition {edition}, {date}.",
    "banner.later": "Later",
    "banner.taken": "A newer edition is open",
    "banner.taken-text": "{edition}, {date}, took the place of {before} while no page was open. "
    "What it changed:",
    "banner.taken-read": "I have read this",
    "banner.changes-unknown": "Changes unknown: treat all as changed.",
    "banner.clock": "This device's clock is wrong",
    "banner.clock-text": "It says {today}, before this edition of {made} was made or last checked. "
    "Ages and review dates cannot be told.",
    "banner.due": "Past its review date",
    "banner.due-text": "Due on {date}. Check each figure against the current label.",
    "banner.withdrawn": "Withdrawn, {date}",
    "banner.notice": "Notice, {date}",
    "banner.forgotten": "Recalls are not kept",
    "banner.forgotten-text": "This device refused to store them. Without a network they are not "
    "shown here.",
    "banner.lost": "A page or a calculator may have been withdrawn without a word here.",
    "banner.unheard": "Recalls not heard of",
    "banner.unheard-text": "No list of recalls has reached this device. {lost}",
    "banner.unheard-since": "Recalls not heard of since {date}",
    "banner.unheard-until": "The last list of recalls held until {date}. {lost}",
    "banner.unheard-older": "The server gives an older list than the one known here, which stays. "
    "{lost}",
    "banner.unheard-gone": "The server answers, but its list of recalls does not arrive. {lost}",
    "banner.translated": "A machine has translated this page",
    "banner.translated-text": "Nobody has checked the translation. Hold each sentence against the "
    "original before you rely on it.",
    # The page on what is saved.
    "panel.unknown": "Offline",
    "panel.unknown-text": "What is saved on this device is being looked up.",
    "panel.ready": "Saved offline",
    "panel.ready-text": "Everything but the PDFs is on this device and was checked file by file.",
    "panel.saving": "Saving",
    "panel.saving-text": "The emergency cards and every calculator come first. Keep this page "
    "open.",
    "panel.incomplete": "Not all saved",
    "panel.incomplete-text": "Some pages will not open without a network. Saving goes on when "
    "there is one.",
    "panel.full": "No room left",
    "panel.full-text": "This device refused to store more. Free some space, then check now.",
    "panel.none": "Not saved yet",
    "panel.none-text": "Nothing can be opened without a network. Saving is tried again while this "
    "page is open.",
    "panel.removed": "Not saved here",
    "panel.removed-text": "The saved edition was removed from this device.",
    "panel.refused": "Not saved here",
    "panel.refused-text": "This browser keeps nothing here. Open this address over https in an "
    "ordinary window.",
    "panel.missing": "Not saved on this device",
    "panel.trouble": "A newer edition did not fit on this device.",
    "panel.never": "not yet",
    "panel.edition": "{edition}, {date}",
    "panel.of": "{count} of {all}",
    "panel.kept": "promised",
    "panel.not-kept": "not promised; it may be dropped when space is short",
    "panel.no-answer": "The server did not answer.",
    "panel.compared": "Compared with the server.",
    "panel.compared-only": "Compared with the server, which gave no list of recalls.",
    # A link to a PDF.
    "pdf.saved": "saved here",
    "pdf.unsaved": "needs a network",
    "pdf.lost": "This PDF is not saved here, and the server did not hand it over.",
    "pdf.again": "Tap again to share or save it.",
    "panel.pdfs-saved": "PDFs saved.",
    "panel.pdfs-lost": "The PDFs could not all be saved.",
    "panel.promised": "The browser promised to keep it.",
    "panel.no-promise": "The browser made no promise. Add it to the home screen.",
    "panel.gone": "Removed from this device.",
    "panel.again": "Saving again.",
    "panel.slash-off": "The key / is off on this device.",
    "panel.slash-on": "The key / leads to search again.",
    # My list.
    "list.pin": "Save to My list",
    "list.pinned": "Saved to My list",
    "list.key-pinned": "on My list",
    "list.key-recent": "opened lately",
    "list.up": "Move {title} up",
    "list.down": "Move {title} down",
    "list.remove": "Remove {title}",
    "list.moved": "{title} is now {place} of {count}.",
    "list.removed": "{title} is removed.",
    "list.copied": "Copied.",
    "list.no-copy": "This browser does not allow copying. Save as a text file instead.",
    "list.none": "Nothing is saved to My list.",
    "list.forgotten": "Forgotten.",
    # Choosers of a table.
    "filter.nothing": "No entry matches these words. Check the spelling, or look under its class.",
    "filter.missing": "No entry matches “{name}”.",
    "filter.covered": "{name}: the sources name the class and not this medicine.",
    "filter.shown": "{count} of {all} shown.",
    "filter.chosen": "{count} of at most {most} chosen",
    "filter.choose": "Choose up to {most}; all are shown.",
    "filter.most": "At most {most} side by side. Take one away first.",
    # Forms and search.
    "form.calculate": "Calculate",
    "form.server": "This browser cannot answer on the page. What is typed is sent to this server.",
    "form.failed": "This page cannot compute now. Reload it; if that does not help, do not rely on "
    "it.",
    "form.cleared": "{name} cleared",
    "form.remembered": "kept on this device",
    "held.title": "Entries of {time}",
    "held.why": "They came back with this page. Nothing is computed until you say that they are "
    "of the same patient.",
    "held.use": "Same patient: use these",
    "held.clear": "Another patient: clear",
    "held.linked": "Entries from a link",
    "held.linked-why": "Somebody made it elsewhere. Nothing is computed until you say that each of "
    "them is of your patient.",
    "held.edition": "It was made with edition {edition}, and this is {own}: limits and answers may "
    "be others.",
    # A filled calculation as a link, and a day of an answer as a calendar file.
    "share.link": "Link with these entries",
    "share.leaves": "The link holds every entry of this page as text, for anybody who gets it. "
    "It leaves this phone only if you copy, share or print it.",
    "share.copy": "Copy the link",
    "share.share": "Share the link",
    "share.code": "QR code of the link, here and on paper",
    "share.code-name": "QR code of a link with these entries",
    "share.code-holds": "A camera reads every entry of this page from this code, from paper too.",
    "share.code-lost": "QR codes are not saved on this device yet. They need a network once.",
    "share.refused": "The link that was opened does not fit this calculator. Nothing of it was "
    "entered.",
    "share.second": "Second check by another person",
    "share.second-lost": "Second checks are not saved on this device yet. They need a network "
    "once.",
    "share.calendar": "Calendar file: {name}",
    "share.holds": "A calendar file holds the medicine, what falls due and when; no entry, and no "
    "patient.",
    "share.about": "From {title}, edition {edition}. Check it against the patient's record.",
    # A figure taken along to another calculator.
    "carry.to": "Carry {figure} to {title}",
    "carry.from": "from {title}, {time}",
    "carry.under": "{from}, {tag}",
    "carry.clear": "Clear",
    "carry.cleared": "Cleared.",
    "carry.label": "No longer carried: the label followed is another one.",
    "carry.group": "No longer carried: the patient is described in another way.",
    "carry.late": "No longer carried: 15 minutes have passed.",
    "carry.left": "No longer carried: this page was left meanwhile, and what it came from may have "
    "changed.",
    "carry.refused": "Nothing was carried here: label, patient or calculator do not fit. Enter it "
    "by hand.",
    # Reporting a mistake.
    "report.open": "Report a mistake",
    "report.beside": "Report a mistake in this answer",
    "report.later": "Not saved here yet. Try again in a moment.",
    "report.text": "The text of the report, to be changed as you like",
    "report.leaves": "Nothing is sent from here. Copy the text, or write a mail with it.",
    "report.hand": "Nothing is sent from here, and no address for reports stands in this pack. "
    "Copy the text and hand it to whoever gave you this reference, for its editors: {editor}.",
    "report.with": "Add what I entered, and the answer",
    "report.copy": "Copy the text",
    "report.mail": "Write a mail to {to}",
    "report.subject": "Mistake in the reference on {drug}",
    "report.wrong": "What is wrong, and what the source says:",
    "report.drug": "Medicine: {text}",
    "report.page": "Page: {text}",
    "report.address": "Address: {text}",
    "report.label": "Label followed: {text}",
    "report.edition": "Edition: {text}",
    "report.versions": "Versions: {text}",
    "report.made": "webref {webref}, content of {date}",
    "report.unknown": "not known here",
    "report.entries": "Entered:",
    "report.answer": "Answer shown:",
    # A card read aloud, step by step.
    "aloud.open": "Read aloud",
    "aloud.name": "Read aloud, one step at a time",
    "aloud.step": "Step {number} of {count}",
    "aloud.tick": "Tick with the time",
    "aloud.ticked": "Ticked at {time}",
    "aloud.before": "Previous step",
    "aloud.next": "Next step",
    "aloud.close": "All steps",
    "aloud.note": "A tick is the time at which it was tapped. It is no record and is not saved.",
    "aloud.lost": "This view was opened anew at step 1. The ticks made before are lost.",
    "aloud.awake": "The screen stays on while this view is open.",
    "aloud.dark": "This device may turn its screen off.",
    "glance.refused": "No answer yet. Check this entry: {name}",
    "glance.next": "Next entry: {name}",
    "copy.done": "Copied",
    "copy.select": "Select the text and copy it",
    "copy.time": "Time: {time}",
    "search.name": "Search",
    "search.instead": "Showing {instead}.",
    "search.lacking": "The sources of this reference do not speak of “{words}”.",
    "search.changed": "No page has “{words}”.",
    "search.found": "{count} found",
    "search.found-most": "{count} found, the first {most} shown",
    "search.member": "The sources name this class and not “{name}”, which belongs to it: {where}.",
}
