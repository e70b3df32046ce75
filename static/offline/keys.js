// Whether the key "/" is turned off on this device, for every pack: a key alone must be one that can be (WCAG 2.1.4).

import { recall, remember } from "./memory.js";

const OFF = "webref-slash-off";

export const isSlashOff = () => recall(OFF, "") !== null;

/** @param {boolean} off */
export const turnSlash = (off) => remember(OFF, off ? "1" : null, "");
