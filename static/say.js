// Sentences of the page's scripts by their id; those of answers have a table of their own.

import { sayer } from "./answers/sayer.js";
import { WORDS } from "./wording.js";

export const { say } = sayer(WORDS);
