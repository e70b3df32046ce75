// A page that a machine has put into another language says so.

import { showBanner } from "./offline/banner.js";
import { say } from "./say.js";

const root = document.documentElement;
const { lang } = root;

/** Browsers that translate change the page's language, or mark it. */
function look() {
  if (root.lang === lang && !/\btranslated-(ltr|rtl)\b/.test(root.className)) return;
  watch.disconnect();
  showBanner("translated", {
    level: "warn",
    title: say("banner.translated"),
    text: say("banner.translated-text"),
  });
}

const watch = new MutationObserver(look);
watch.observe(root, { attributes: true, attributeFilter: ["lang", "class"] });
document.addEventListener("webref:page", look);
