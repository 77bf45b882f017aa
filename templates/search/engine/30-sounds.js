/* How a word sounds, for words of the other script: core/search/terms/sounds.py. */

const FIRST_SOUNDS = "KKNTTLMPPSS SSSKTPH";
const LAST_SOUNDS = { "": "", "ㄱ": "K", "ㄴ": "N", "ㄹ": "L", "ㅁ": "M", "ㅂ": "P", "ㅅ": "T", "ㅇ": "N" };
const SPELLINGS = [
  ["^kn", "N"], ["^wr|rr|l|r(?=[aeiouy])", "L"], ["[ts]ion", "S.N"], ["ture$", "S."], ["sch", "SK"],
  ["^ps|^x|tch|ch(?![lmnrt])|dg|sh|th|[jsz]|[cg](?=[eiy])", "S"], ["x", "KS"], ["wh|gh", ""], ["ng(?=e)", "NS"],
  ["ng(?=[ailoru])", "NK"], ["ng?", "N"], ["ck|ch|gg|qu?|[cgk]", "K"], ["ph|[bfpv]", "P"], ["[dt]", "T"],
  ["mb$|m", "M"], ["h(?=[aeiouy])", "H"], ["(?<![aeiouy])e$", ""], ["[aeiouy]+", "."], ["[a-z]", ""]
];
const LETTERS_FOR = {
  K: "[cghkqux]+", N: "[gkn]+", T: "[dt]+", L: "[lrw]+", M: "[bm]+", P: "[bfhpv]+", S: "[cdghjpstxz]*", H: "h+",
  ".": "[aeghioruwy]+"
};
const SPELLED = new RegExp(SPELLINGS.map(function (pair) { return "(" + pair[0] + ")"; }).join("|"), "g");
const SPEAKABLE = /^[a-z]{3,24}$/;
const FIRST_IN_HANGUL = {
  K: ["가깋", "카킿"], N: ["나닣"], T: ["다띻", "타팋"], L: ["라맇"], M: ["마밓"], P: ["바삫", "파핗"],
  S: ["사앃", "자칳"], ".": ["아잏"], H: ["하힣"]
};
const FIRST_IN_LATIN = {
  K: ["cc", "gg", "kk", "qq"], N: ["kk", "nn"], T: ["dd", "tt"], L: ["ll", "rr", "ww"], M: ["mm"],
  P: ["bb", "ff", "pp", "vv"], S: ["cc", "gg", "jj", "pp", "st", "xx", "zz"],
  ".": ["aa", "ee", "ii", "oo", "uu", "wy"], H: ["hh"]
};
const NEVER = "!", LEAST_SOUNDS = 2;
const heardOf = new Map(), writtenAs = new Map();

function sound(word) {
  const latin = isAscii(word);
  let found = "";
  if (SPEAKABLE.test(word)) {
    found = word.replace(SPELLED, function () {
      const groups = Array.prototype.slice.call(arguments, 1, SPELLINGS.length + 1);
      return SPELLINGS[groups.findIndex(function (group) { return group !== undefined; })][1];
    });
  } else if (word.length > 1 && isSyllable(word[word.length - 1])) {
    found = soundOfHangul(word);
  }
  if (!found || found.indexOf(NEVER) >= 0) return "";
  const heard = found.replace(/(.)\1+/g, "$1").replace(/TS/g, "S");
  return weight(heard) >= LEAST_SOUNDS && (latin || word.length <= LEAST_SOUNDS * weight(heard)) ? heard : "";
}

function isAscii(word) { return !/[^\x00-\x7f]/.test(word); }

function weight(heard) { return heard.replace(/\./g, "").length; }

function alike(word, like) {
  return like.some(function (one) { return /^[A-Z.]/.test(one) ? sounds(word, one) : slipped(word, one); });
}

function slipped(one, other) {
  const left = Array.from(one), right = Array.from(other);
  if (Math.abs(left.length - right.length) > 1) return false;
  const differing = left.findIndex(function (letter, at) { return letter !== right[at]; });
  const start = differing < 0 ? left.length : differing;
  function rest(letters, from) { return letters.slice(start + from).join(""); }
  const swapped = left[start] === right[start + 1] && left[start + 1] === right[start];
  return (swapped && rest(left, 2) === rest(right, 2)) ||
    rest(left, 1) === rest(right, 0) || rest(left, 1) === rest(right, 1) || rest(left, 0) === rest(right, 1);
}

function sounds(word, heard) {
  const glance = isAscii(word) ? lettersOf(heard).test(word)
    : heard.startsWith(heardIn(Array.from(word)[0]).replace(/T+$/, ""));
  return glance && sound(word) === heard;
}

function lettersOf(heard) {
  if (!writtenAs.has(heard)) {
    const letters = Array.from(heard, function (one) { return LETTERS_FOR[one]; });
    writtenAs.set(heard, new RegExp("^" + letters.join("") + "e?$"));
  }
  return writtenAs.get(heard);
}

function soundOfHangul(word) {
  const last = word[word.length - 1];
  const found = (isSilent(word[0]) ? "L" : "") + Array.from(word, heardIn).join("");
  const hissing = firstSound(last) === "S" && vowel(last) === "ㅣ" && !final(last);
  return hissing ? found.slice(0, -1) : found;
}

function isSilent(letter) { return initial(letter) === "ㄹ" && vowel(letter) === "ㅡ"; }

function firstSound(letter) { return (FIRST_SOUNDS[INITIAL_CONSONANTS.indexOf(initial(letter))] || "").trim(); }

function heardIn(letter) {
  let heard = heardOf.get(letter);
  if (heard === undefined) {
    const end = isSyllable(letter) ? LAST_SOUNDS[final(letter)] : undefined;
    heard = (isSilent(letter) || !initial(letter) ? "" : firstSound(letter)) +
      (vowel(letter) === "ㅡ" ? "" : ".") + (end === undefined ? NEVER : end);
    heardOf.set(letter, heard);
  }
  return heard;
}
