// Recalls held against the recall key of the pack, where one is known: what it did not sign withdraws nothing.

import { longDate } from "../offline/age.js";
import { hideBanner, showBanner } from "../offline/banner.js";
import { recall, remember } from "../offline/memory.js";
import { verifies } from "./ed25519.js";
import { own, trusted } from "./known.js";
import { say } from "./say.js";

/** @typedef {import("../offline/notices.js").NoticeList} NoticeList */

const HEAD = "webref recall list 1"; // what a signature is of, so that it proves nothing else
const KEPT = "webref-recalls"; // in localStorage: the last list that the key signed
/** A list that the key did not sign, as the server gave it last. @type {NoticeList|null} */
let doubted = null;

/** Whether the recall key signed a list; true where none is known. @param {NoticeList} list */
async function isSigned(list) {
  const people = trusted() ?? await own();
  if (people?.recall_key === "") return true;
  const { sequence, issued, until, notices, signature } = list;
  if (!people || !signature) return false;
  const rows = notices.map(({ id, date, level, subject, text }) => [id, date, level, subject, text]);
  const said = JSON.stringify([people.pack, sequence, issued, until, rows]);
  return verifies(people.recall_key, signature, `${HEAD}\n${said}`);
}

/** A list of the server's, or null where it counts for nothing. @param {NoticeList} list @returns {Promise<NoticeList|null>} */
export async function proved(list) {
  const counts = await isSigned(list).catch(() => false);
  doubted = counts ? null : list;
  const before = keptHere();
  if (counts && (!before || list.sequence >= before.sequence)) remember(KEPT, JSON.stringify(list));
  show();
  return counts ? list : null;
}

/** @returns {NoticeList|null} */
function keptHere() {
  try {
    return JSON.parse(recall(KEPT) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Of the list that was remembered and the last one that the key signed, the newer one that it signed.
 * Pages of other packs remember lists without knowing the key.
 * @param {NoticeList|undefined} remembered @returns {Promise<NoticeList|null>}
 */
export async function provedHere(remembered) {
  const lists = [remembered, keptHere()];
  const signed = await Promise.all(lists.map((list) => (list ? isSigned(list).catch(() => false) : false)));
  const good = lists.filter((list, place) => list && signed[place]);
  return /** @type {NoticeList|undefined} */ (good.sort((one, other) => (other?.sequence ?? 0) - (one?.sequence ?? 0))[0]) ?? null;
}

/** Show what a list that was not signed says, as what it is. */
function show() {
  for (const old of document.querySelectorAll("[data-banner^='doubted-']")) old.remove();
  if (!doubted) return hideBanner("doubted");
  showBanner("doubted", { level: "warn", title: say("signing.doubted"), text: say("signing.doubted-text") });
  for (const { id, date, text } of doubted.notices) {
    showBanner(`doubted-${id}`, { level: "note", title: say("signing.notice", { date: longDate(date) }), text });
  }
}

document.addEventListener("webref:page", show);
