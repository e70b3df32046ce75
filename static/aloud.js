// A card read aloud: one step at a time, large; ticks are times of taps, in this view's memory alone.

import { localTime } from "./clock.js";
import { say } from "./say.js";

/** What is noted with the entry of the history: that the view stands open, and whether it had ticks. @typedef {{aloud?: {list: number, ticked: boolean}}} Noted */

/** @returns {Noted} */
const noted = () => history.state ?? {};

/** @param {string} name @param {string} css @param {string} [words] */
function piece(name, css, words = "") {
  const made = document.createElement(name);
  made.className = css;
  made.textContent = words;
  return made;
}

/** @param {string} words @param {string} name what it does @param {() => void} press */
function tool(words, name, press) {
  const made = piece("button", "button", words);
  made.setAttribute("type", "button");
  made.dataset.aloud = name;
  made.addEventListener("click", press);
  return made;
}

/** What a step says, without the marks of its sources. @param {Element} step */
function words(step) {
  const copy = /** @type {Element} */ ((step.firstElementChild?.matches("div") ? step.firstElementChild : step).cloneNode(true));
  for (const mark of copy.querySelectorAll(".mark")) mark.remove();
  return [...copy.childNodes];
}

/** Keep the screen awake; `told` hears whether it will be. @param {(awake: boolean) => void} told */
function keepAwake(told) {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let over = false;
  async function ask() {
    if (document.hidden) return;
    try {
      const found = await navigator.wakeLock.request("screen");
      if (over) found.release();
      else lock = found;
    } catch {
      lock = null; // none here, or refused while the battery is low
    }
    if (!over) told(Boolean(lock));
  }
  document.addEventListener("visibilitychange", ask); // it is lost while another app is in front
  ask();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", ask);
    lock?.release();
  };
}

/**
 * Bring the read-aloud view of a card to life.
 * @param {HTMLElement} root the page's content
 * @returns {{stop: () => void}}
 */
export function start(root) {
  const lists = [...root.querySelectorAll("ol.steps, .prose > ol")];
  const openers = lists.map((list, number) => {
    const own = /** @type {HTMLElement | null} */ (number === 0 && root.querySelector('[data-action="aloud"]'));
    const button = own || tool(say("aloud.name"), "open", () => {});
    button.addEventListener("click", () => enter(number));
    if (own) own.hidden = false;
    else list.before(button);
    return button;
  });
  let close = () => {};

  /** Open the view in front of the card; Back closes it. @param {number} list */
  function enter(list) {
    history.pushState({ ...noted(), aloud: { list, ticked: false } }, "");
    show();
  }

  function show() {
    close();
    const { aloud } = noted();
    const list = lists[aloud?.list ?? -1];
    if (aloud && list) close = view(root, [...list.children], aloud.ticked, openers[aloud.list]);
  }

  window.addEventListener("popstate", show);
  show();

  function stop() {
    window.removeEventListener("popstate", show);
    close();
  }
  return { stop };
}

/**
 * Where a reader is among steps, and when each was ticked. Going on ticks none, and passes none over.
 * @param {number} count
 */
export function startReading(count) {
  const ticks = new Array(count).fill("");
  let at = 0;
  return {
    here: () => at,
    ticked: () => /** @type {string} */ (ticks[at]),
    anyTicked: () => ticks.some(Boolean),
    go(/** @type {1 | -1} */ by) { at = Math.min(count - 1, Math.max(0, at + by)); },
    toggle(/** @type {string} */ time) { ticks[at] = ticks[at] ? "" : time; },
  };
}

/**
 * Show the first of the steps in front of the card.
 * @param {HTMLElement} root @param {Element[]} steps
 * @param {boolean} lost whether ticks of an earlier view are gone
 * @param {HTMLElement} opener gets the focus back
 * @returns {() => void} takes the view away
 */
function view(root, steps, lost, opener) {
  const reading = startReading(steps.length);
  const frame = piece("section", "aloud");
  frame.setAttribute("aria-label", say("aloud.name"));
  const title = piece("h2", "aloud-place");
  title.tabIndex = -1;
  const text = piece("div", "aloud-text");
  const spoken = piece("div", "");
  spoken.setAttribute("role", "status");
  spoken.append(title, text);
  const screen = piece("span", "", say("aloud.dark"));
  const note = piece("p", "note", `${say("aloud.note")} `);
  note.append(screen);
  const before = tool(say("aloud.before"), "before", () => turn(-1));
  const tick = tool("", "tick", () => {
    reading.toggle(localTime().slice(11));
    history.replaceState({ ...noted(), aloud: { ...noted().aloud, ticked: reading.anyTicked() } }, "");
    showTick();
  });
  const next = tool(say("aloud.next"), "next", () => turn(1));
  const tools = piece("div", "aloud-tools");
  tools.append(tick, tool(say("aloud.close"), "close", () => history.back()), before, next);

  function showTick() {
    const time = reading.ticked();
    tick.textContent = time ? say("aloud.ticked", { time }) : say("aloud.tick");
    tick.setAttribute("aria-pressed", String(Boolean(time)));
  }

  /** @param {1 | -1} by */
  function turn(by) {
    reading.go(by);
    show();
  }

  function show() {
    const here = reading.here();
    title.textContent = say("aloud.step", { number: here + 1, count: steps.length });
    text.replaceChildren(...words(steps[here]));
    before.hidden = here === 0;
    next.hidden = here === steps.length - 1;
    showTick();
    title.focus();
    window.scrollTo(0, 0);
  }

  if (lost) frame.append(piece("p", "check check-warn", say("aloud.lost")));
  frame.append(spoken, note, tools);
  root.append(frame);
  root.classList.add("is-aloud");
  show();
  const sleep = keepAwake((awake) => { screen.textContent = say(awake ? "aloud.awake" : "aloud.dark"); });
  /** @param {KeyboardEvent} event */
  const press = ({ key }) => { if (key === "Escape") history.back(); };
  document.addEventListener("keydown", press);
  return () => {
    document.removeEventListener("keydown", press);
    sleep();
    frame.remove();
    root.classList.remove("is-aloud");
    opener.focus();
  };
}
