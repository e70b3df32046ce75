"""What stands on a page, in one look; and what a hand does there, in one tick."""

from e2e.width import BEYOND

# Resolved once the page of the address stands, its form is answered and its edition known: with
# nothing, or with what was still awaited at the end.
SETTLE = """async ([ids, limit]) => {
  const until = performance.now() + limit;
  const awaited = () => {
    if (document.readyState !== "complete") return `its files (${document.readyState})`;
    const page = ids[location.pathname];
    const form = document.querySelector("form[data-answer]");
    const box = form && document.getElementById(form.dataset.answer);
    const places = [...document.querySelectorAll("footer [data-edition]")];
    if (page && document.body.dataset.page !== page) return `the page ${page}`;
    if (form && !("answering" in form.dataset)) return "who answers its form";
    const answers = form?.id === "calculator" && !form.hidden;
    if (answers && box.textContent.trim() === "") return "an answer";
    return places.every((one) => one.textContent !== "") ? "" : "its edition";
  };
  for (;;) {
    while (awaited()) {
      if (performance.now() > until) return awaited();
      await new Promise((go) => setTimeout(go, 5));
    }
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go, 0)));
    if (!awaited()) return "";  // nor did anything follow at once
  }
}"""

LOOK = """() => {
  const root = document.documentElement;
  const one = (css) => document.querySelector(css);
  const words = (element) => element?.textContent ?? "";
  const shown = (css) => [...document.querySelectorAll(css)].filter((it) => it.checkVisibility());
  const form = one("#calculator:not([hidden])"); // hidden by a second check on two phones
  const box = one("#answer");
  const glance = one("#glance");
  const data = form ? [...new FormData(form)] : [];
  const two = (number) => String(number).padStart(2, "0");
  const at = new Date();
  const beside = /^label$|_(unit|typed)$/;
  const entered = data.filter(([name, value]) => value && !beside.test(name));
  return {
    path: location.pathname,
    address: location.href,
    page: document.body.dataset.page ?? "",
    kind: document.body.dataset.kind ?? "",
    title: document.title,
    made: document.body.dataset.made ?? "",
    style: getComputedStyle(root).getPropertyValue("--made").replace(/["' ]/g, ""),
    code: root.dataset.code ?? "",
    edition: words(one("footer [data-edition]")),
    head: words(one("header.top")),
    wide: BEYOND,
    now: [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-")
      + `T${two(at.getHours())}:${two(at.getMinutes())}`,
    shut: one("#calculator[hidden]") !== null,
    calculator: form?.dataset.calculator ?? "",
    query: new URLSearchParams(data).toString(),
    entered: entered.map(([name]) => name),
    held: form?.classList.contains("is-held") ?? false,
    carried: one(".carried") !== null,
    answer: words(box),
    figures: box?.querySelectorAll(".pair-value").length ?? 0,
    drugs: [...box?.querySelectorAll(".readout-drug") ?? []].map(words),
    stops: box?.querySelectorAll(".readout-stop, .readout-empty, [data-held]").length ?? 0,
    glance: glance && !glance.hidden ? words(glance) : "",
    carries: document.querySelectorAll("[data-carry] button").length,
    hands: shown("#answer [data-action], [data-share] button").length,
    banners: [...document.querySelectorAll("[data-banner]")].map((it) => it.dataset.banner),
    loaded: performance.timeOrigin,
    can: {
      link: shown("main a[href^='/'], header a[href^='/']").length,
      dock: shown(".dock a").length,
      held: shown("[data-held]").length,
      preset: shown(".preset").length,
      carry: shown("[data-carry] button").length,
      button: shown("main button:not([data-action=print]):not([data-do]):not([data-act])").length,
      open: shown("[data-banner=offer] button").length,
      tick: shown("main input[type=checkbox], main .chips input").length,
      fold: shown("main summary").length,
      find: shown("#q, #find, #filter-words").length,
      back: Boolean(window.navigation?.canGoBack),
      forward: Boolean(window.navigation?.canGoForward),
    },
  };
}""".replace("BEYOND", BEYOND)

