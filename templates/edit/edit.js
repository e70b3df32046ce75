// Shows the page anew when the pack was saved; served while a pack is edited and at no other time.
const ASK_EVERY = 200; // milliseconds

const shown = document.querySelector('meta[name="edit-version"]')?.getAttribute("content");

/** Reload once the pack stands in another version than this page. */
async function look() {
  try {
    const answer = await fetch("/edit/version", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) {
      location.reload();
      return;
    }
  } catch {
    // The server was stopped; it may be started again.
  }
  setTimeout(look, ASK_EVERY);
}

setTimeout(look, ASK_EVERY);
