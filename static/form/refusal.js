// What is said where a page cannot answer by itself.

import { say } from "../say.js";

/** In one sentence after another, for eye and ear. */
export const FAILED = `${say("answer.none")} ${say("form.failed")}`;

/** The same as the fragment that takes the answer's place. */
export const REFUSAL = `<p class="readout readout-empty"><b>${say("answer.none")}</b> ${say("form.failed")}</p>`;