# A tap on one of what a selector finds and shows; what it says and where it leads.
TAP = """([css, share]) => {
  const all = [...document.querySelectorAll(css)].filter((it) => it.checkVisibility())
    .filter((it) => !it.href || it.hash || new URL(it.href).pathname !== location.pathname)
    .filter((it) => !it.target && !it.download && it.type !== "application/pdf");
  const one = all[Math.floor(share * all.length)];
  if (!one) return null;
  const to = one.href ? new URL(one.href) : null;
  one.click();
  const said = to ? to.pathname + to.hash : one.textContent.trim().slice(0, 60);
  return { said, to: to?.pathname ?? "" };
}"""

# Entries made one after the other; of each whether an answer stands that was not made within it.
ENTER = """(pairs) => {
  const form = document.querySelector("#calculator");
  const box = document.querySelector("#answer");
  for (const fold of form?.querySelectorAll("details") ?? []) fold.open = true;
  const outlived = [];
  let made = false;
  const heard = () => { made = true; };
  form?.addEventListener("webref:answer", heard);
  for (const [name, value] of pairs) {
    const all = [...form?.querySelectorAll(`input[name="${CSS.escape(name)}"]`) ?? []];
    const radio = all.find((it) => it.type === "radio" && it.value === value);
    const text = all.find((it) => !["radio", "hidden"].includes(it.type));
    const place = (radio ?? text)?.closest(".setting");
    if (!place?.checkVisibility()) continue;
    const before = new FormData(form).get(name);
    made = false;
    if (radio) radio.click();
    else {
      text.value = value;
      text.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    const changed = new FormData(form).get(name) !== before;
    if (changed && !made && box.querySelector(".pair-value")) outlived.push(name);
  }
  form?.removeEventListener("webref:answer", heard);
  return outlived;
}"""

# Words typed into a box that finds.
FIND = """([css, words]) => {
  const one = [...document.querySelectorAll(css)].find((it) => it.checkVisibility());
  one.value = words;
  one.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""

# Have the browser look for another edition: whether one waits then, or what never ended.
UPDATE = """async ([scope, limit]) => {
  const late = new Promise((go) => setTimeout(go, limit, "looking for it"));
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const looked = registration?.update().then(() => "", () => "");
  const never = await Promise.race([looked ?? "", late]);
  if (never) return never;
  const until = performance.now() + limit;
  while (registration?.installing) {
    if (performance.now() > until) return "saving it";
    await new Promise((go) => setTimeout(go, 20));
  }
  return Boolean(registration?.waiting);
}"""

# Whether the phone remembers the list of a pack's recalls that has this number.
HEARD = """async ([pack, number]) => {
  const kept = await caches.match("/notices.json", { cacheName: "webref-notices" });
  return kept !== undefined && (await kept.json()).packs[pack]?.sequence === number;
}"""

# A step through the history of the window; the entry that it leads to.
GO = """(by) => {
  const { currentEntry } = navigation;
  setTimeout(() => history.go(by), 0);
  return navigation.entries()[currentEntry.index + by].key;
}"""

# Whether a page was loaded since the one that began at a time.
LOADED = "(began) => performance.timeOrigin !== began"

# The workers of the page's pack: what each is doing, and whether one answers this window.
WORKERS = """async () => {
  const { controller } = navigator.serviceWorker;
  const found = await navigator.serviceWorker.getRegistration();
  const places = ["installing", "waiting", "active"];
  const states = places.map((place) => [place, found?.[place]?.state ?? "none"]);
  const banners = [...document.querySelectorAll("[data-banner]")].map((it) => it.dataset.banner);
  return JSON.stringify({
    ...Object.fromEntries(states), controlled: controller === found?.active, banners,
  });
}"""
