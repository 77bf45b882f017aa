/* Letters, as core/search/terms/letters.py tells them apart. */

const INITIAL_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const CLUSTERS = {
  "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
  "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"
};
const HANGUL = "가-힣ㄱ-ㅣ";
const SYLLABIC = HANGUL + "々〆〇ぁ-ゖゝゞァ-ヺー-ヿ㐀-䶿一-鿿\\u{20000}-\\u{3ffff}";
const LETTERS = "0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2132\\u214e\\u2183\\u2184\\u2c00-\\u2dff\\u3105-\\u312f\\u31a0-\\u31ff" +
  "\\ua000-\\uabff\\u{10000}-\\u{1cfff}";
const SIGNS = "\\u00b0\\u00b1\\u00d7\\u00f7\\u2190-\\u23ff\\u25a0-\\u27bf\\u2900-\\u2bff\\u{1f000}-\\u{1faff}";
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const TAILS = FINALS.length;
const BLOCK = VOWELS.length * TAILS;
const FIRST = "가".charCodeAt(0);
const ODD = new RegExp("[^\\x00-\\x7f" + HANGUL + "]+", "gu");
const ODD_LETTER = new RegExp("^[^\\x00-\\x7f" + HANGUL + "]", "u");
const UNSEEN =
  /[\u00ad\u115f\u1160\u17b4\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\u20e3\u{1f3fb}-\u{1f3ff}]/gu;
const plainLetters = new Map();

function plain(text) {
  return text.replace(ODD, function (odd) { return Array.from(odd, plainLetter).join(""); });
}

/* For each unit of plain(text) where the letter that it comes from begins and ends. */
function plainPlaces(text) {
  const starts = [], ends = [];
  let place = 0;
  for (const letter of text) {
    const count = ODD_LETTER.test(letter) ? plainLetter(letter).length : letter.length;
    for (let i = 0; i < count; i += 1) { starts.push(place); ends.push(place + letter.length); }
    place += letter.length;
  }
  return { starts: starts, ends: ends };
}

function plainLetter(letter) {
  let found = plainLetters.get(letter);
  if (found === undefined) {
    found = Array.from(letter.normalize("NFKC"), jamoLetter).join("").replace(UNSEEN, "");
    plainLetters.set(letter, found);
  }
  return found;
}

function jamoLetter(letter) {
  const code = letter.codePointAt(0);
  if (code >= 0x1100 && code <= 0x1112) return INITIAL_CONSONANTS[code - 0x1100];
  if (code >= 0x1161 && code <= 0x1175) return String.fromCharCode("ㅏ".charCodeAt(0) + code - 0x1161);
  if (code >= 0x11a8 && code <= 0x11c2) return FINALS[code - 0x11a7];
  return letter;
}

function folded(word) {
  return word.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
}

function isSyllable(letter) { return letter >= "가" && letter <= "힣"; }

function initial(letter) {
  if (isSyllable(letter)) return INITIAL_CONSONANTS[Math.floor((letter.charCodeAt(0) - FIRST) / BLOCK)];
  return letter >= "ㄱ" && letter <= "ㅣ" ? letter : "";
}

function vowel(letter) {
  return isSyllable(letter) ? VOWELS[Math.floor((letter.charCodeAt(0) - FIRST) / TAILS) % VOWELS.length] : "";
}

function final(letter) {
  return isSyllable(letter) ? FINALS[(letter.charCodeAt(0) - FIRST) % TAILS].trim() : "";
}

function opened(syllable) {
  const code = syllable.charCodeAt(0);
  return String.fromCharCode(code - (code - FIRST) % TAILS);
}

function closed(syllable, consonant) {
  return String.fromCharCode(syllable.charCodeAt(0) + FINALS.indexOf(consonant));
}

function firstWith(consonant) {
  return String.fromCharCode(FIRST + INITIAL_CONSONANTS.indexOf(consonant) * BLOCK);
}

function shifted(term, places) {
  const letters = Array.from(term);
  const last = letters.pop().codePointAt(0);
  return letters.join("") + String.fromCodePoint(last + (places === undefined ? 1 : places));
}

/* Letters are counted as Python counts them, where there may be some outside of the basic plane. */
function length(text) { return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length; }

function cut(text, most) { return text.length <= most ? text : Array.from(text).slice(0, most).join(""); }
