// Sentences of a second check, by their id; the table is written to words.js.

import { sayer } from "../answers/sayer.js";
import { WORDS } from "./words.js";

export const { say } = sayer(WORDS);
