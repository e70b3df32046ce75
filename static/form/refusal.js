// What is said where a page cannot answer by itself.

/** In one sentence after another, for eye and ear. */
export const FAILED = "No answer. This page cannot compute now. Reload it; if that does not help, do not rely on it.";

/** The same as the fragment that takes the answer's place. */
export const REFUSAL = `<p class="readout readout-empty"><b>No answer.</b>${FAILED.replace("No answer.", "")}</p>`;
