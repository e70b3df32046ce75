// Sentences of an answer by their id. Twin of webref/dosing/words.py, whose table is written to words.js.

import { sayer } from "./sayer.js";
import { WORDS } from "./words.js";

export const { template, say } = sayer(WORDS);
