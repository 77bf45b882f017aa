/* Matching in texts: core/search/terms/matching.py. */

const ONE_BLANK = new RegExp("^[" + BLANK + "]", "u");
const ONE_LETTER = new RegExp("[" + LETTERS + "]", "u");

function normal(text) {
  return folded(plain(text)).replace(BLANKS, " ").replace(/^ +| +$/g, "");
}

function hasPhrase(texts, phrase) {
  return texts.some(function (text) { return standsIn(text, phrase); });
}

function hasInitials(texts, consonants) {
  return texts.some(function (text) { return withInitials(text, consonants).length > 0; });
}

function withInitials(plainText, consonants) {
  let letters = "";
  for (const letter of plainText) {
    letters += ONE_BLANK.test(letter) ? " " : initial(letter) || ".".repeat(letter.length);
  }
  const run = new RegExp("(?<![ㄱ-ㅣ])" + Array.from(consonants).join(" *"), "g");
  return matches(run, letters).map(function (match) { return [match.index, match.index + match[0].length]; });
}

function standsIn(text, phrase) {
  const first = Array.from(phrase)[0], last = Array.from(phrase).pop();
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = Array.from(text.slice(Math.max(at - 2, 0), at)).pop() || "";
    const after = Array.from(text.slice(at + phrase.length, at + phrase.length + 2))[0] || "";
    if (!cutsWord(before, first) && !cutsWord(last, after)) return true;
  }
  return false;
}

function cutsWord(one, other) { return ONE_LETTER.test(one) && ONE_LETTER.test(other); }
