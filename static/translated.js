// A page that a machine has put into another language says so.

import { showBanner } from "./offline/banner.js";

const root = document.documentElement;
const { lang } = root;

/** Browsers that translate change the page's language, or mark it. */
function look() {
  if (root.lang === lang && !/\btranslated-(ltr|rtl)\b/.test(root.className)) return;
  watch.disconnect();
  showBanner("translated", {
    level: "warn",
    title: "A machine has translated this page",
    text: "Nobody has checked the translation. Hold each sentence against the original before you rely on it.",
  });
}

const watch = new MutationObserver(look);
watch.observe(root, { attributes: true, attributeFilter: ["lang", "class"] });
