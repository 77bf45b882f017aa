/* What was typed on the other script of the keyboard: core/search/terms/keyboard.py. */

const TYPED = {
  q: "ㅂ", w: "ㅈ", e: "ㄷ", r: "ㄱ", t: "ㅅ", y: "ㅛ", u: "ㅕ", i: "ㅑ", o: "ㅐ", p: "ㅔ", a: "ㅁ", s: "ㄴ", d: "ㅇ",
  f: "ㄹ", g: "ㅎ", h: "ㅗ", j: "ㅓ", k: "ㅏ", l: "ㅣ", z: "ㅋ", x: "ㅌ", c: "ㅊ", v: "ㅍ", b: "ㅠ", n: "ㅜ", m: "ㅡ",
  Q: "ㅃ", W: "ㅉ", E: "ㄸ", R: "ㄲ", T: "ㅆ", O: "ㅒ", P: "ㅖ"
};
const KEYS_OF = inverted(TYPED);
const DOUBLE = { "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ" };
const JOINED_JAMO = new Map(Object.entries(DOUBLE).concat(Object.entries(CLUSTERS)).map(function (pair) {
  return [pair[1], pair[0]];
}));
const SYLLABLE = new RegExp(
  "([" + INITIAL_CONSONANTS + "])(" + Object.values(DOUBLE).join("|") + "|[" + VOWELS + "])" +
  "((?:" + Object.values(CLUSTERS).join("|") + "|[" + FINALS.trim() + "])(?![" + VOWELS + "]))?", "g");

function inHangul(word) {
  const typed = Array.from(word, function (key) { return TYPED[key] || TYPED[key.toLowerCase()] || " "; }).join("");
  if (typed.replace(SYLLABLE, "")) return "";
  return typed.replace(SYLLABLE, function (found, first, middle, last) {
    const at = INITIAL_CONSONANTS.indexOf(first) * VOWELS.length + VOWELS.indexOf(JOINED_JAMO.get(middle) || middle);
    const end = last ? FINALS.indexOf(JOINED_JAMO.get(last) || last) : 0;
    return String.fromCharCode(FIRST + at * TAILS + end);
  });
}

function inLatin(run) {
  const jamo = Array.from(run, function (one) {
    return isSyllable(one) ? initial(one) + vowel(one) + final(one) : one;
  }).join("");
  const single = Array.from(jamo, function (one) { return CLUSTERS[one] || DOUBLE[one] || one; }).join("");
  const keys = Array.from(single, function (one) { return KEYS_OF.get(one) || ""; });
  return keys.every(Boolean) ? keys.join("") : "";
}
