/* What the other scripts of a page, and the tests, may ask of all this. */

const offered = {
  terms: terms, parse: parse, snippet: snippet, shown: shown, dayNames: dayNames, confirmed: confirmed,
  needsTexts: needsTexts,
  Index: Index, finding: finding, inSteps: inSteps, Engine: Engine,
  sound: sound,
  tables: {
    sure: SURE, endings: ENDINGS, functionWords: FUNCTION_WORDS, keys: KEYS, kinds: KINDS, spellings: SPELLINGS,
    letters: LETTERS_FOR
  }
};
