/* Search in the pages: the twin of studylog/core/search, line for line where it matters.
   What text is found by (terms), what a query asks (parse), how well a document answers (search) and what of it is
   shown (snippet) must come out as there; tests/browser/test_search_twin.py holds the two together. Beside it
   stands only what a page needs: loading the files of an index, and stepping aside while the reader types. */
var StudylogSearch = (function () {
  "use strict";

  // -- Letters (letters.py) ---------------------------------------------------------------------------------------

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

  // -- Stems (stems.py) -------------------------------------------------------------------------------------------

  const SURE = new Set((
    "은 는 을 를 에 와 에서 에게 에게서 한테 으로 까지 부터 처럼 보다 마다 밖에 조차 에는 에도 에만 " +
    "에서는 에서도 에서만 에서의 에게는 에게도 으로는 으로도 으로만 으로서 으로써 까지는 까지도 까지만 " +
    "부터는 부터의"
  ).split(" "));
  const ENDINGS = new Set(Array.from(SURE).concat((
    "이 가 의 로 과 도 만 나 들 님 씨 쯤 씩 들이 들은 들을 들의 들도 로는 로도 로만 로서 로써 와의 과의 " +
    "과는 와는 이나 이랑 랑 만큼 마저 대로 같이 라도 이라도 이든 이란 란 하고 님이 님은 님의 님께 님도 " +
    "만을 만이 만은 으로의 에의 이다 입니다 입니까 이에요 이예요 예요 이고 이며 이면 인데 인데요 인가 " +
    "인가요 인지 이라 이라고 라고 이라는 라는 이라면 라면 이라서 라서 이어서 이므로 이니까 니까 이지만 " +
    "일까 일까요 일지 이었다 였다 이었던 였던 이지 이죠 이던 하다 한다 하는 한 할 함 하고 하면 하게 하기 " +
    "하지 하며 하여 하던 하네 하죠 해서 해도 해야 해 했다 했던 했는데 했고 했을 했어요 했습니다 합니다 " +
    "합니까 하나요 하는데 하는지 하려면 하려고 하도록 하므로 하니까 하지만 하거나 하자 하자고 할까 할까요 " +
    "할지 할수록 한다는 한다고 한다면 해요 하세요 하셨는데 하시는데 하라는 하라고 되다 된다 되는 된 될 됨 " +
    "되고 되면 되게 되기 되지 되며 되어 되어서 되던 되도록 되므로 되니까 되지만 돼 돼서 돼요 됐다 됐던 " +
    "됐는데 됐어요 됐습니다 되었다 되었던 되었습니다 됩니다 됩니까 되나요 되는데 되는지 될까 될까요 될지 " +
    "된다는 된다고 된다면 되네 시키다 시킨다 시키는 시킨 시킬 시키고 시키면 시키기 시켜 시켜서 시킵니다 " +
    "시켰다 는데 는데요 는지 는가 는다 는다는 는다고 는다면 나요 지만 으면 면 면서 으면서 으며 며 거나 고 " +
    "고서 서 게 기 지 어 어서 어요 어도 어야 아 아서 아요 아도 아야 었다 었는데 었던 었고 었을 었어요 " +
    "었습니다 았다 았는데 았던 았고 았을 았어요 았습니다 습니다 습니까 은데 은데요 은지 은가 은가요 려고 " +
    "려면 으려고 으려면 도록 더니 던 던데 네 네요 죠 요 다고 다는 다면 니 자 잖아 잖아요 아지는 어지는 " +
    "아진다 어진다 스럽다 스러운 스럽게 ㄴ다 ㄴ다는 ㄴ다고 ㄴ다면 ㄴ데 ㄴ데요 ㄴ지 ㄴ가 ㄴ가요 ㄴ걸 ㄹ까 " +
    "ㄹ까요 ㄹ지 ㄹ지도 ㄹ수록 ㄹ게요 ㄹ래 ㄹ래요 ㅂ니다 ㅂ니까 ㅂ시다 ㅆ다 ㅆ는데 ㅆ는데요 ㅆ던 ㅆ고 " +
    "ㅆ을 ㅆ어요 ㅆ습니다 ㅆ나요 ㅆ지만 ㅆ다고 ㅆ다는 ㅆ네요 ㅆ죠 ㅆ거든요 ㅆ더니 ㅆ으면 ㅆ지 ㅆ네"
  ).split(" ")));
  const DEEPEST = 3;
  const STAYS = 2;
  const CONTRACTED = { "ㅕ": "ㅣ", "ㅝ": "ㅜ" };
  const ENGLISH =
    /^(?=.*[aeiouy].*(?:s|ed|ing)$)([a-z]{3,}?)(?:ie[ds]|(?<=[hsxz])es|(?<![ius])s|(?<!e)ed|ing)$/;
  const DOUBLED = /^(.{2,}([bdgmnprt]))\2$/;
  const BY_LAST = byLast();

  /* The endings by their last syllable, those first that take most off: the syllables that go, and the consonant
     to be found before them. */
  function byLast() {
    const found = new Map();
    Array.from(ENDINGS).sort().forEach(function (ending) {
      const consonant = FINALS.indexOf(ending[0]) > 0 ? ending[0] : "", last = ending[ending.length - 1];
      if (!found.has(last)) found.set(last, []);
      found.get(last).push({ text: ending.slice(consonant.length), consonant: consonant, sure: SURE.has(ending) });
    });
    found.forEach(function (rows) {
      rows.sort(function (one, other) {
        return other.text.length - one.text.length || other.consonant.length - one.consonant.length;
      });
    });
    return found;
  }

  function levels(word) {
    const found = [word];
    for (let i = 0; i < DEEPEST; i += 1) {
      const stem = withoutEnding(found[found.length - 1], STAYS);
      if (stem === null) break;
      if (stem.sure) found.pop();
      found.push(stem.text);
    }
    const whole = uncontracted(found[found.length - 1]);
    if (whole !== null) found.push(whole);
    return found;
  }

  function counted(word) {
    let stem = withoutEnding(word, 1);
    while (stem !== null) {
      word = stem.text;
      stem = withoutEnding(word, 1);
    }
    return word;
  }

  function withoutEnding(word, stays) {
    const size = length(word);
    for (const ending of BY_LAST.get(word[word.length - 1]) || []) {
      if (size - ending.text.length < stays || !word.endsWith(ending.text)) continue;
      const left = word.slice(0, word.length - ending.text.length);
      if (!ending.consonant) return { text: left, sure: ending.sure };
      const before = left[left.length - 1];
      if (final(before) === ending.consonant) return { text: left.slice(0, -1) + opened(before), sure: false };
    }
    return null;
  }

  function uncontracted(word) {
    const last = word[word.length - 1];
    if (length(word) < STAYS || !isSyllable(last) || final(last)) return null;
    const spread = CONTRACTED[vowel(last)];
    if (spread === undefined) return null;
    const further = (VOWELS.indexOf(spread) - VOWELS.indexOf(vowel(last))) * TAILS;
    return word.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + further);
  }

  function latinStem(word) {
    const match = ENGLISH.exec(word), stem = match ? match[1] : "", doubled = DOUBLED.exec(stem);
    return doubled ? doubled[1] : stem;
  }

  // -- Chunks (chunks.py) -----------------------------------------------------------------------------------------

  const PAIR = ".", INITIALS = "!", ACROSS = "?";
  const LONGEST_WORD = 32;
  const LONGEST_INITIALS = 4;
  const FUNCTION_WORDS = new Set((
    "a an and are as at be but by can do does for from had has have he her his how i if in into is it its " +
    "me my no not of on one or our out she so than that the their them then there they this to up us was " +
    "we were what when where which who why will with would you your"
  ).split(" "));
  const BLANK = "\\x00-\\x20\\x7f-\\x9f\\u1680\\u2028\\u2029";
  const CHUNK = new RegExp("[^" + BLANK + "]+", "gu");
  const BLANKS = new RegExp("[" + BLANK + "]+", "gu");
  const PIECE = new RegExp("[" + LETTERS + "]+", "gu");
  const TOKEN = new RegExp(
    "([" + SYLLABIC + "]+)" +
    "|([" + LETTERS + "]+(?:[_.'’-][" + LETTERS + "]+" +
    "|(?:(?<=[0-9])[:/×](?=[0-9])|(?<=[0-9]),(?=[0-9]{3}(?![0-9])))[" + LETTERS + "]+)*)" +
    "|([" + SIGNS + "]|[-+*/%=<>!&|^~@]+)", "gu");
  const NUMBER = /^[0-9]+(?:[.,:/×-][0-9]+)*$/;
  const PART = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+[a-z]*/g;
  const MOST_CHUNKS = 20000;
  const chunks = new Map();

  /* All matches of a pattern, each with its text and place. */
  function matches(pattern, text) { return Array.from(text.matchAll(pattern)); }

  function tokens(chunk) {
    const found = [];
    for (const match of matches(TOKEN, chunk)) {
      const text = match[0];
      let kind = match[1] !== undefined ? "run" : match[2] !== undefined ? "word" : "sign";
      if (kind === "word" && NUMBER.test(text)) kind = "number";
      else if (kind === "run" && match.index && ENDINGS.has(text)) continue;
      found.push({ kind: kind, text: text, start: match.index, end: match.index + text.length });
    }
    return found;
  }

  function termsOf(found) {
    let terms = [], before = null;
    for (const token of found) {
      if (token.kind === "run") {
        terms = terms.concat(ofRun(token.text, token.start));
        if (before && before.kind === "number" && before.end === token.start) {
          const unit = counted(token.text);
          terms.push([number(before.text) + unit, before.start, token.start + unit.length]);
        }
      } else if (token.kind === "word") {
        terms = terms.concat(ofWord(token.text, token.start));
      } else if (token.kind === "number") {
        terms.push([number(token.text), token.start, token.end]);
      } else if (isSign(token.text)) {
        terms.push([token.text, token.start, token.end]);
      }
      before = token;
    }
    return terms;
  }

  function readChunk(chunk) {
    let read = chunks.get(chunk);
    if (read) return read;
    const found = tokens(chunk);
    const head = found.length && found[0].start === 0 ? found[0] : null;
    const last = found[found.length - 1];
    const tail = found.length && last.end === chunk.length ? last : null;
    const begins = head && head.kind === "run" ? Array.from(head.text) : [];
    const ends = tail && tail.kind === "run" ? Array.from(tail.text) : [];
    const lead = initials(begins), open = initials(ends);
    read = {
      terms: termsOf(found),
      first: begins.length ? begins[0] : "",
      last: ends.length ? ends[ends.length - 1] : "",
      opening: opening(head),
      closing: closing(tail),
      lead: lead,
      through: begins.join("") === chunk && goesOn(begins, lead),
      open: goesOn(ends, open) ? open : ""
    };
    if (chunks.size >= MOST_CHUNKS) chunks.clear();
    chunks.set(chunk, read);
    return read;
  }

  function number(written) {
    return cut(written.replace(/,/g, "").replace(/×/g, "x"), LONGEST_WORD);
  }

  function word(piece) { return cut(folded(piece), LONGEST_WORD); }

  function parts(piece) {
    if (/[^\x00-\x7f]/.test(piece)) return [];
    const found = matches(PART, piece);
    if (found.length < 2) return [];
    return found.filter(function (match) { return match[0].length > 1; }).map(function (match) {
      return [match[0].toLowerCase(), match.index, match.index + match[0].length];
    });
  }

  function isSign(text) {
    return text.length === 2 || text.length === 3 || text === "@" || /[^\x00-\x7f]/.test(text);
  }

  function initials(run) {
    let found = "";
    for (const letter of run.slice(0, LONGEST_INITIALS)) {
      const consonant = initial(letter);
      if (!consonant) break;
      found += consonant;
    }
    return found;
  }

  function goesOn(run, begun) {
    return run.length > 0 && run.length === begun.length && run.length < LONGEST_INITIALS;
  }

  function ofRun(run, start) {
    const terms = levels(cut(run, LONGEST_WORD)).map(function (level) {
      return [level, start, start + level.length];
    });
    const letters = Array.from(run);
    let at = start;
    for (let i = 0; i + 1 < letters.length; i += 1) {
      const pair = letters[i] + letters[i + 1];
      terms.push([PAIR + pair, at, at + pair.length]);
      at += letters[i].length;
    }
    const begun = initials(letters);
    if (begun.length > 1) terms.push([INITIALS + begun, start, start + begun.length]);
    return terms;
  }

  function ofWord(text, start) {
    const terms = [];
    let before = null;
    for (const piece of matches(PIECE, text)) {
      const begins = start + piece.index, ends = begins + piece[0].length;
      terms.push([word(piece[0]), begins, ends]);
      for (const part of parts(piece[0])) terms.push([part[0], begins + part[1], begins + part[2]]);
      if (before) terms.push([word(before[0] + piece[0]), start + before.index, ends]);
      before = piece;
    }
    return terms;
  }

  function pieces(text) { return text.match(PIECE) || []; }

  function closing(tail) {
    if (tail === null || tail.kind !== "word") return "";
    const found = pieces(tail.text);
    return joining(found[found.length - 1]);
  }

  function opening(head) {
    if (head === null || (head.kind !== "word" && head.kind !== "number")) return "";
    if (head.kind === "number" && !/^[0-9]+$/.test(head.text)) return "";
    return head.kind === "number" ? number(head.text) : joining(pieces(head.text)[0]);
  }

  function joining(piece) {
    const small = word(piece);
    return length(small) < 2 || FUNCTION_WORDS.has(small) ? "" : small;
  }

  // -- Terms (terms.py) -------------------------------------------------------------------------------------------

  /* The terms of a text as [term, start, end]. */
  function terms(text) {
    const places = plainPlaces(text);
    return placedTerms(plain(text)).map(function (placed) {
      return [placed[0], places.starts[placed[1]], places.ends[placed[2] - 1]];
    });
  }

  function overBlank(chunk, following) {
    if (chunk.last && following.first) return PAIR + chunk.last + following.first;
    if (chunk.closing && following.opening) return cut(chunk.closing + following.opening, LONGEST_WORD);
    return "";
  }

  function placedTerms(plainText) {
    const found = matches(CHUNK, plainText);
    const read = found.map(function (match) { return readChunk(match[0]); });
    const placed = [];
    read.forEach(function (chunk, index) {
      const at = found[index].index;
      for (const term of chunk.terms) placed.push([term[0], at + term[1], at + term[2]]);
    });
    for (let i = 0; i + 1 < read.length; i += 1) {
      const term = overBlank(read[i], read[i + 1]);
      if (!term) continue;
      const one = found[i][0], other = found[i + 1][0];
      const end = found[i].index + one.length, start = found[i + 1].index;
      if (term[0] === PAIR) {
        placed.push([term, end - read[i].last.length, start + read[i + 1].first.length]);
        if (read[i].open && read[i + 1].lead) placed.push(acrossFrom(found, read, i));
      } else {
        const last = pieces(one);
        placed.push([term, end - last[last.length - 1].length, start + pieces(other)[0].length]);
      }
    }
    return placed;
  }

  function acrossFrom(found, read, index) {
    let begun = read[index].open, end = 0;
    for (let place = index + 1; place < read.length; place += 1) {
      const lead = read[place].lead.slice(0, LONGEST_INITIALS - begun.length);
      if (!lead) break;
      begun += lead;
      end = found[place].index + lead.length;
      if (begun.length === LONGEST_INITIALS || !read[place].through) break;
    }
    const start = found[index].index + found[index][0].length - read[index].open.length;
    return [ACROSS + begun, start, end];
  }

  // -- Sounds (sounds.py) -----------------------------------------------------------------------------------------

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

  // -- The other script of the keyboard (keyboard.py) -------------------------------------------------------------

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

  // -- Units (units.py) -------------------------------------------------------------------------------------------

  const JOINED = 0.9, STEM = 0.75, BEGINS = 0.6, HALF = 0.5, INSIDE = 0.45, APART = 0.4, HALF_INSIDE = 0.35,
    STEM_INSIDE = 0.25;
  const LATIN_BEGINS = 2, NUMBER_BEGINS = 3;

  function span(low, high, like) { return { low: low, high: high || "", like: like || [] }; }

  function way(weight, spans) { return { weight: weight, spans: spans }; }

  function exactly(weight, terms) { return way(weight, terms.map(function (term) { return span(term); })); }

  function unit(ways, pairs, consonants) {
    return { ways: ways, pairs: pairs || [], initials: consonants || "", must: false, word: "" };
  }

  function unitOf(token, what, typing) {
    if (token.kind === "run") return Object.assign(syllables(token.text, typing), { word: token.text });
    if (token.kind === "word") return latin(token.text);
    if (token.kind === "number") return numeral(number(token.text), what);
    return unit([exactly(1, [token.text])]);
  }

  function unwanted(token, what) {
    const ways = unitOf(token, what, false).ways;
    if (token.kind !== "run") return unit(ways.slice(0, 1));
    return unit(ways.filter(function (one) { return [1, BEGINS, INSIDE].indexOf(one.weight) >= 0; }));
  }

  function beside(one, joined) {
    return Object.assign({}, one, { ways: one.ways.concat([way(JOINED, [joined])]) });
  }

  function beginning(term, typing) {
    const last = term[term.length - 1];
    return span(term, shifted(term, typing && isSyllable(last) && !final(last) ? TAILS : 1));
  }

  function block(term) { return span(term, shifted(term, BLOCK)); }

  function jamo(run) {
    if (!/^[ㄱ-ㅣ]+$/.test(run)) return "";
    return Array.from(run, function (letter) { return CLUSTERS[letter] || letter; }).join("");
  }

  function syllables(run, typing) {
    const consonants = jamo(run);
    if (consonants) return consonantUnit(run, consonants);
    const last = run[run.length - 1];
    if (typing && INITIAL_CONSONANTS.indexOf(last) >= 0) {
      const base = run.slice(0, -1);
      return unit([exactly(1, [run])].concat(half(base, last)), pairsOf(base));
    }
    const found = levels(cut(run, LONGEST_WORD));
    const whole = found[0], stem = found[found.length - 1];
    typing = typing && whole === run;
    let ways = [exactly(1, [whole])];
    for (const level of found.slice(1)) ways.push(exactly(STEM, [level]));
    ways.push(way(BEGINS, [beginning(whole, typing)]));
    if (length(whole) > 1) {
      const pairs = pairsOf(whole);
      const ending = beginning(pairs.pop(), typing);
      ways.push(way(INSIDE, pairs.map(function (pair) { return span(pair); }).concat([ending])));
    }
    if (length(stem) > 1 && stem !== whole) ways.push(exactly(STEM_INSIDE, pairsOf(stem)));
    const consonant = typing ? final(whole[whole.length - 1]) : "";
    if (consonant) {
      const kept = CLUSTERS[consonant] || " " + consonant;
      const syllable = opened(whole[whole.length - 1]);
      ways = ways.concat(
        half(whole.slice(0, -1) + (kept[0] === " " ? syllable : closed(syllable, kept[0])), kept[1]));
    }
    return unit(ways, pairsOf(stem));
  }

  function half(base, consonant) {
    const first = firstWith(consonant);
    const ways = [way(HALF, [block(base + first)])];
    if (base) {
      const letters = Array.from(base);
      const pairs = pairsOf(base).map(function (pair) { return span(pair); });
      ways.push(way(HALF_INSIDE, pairs.concat([block(PAIR + letters[letters.length - 1] + first)])));
    }
    return ways;
  }

  function consonantUnit(run, consonants) {
    const ways = [exactly(1, [cut(run, LONGEST_WORD)])];
    const begun = consonants.slice(0, LONGEST_INITIALS);
    if (consonants.length > 1) {
      for (const one of [[1, INITIALS + begun], [JOINED, ACROSS + begun]]) {
        ways.push(way(one[0], [span(one[1], consonants.length < LONGEST_INITIALS ? shifted(one[1]) : "")]));
      }
    }
    return unit(ways, [], consonants.length > 1 ? consonants : "");
  }

  function latin(compound) {
    const found = pieces(compound);
    const words = found.map(word);
    if (words.length === 1) {
      const ways = [exactly(1, words)];
      if (length(words[0]) >= LATIN_BEGINS) ways.push(way(BEGINS, [beginning(words[0])]));
      const stem = latinStem(words[0]), inside = parts(found[0]);
      if (stem) ways.push(exactly(STEM, [stem]), way(INSIDE, [beginning(stem)]));
      if (inside.length) ways.push(exactly(INSIDE, inside.map(function (part) { return part[0]; })));
      return Object.assign(unit(ways), { word: compound });
    }
    const joined = found.slice(1).map(function (piece, index) { return span(word(found[index] + piece)); });
    const before = joined.slice(0, -1), last = joined[joined.length - 1];
    const lastWord = words[words.length - 1];
    const ending = length(lastWord) >= LATIN_BEGINS ? beginning(lastWord) : span(lastWord);
    const apart = words.slice(0, -1).map(function (one) { return span(one); }).concat([ending]);
    return unit([way(1, joined), way(BEGINS, before.concat([beginning(last.low)])), way(APART, apart)]);
  }

  function numeral(written, what) {
    if (!what) {
      const ways = [exactly(1, [written])];
      if (written.length >= NUMBER_BEGINS) ways.push(way(BEGINS, [beginning(written)]));
      return unit(ways);
    }
    const thing = counted(what.text), together = written + thing;
    const ways = [
      exactly(1, [together]),
      way(BEGINS, [beginning(together)]),
      way(APART, [span(written), beginning(thing)])
    ];
    const pairs = pairsOf(thing);
    if (pairs.length) ways.push(exactly(HALF_INSIDE, [written].concat(pairs)));
    return unit(ways, pairs);
  }

  function pairsOf(run) {
    const letters = Array.from(run);
    return letters.slice(1).map(function (letter, index) { return PAIR + letters[index] + letter; });
  }

  // -- Filters (filters.py) ---------------------------------------------------------------------------------------

  const FACET = ":";
  const KEYS = {
    kind: ["kind", "종류", "유형"],
    lecture: ["lecture", "lec", "강의", "강"],
    course: ["course", "과목"],
    person: ["person", "who", "사람", "이름"],
    since: ["since", "after", "부터", "이후"],
    until: ["until", "before", "까지", "이전"]
  };
  const WHOLE = ["kind", "lecture"];
  const DAYS = ["since", "until"];
  const KINDS = {
    question: ["question", "questions", "q", "질문", "물음"],
    note: ["note", "notes", "page", "글", "노트", "문서"],
    meeting: ["meeting", "meetings", "회의", "회의록", "모임"],
    paper: ["paper", "papers", "논문"],
    slides: ["slides", "slide", "슬라이드", "발표자료", "자료"]
  };
  const NAMES = inverted(KEYS), KIND_NAMES = inverted(KINDS);
  const DAY = /^([12][0-9]{3})(?:[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?)?[-./]?$/;
  const UNSPOKEN = new RegExp("[^!$-\\[\\]-~" + LETTERS + SYLLABIC + "]", "gu");
  const A_DAY = 86400000;

  function inverted(table) {
    const found = new Map();
    for (const key of Object.keys(table)) for (const name of table[key]) found.set(name, key);
    return found;
  }

  function valueOf(key, written) {
    const value = folded(plain(written.normalize("NFC"))).replace(UNSPOKEN, "");
    if (key === "kind") return KIND_NAMES.get(value) || value;
    if (key === "lecture") return value.replace(/강$/, "").replace(/^0+/, "");
    return value;
  }

  function meets(wanted, term) {
    const marked = FACET + wanted.key + FACET;
    const value = term.slice(marked.length);
    return wanted.values.some(function (one) {
      return WHOLE.indexOf(wanted.key) >= 0 ? value === one : value.indexOf(one) >= 0;
    });
  }

  function dayOf(written, end) {
    const match = DAY.exec(written);
    if (!match) return null;
    const year = Number(match[1]), month = Number(match[2] || (end ? 12 : 1));
    if (month < 1 || month > 12) return null;
    const size = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const day = Number(match[3] || (end ? size : 1));
    if (day < 1 || day > size) return null;
    const count = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 31)) / A_DAY;
    return Math.min(Math.max(count, 1), 0x3ffff);
  }

  // -- Queries (query.py) -----------------------------------------------------------------------------------------

  const LONGEST = 200, MOST_UNITS = 16;
  const ALL_NAMES = [].concat.apply([], Object.keys(KEYS).map(function (key) { return KEYS[key]; })).join("|");
  const QUERY_PART = new RegExp(
    "(?<minus>-(?=[" + LETTERS + SYLLABIC + "\"]))?(?:" +
    "(?<name>" + ALL_NAMES + "):(?<value>\"[^\"]*\"?|[^" + BLANK + "\"]*)" +
    "|\"(?<phrase>[^\"]*)\"?" +
    "|(?<chunk>[^" + BLANK + "\"]+))", "giu");

  function parse(text, typing) {
    const written = cut(plain(text.normalize("NFC")), LONGEST).replace(/[“”„‟＂]/g, "\"");
    const query = {
      units: [], neighbours: [], tied: [], phrases: [], unwanted: [], unwantedPhrases: [], filters: [],
      since: null, until: null
    };
    const reading = { query: query, before: "" };
    for (const match of matches(QUERY_PART, written)) {
      const found = match.groups, minus = Boolean(found.minus);
      const last = typing !== false && match.index + match[0].length === written.length;
      if (found.name) readFilter(reading, found.name, found.value.replace(/^"+|"+$/g, ""), minus);
      else if (found.phrase !== undefined) readPhrase(reading, found.phrase, minus);
      else if (minus) {
        for (const pair of countedTokens(found.chunk)) query.unwanted.push(unwanted(pair[0], pair[1]));
        reading.before = "";
      } else readWords(reading, found.chunk, last);
    }
    query.units = query.units.slice(0, MOST_UNITS);
    query.neighbours = query.neighbours.slice(0, MOST_UNITS);
    query.unwanted = query.unwanted.slice(0, MOST_UNITS);
    return query;
  }

  function isEmpty(query) {
    return !(query.units.length || query.neighbours.length || query.tied.length || query.phrases.length ||
      query.unwanted.length || query.unwantedPhrases.length || query.filters.length ||
      query.since !== null || query.until !== null);
  }

  function readWords(reading, chunk, last) {
    const units = reading.query.units, first = units.length;
    let atEnd = false;
    for (const pair of countedTokens(chunk)) {
      const token = pair[0];
      atEnd = last && (pair[1] || token).end === chunk.length;
      if (atEnd && units.length && token.kind === "run" && jamo(token.text).length === 1) break;
      units.push(unitOf(token, pair[1], atEnd));
    }
    if (reading.before && units.length > first) readNeighbours(reading, first, chunk, atEnd);
    reading.before = units.length > first ? chunk : "";
  }

  function readNeighbours(reading, at, chunk, atEnd) {
    const query = reading.query, one = query.units[at - 1], other = query.units[at];
    if (one.initials && other.initials) {
      const begun = ACROSS + (one.initials + other.initials).slice(0, LONGEST_INITIALS);
      query.neighbours.push(span(begun, shifted(begun)));
      return;
    }
    const term = overBlank(readChunk(reading.before), readChunk(chunk));
    if (!term) return;
    const joined = atEnd && term[0] !== PAIR ? beginning(term) : span(term);
    query.neighbours.push(joined);
    if (term[0] === PAIR) return;
    query.units[at - 1] = beside(one, joined);
    query.units[at] = beside(other, joined);
  }

  function readPhrase(reading, written, minus) {
    const query = reading.query, chunkTexts = written.match(CHUNK) || [];
    const units = [];
    for (const chunk of chunkTexts) {
      for (const pair of countedTokens(chunk)) {
        const one = unitOf(pair[0], pair[1], false);
        one.must = true;
        units.push(one);
      }
    }
    reading.before = "";
    if (!units.length) return;
    if (minus) {
      query.unwantedPhrases.push(normal(written));
      return;
    }
    query.phrases.push(normal(written));
    units.forEach(function (one) { query.units.push(one); });
    for (let i = 0; i + 1 < chunkTexts.length; i += 1) {
      const tie = overBlank(readChunk(chunkTexts[i]), readChunk(chunkTexts[i + 1]));
      if (!tie) continue;
      query.tied.push(tie);
      query.neighbours.push(span(tie));
    }
  }

  function readFilter(reading, name, written, minus) {
    const query = reading.query, key = NAMES.get(folded(name)) || "";
    reading.before = "";
    if (DAYS.indexOf(key) >= 0) {
      const day = dayOf(written.trim(), key === "until");
      if (day !== null) query[key] = day;
      return;
    }
    const value = valueOf(key, written);
    if (!value) return;
    let found = query.filters.find(function (one) { return one.key === key && one.unwanted === minus; });
    if (!found) query.filters.push(found = { key: key, values: [], unwanted: minus });
    found.values.push(value);
  }

  function countedTokens(chunk) {
    const found = tokens(chunk).filter(function (token) { return token.kind !== "sign" || isSign(token.text); });
    const pairs = [];
    for (let i = 0; i < found.length; i += 1) {
      const token = found[i], following = found[i + 1];
      const counts = token.kind === "number" && following && following.kind === "run" &&
        following.start === token.end;
      pairs.push([token, counts ? following : null]);
      if (counts) i += 1;
    }
    return pairs;
  }

  // -- Widening (widening.py) -------------------------------------------------------------------------------------

  const ALIKE = 0.5, SLIPPED = 0.3, SURE_SOUNDS = 3, SLIPS = 5;

  /* A query that no document answers, with further ways for its words; `lost` tells which are found nowhere. */
  function widened(query, lost) {
    const units = query.units.map(function (one, number) { return widenedUnit(one, lost[number]); });
    return Object.assign({}, query, { units: units, widened: true });
  }

  function widenedUnit(one, nowhere) {
    if (!one.word || one.must) return one;
    let ways = one.ways.concat(sounding(one.word, nowhere));
    if (!nowhere) return Object.assign({}, one, { ways: ways });
    const typed = retyped(one.word);
    ways = ways.concat(slipping(one.word), typed);
    return Object.assign({}, one, { ways: ways, initials: typed.length ? "" : one.initials });
  }

  function sounding(written, nowhere) {
    const latin = isAscii(written), heard = (latin ? [word(written)] : levels(written)).map(sound);
    const like = Array.from(new Set(heard.filter(function (one) {
      return one && (nowhere || weight(one) >= SURE_SOUNDS);
    })));
    if (!like.length) return [];
    return (latin ? FIRST_IN_HANGUL : FIRST_IN_LATIN)[like[0][0]].map(function (ends) {
      return way(ALIKE, [span(ends[0], shifted(ends[1]), like)]);
    });
  }

  function slipping(written) {
    const small = word(written);
    if (!isAscii(small) || small.length < SLIPS) return [];
    return [way(SLIPPED, [span(small[0], shifted(small[0]), [small])])];
  }

  function retyped(written) {
    const latin = isAscii(written), meant = latin ? inHangul(written) : inLatin(written);
    if (meant.length < 2) return [];
    return unitOf({ kind: latin ? "run" : "word", text: meant, start: 0, end: meant.length }, null, false).ways;
  }

  // -- Matching in texts (matching.py) ----------------------------------------------------------------------------

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

  // -- Ranking (rank.py) ------------------------------------------------------------------------------------------

  const FREQUENCY = [1, 2.5, 5, 10];
  const LENGTH = [6, 12, 24, 48, 96, 192, 384, 768];
  const SATURATION = 1.2, BY_LENGTH = 0.4, USUAL_LENGTH = 48;
  const NEWER = 0.1, HALF_LIFE = 120;
  const NEIGHBOURS = 0.35, PARTLY = 0.3;
  const ENOUGH = 10;
  const SATURATED = LENGTH.map(function (words) {
    return FREQUENCY.map(function (often) {
      const room = SATURATION * (1 - BY_LENGTH + BY_LENGTH * words / USUAL_LENGTH);
      return often * (SATURATION + 1) / (often + room);
    });
  });

  function rarity(documents, found) { return logarithm(1 + (documents - found + 0.5) / (found + 0.5)); }

  function freshness(day, newest) { return day ? 1 + NEWER * HALF_LIFE / (HALF_LIFE + (newest - day)) : 1; }

  function logarithm(value) {
    let power = 0;
    while (value >= 2) { value /= 2; power += 1; }
    return power + (value - 1);
  }

  // -- Postings and shards (postings.py, shards.py) ---------------------------------------------------------------

  const CLASSES = 4, ENDS = 60, FOLLOWS = 30;
  const PARTED = "#", BEHIND_PARTS = "$";
  const FACTS = 1 << 14, NO_DOCUMENT = "!";
  const MOST_POSTINGS = 4000000, MOST_WORDS = 24;

  function value(text, at) {
    const code = text.charCodeAt(at) - 35;
    return code > 56 ? code - 1 : code;
  }

  /* The documents of a list of postings, and the classes of their frequencies. */
  function decode(text) {
    const numbers = new Uint32Array(text.length), classes = new Uint8Array(text.length);
    let count = 0, following = 0, high = 0;
    for (let at = 0; at < text.length; at += 1) {
      const figure = value(text, at);
      if (figure >= ENDS) {
        high = high * FOLLOWS + figure - ENDS + 1;
        continue;
      }
      const code = following + high * ENDS + figure;
      classes[count] = code % CLASSES;
      numbers[count] = (code - classes[count]) / CLASSES;
      following = code - classes[count] + CLASSES;
      high = 0;
      count += 1;
    }
    return { numbers: numbers.subarray(0, count), classes: classes.subarray(0, count) };
  }

  /* The index of a site, as far as its files are at hand; `put` takes what one of them says. */
  function Index() {
    this.manifest = null;
    this.lengths = this.days = this.present = null;
    this.shelves = new Map();
    this.documents = new Map();
    this.lists = new Map();
    this.listed = 0;
    this.words = new Map();
  }

  Index.prototype.put = function (name, content) {
    if (name === "index") {
      this.manifest = content;
      this.lengths = new Uint8Array(content.room);
      this.days = new Uint32Array(content.room);
      this.present = new Uint8Array(content.room);
    } else if (name[0] === "f") {
      this._facts(parseInt(name.slice(2), 16) * FACTS, content);
    } else if (name[0] === "d") {
      const documents = this.documents;
      content.forEach(function (record) {
        documents.set(record[0], {
          number: record[0], id: record[1], kind: record[2], url: record[3], day: record[4],
          title: record[5], heading: record[6], text: record[7], about: record[8]
        });
      });
    } else {
      this.shelves.set(name, content);
    }
  };

  Index.prototype._facts = function (number, text) {
    for (let at = 0; at < text.length; number += 1) {
      if (text[at] === NO_DOCUMENT) {
        at += 1;
        continue;
      }
      this.present[number] = 1;
      this.lengths[number] = value(text, at);
      this.days[number] = value(text, at + 1) << 12 | value(text, at + 2) << 6 | value(text, at + 3);
      at += 4;
    }
  };

  /* The names of the files that hold the keys from one up to another. */
  Index.prototype.shelvesOf = function (low, high) {
    const bounds = this.manifest.terms, names = [];
    for (let i = Math.max(after(bounds, low) - 1, 0); i < bounds.length && (i === 0 || bounds[i] < high); i += 1) {
      names.push("t-" + Array.from(bounds[i], function (one) { return one.codePointAt(0).toString(16); }).join("."));
    }
    return names;
  };

  Index.prototype.shelfOfDocument = function (number) {
    const lows = this.manifest.documents;
    return "d-" + lows[Math.max(after(lows, number) - 1, 0)].toString(16);
  };

  /* The files that a query needs to be answered. */
  Index.prototype.needs = function (query) {
    const index = this, names = new Set();
    function add(low, high) { index.shelvesOf(low, high).forEach(function (name) { names.add(name); }); }
    function addTerm(term) { add(term, term + BEHIND_PARTS); }
    function addSpan(one) { if (one.high) add(one.low, one.high); else addTerm(one.low); }
    query.units.concat(query.unwanted).forEach(function (one) {
      one.ways.forEach(function (each) { each.spans.forEach(addSpan); });
      one.pairs.forEach(addTerm);
    });
    query.neighbours.forEach(addSpan);
    query.tied.forEach(addTerm);
    query.filters.forEach(function (one) { add(FACET + one.key + FACET, FACET + one.key + shifted(FACET)); });
    return Array.from(names);
  };

  /* The keys from one up to another, each with its text. */
  Index.prototype._entries = function (low, high) {
    const found = [];
    for (const name of this.shelvesOf(low, high)) {
      let shelf = this.shelves.get(name);
      if (shelf === undefined) continue;
      if (typeof shelf === "string") {
        const fields = shelf ? shelf.split(" ") : [];
        shelf = { keys: [], texts: [] };
        for (let i = 0; i < fields.length; i += 2) {
          shelf.keys.push(fields[i]);
          shelf.texts.push(fields[i + 1]);
        }
        this.shelves.set(name, shelf);
      }
      for (let i = before(shelf.keys, low); i < shelf.keys.length && shelf.keys[i] < high; i += 1) {
        found.push([shelf.keys[i], shelf.texts[i]]);
      }
    }
    return found;
  };

  Index.prototype._list = function (key, text) {
    let list = this.lists.get(key);
    if (list === undefined) {
      list = decode(text);
      this.listed += list.numbers.length;
      if (this.listed > MOST_POSTINGS) {
        this.lists.clear();
        this.listed = list.numbers.length;
      }
      this.lists.set(key, list);
    }
    return list;
  };

  /* The lists of postings of a span, one after the other. */
  Index.prototype.lists_of = function* (one) {
    const index = this;
    const found = one.high ? this._entries(one.low, one.high) : this._entries(one.low, one.low + BEHIND_PARTS);
    for (const entry of found) {
      if (!one.high && entry[0] !== one.low && !entry[0].startsWith(one.low + PARTED)) continue;
      if (one.like.length && !alike(entry[0].split(PARTED)[0], one.like)) continue;
      yield index._list(entry[0], entry[1]);
    }
  };

  /* The first place in a sorted array whose value is not less, and the first whose value is greater. */
  function before(sorted, one) { return place(sorted, function (other) { return other < one; }); }

  function after(sorted, one) { return place(sorted, function (other) { return other <= one; }); }

  function place(sorted, holds) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(sorted[middle])) low = middle + 1; else high = middle;
    }
    return low;
  }

  // -- Search (find.py) -------------------------------------------------------------------------------------------
  // Generators, which may be left after each list and taken up again: see `inSteps`.

  const STEP = 4096;

  /* The best documents for a query: {hits: [{number, score, complete}], complete}. All hits where texts are to be
     looked up, else `limit`. Where no document has all words, {wider, lost} instead: what else may have been meant,
     which is to be searched then, and the words that nothing has as they are written. */
  function* finding(index, query, limit) {
    if (isEmpty(query)) return { hits: [], complete: 0 };
    const words = [], neighbours = [];
    for (const one of query.units) words.push(yield* wordOf(index, one));
    for (const one of query.neighbours) {
      const found = yield* classesOf(index, one);
      neighbours.push({ rarity: rarity(index.manifest.count, found.numbers.length), classes: found.classes });
    }
    const allowed = yield* allowedBy(index, query);
    const asked = { index: index, words: words, neighbours: neighbours };
    const most = needsTexts(query) ? Infinity : limit;
    const complete = new Best(index, most);
    let count = 0, steps = 0;
    for (const number of smallest(index, words)) {
      if ((steps += 1) % STEP === 0) yield;
      if (!allowed[number] || !words.every(function (one) { return one.best[number] > 0; })) continue;
      count += 1;
      complete.add(number, score(asked, number));
      allowed[number] = 0;
    }
    if (!count && words.length && !query.widened) {
      const nowhere = words.map(function (one) { return !one.numbers.length; });
      const lost = query.units.filter(function (one, number) { return nowhere[number] && one.word; });
      return {
        wider: widened(query, nowhere), lost: Array.from(new Set(lost.map(function (one) { return one.word; })))
      };
    }
    let hits = complete.hits(true);
    if (count < ENOUGH && words.length) {
      const others = yield* incomplete(asked, allowed, most);
      hits = hits.concat(others.hits(false));
    }
    return { hits: hits.slice(0, most), complete: count };
  }

  function* incomplete(asked, allowed, most) {
    const best = new Best(asked.index, most);
    for (const one of asked.words) {
      for (const numbers of [one.numbers, one.someNumbers]) {
        let steps = 0;
        for (const number of numbers) {
          if ((steps += 1) % STEP === 0) yield;
          if (!allowed[number]) continue;
          allowed[number] = 0;
          if (asked.words.every(function (other) { return !other.must || other.best[number] > 0; })) {
            best.add(number, score(asked, number));
          }
        }
      }
    }
    return best;
  }

  /* A word looked up: by the number of a document how well it has the word, and of which `some` have a part. */
  function* wordOf(index, one) {
    const key = JSON.stringify([one.ways, one.pairs]);
    let found = index.words.get(key);
    if (!found) {
      found = yield* lookedUp(index, one);
      if (index.words.size >= MOST_WORDS) index.words.clear();
      index.words.set(key, found);
    }
    return Object.assign({ must: one.must }, found);
  }

  function* lookedUp(index, one) {
    const room = index.manifest.room, best = new Float64Array(room), numbers = new Uint32Array(room);
    let count = 0, known = false;
    function add(number, class_, weight, like) {
      const worth = weight * SATURATED[index.lengths[number]][class_];
      if (best[number] === 0) numbers[count++] = number;
      if (worth > best[number]) best[number] = worth;
      known = known || !like.length;
    }
    for (const each of one.ways) {
      const like = each.spans[0].like;
      if (each.spans.length === 1) {
        for (const list of index.lists_of(each.spans[0])) {
          for (let i = 0; i < list.numbers.length; i += 1) add(list.numbers[i], list.classes[i], each.weight, like);
          yield;
        }
        continue;
      }
      const found = yield* inAll(index, each.spans);
      for (const number of found.numbers) add(number, found.classes[number] - 1, each.weight, like);
      yield;
    }
    const some = new Float64Array(room);
    const someNumbers = known ? [] : yield* partly(index, one, some);
    return {
      best: best, numbers: numbers.slice(0, count), rarity: rarity(index.manifest.count, count),
      some: some, someNumbers: someNumbers
    };
  }

  /* By number the most frequent class of a span, plus one. */
  function* classesOf(index, one) {
    const classes = new Uint8Array(index.manifest.room), numbers = [];
    for (const list of index.lists_of(one)) {
      for (let i = 0; i < list.numbers.length; i += 1) {
        const number = list.numbers[i];
        if (classes[number] === 0) numbers.push(number);
        if (list.classes[i] >= classes[number]) classes[number] = list.classes[i] + 1;
      }
      yield;
    }
    return { classes: classes, numbers: numbers };
  }

  /* By number the rarest class among several spans, plus one, of the documents that have them all. */
  function* inAll(index, spans) {
    const found = yield* classesOf(index, spans[0]);
    for (const one of spans.slice(1)) {
      const other = yield* classesOf(index, one);
      found.numbers = found.numbers.filter(function (number) {
        found.classes[number] = Math.min(found.classes[number], other.classes[number]);
        return found.classes[number] > 0;
      });
    }
    return found;
  }

  function* partly(index, one, some) {
    const pairs = Array.from(new Set(one.pairs)), numbers = [];
    for (const pair of pairs) {
      for (const list of index.lists_of(span(pair))) {
        for (const number of list.numbers) {
          if (some[number] === 0) numbers.push(number);
          some[number] += 1;
        }
        yield;
      }
    }
    return numbers.filter(function (number) {
      some[number] = 2 * some[number] >= pairs.length ? some[number] / pairs.length : 0;
      return some[number] > 0;
    });
  }

  function score(asked, number) {
    const index = asked.index, saturated = SATURATED[index.lengths[number]];
    let total = 0, had = 0;
    for (const one of asked.words) {
      if (one.best[number] > 0) {
        total += one.rarity * one.best[number];
        had += 1;
      } else if (one.some[number] > 0) {
        total += one.rarity * (PARTLY * one.some[number] * saturated[0]);
        had += 0.5;
      }
    }
    for (const one of asked.neighbours) {
      if (one.classes[number]) total += one.rarity * (NEIGHBOURS * saturated[one.classes[number] - 1]);
    }
    const share = asked.words.length ? had / asked.words.length : 1;
    return total * freshness(index.days[number], index.manifest.newest) * (share * share);
  }

  /* The numbers among which all documents with every word must be. */
  function smallest(index, words) {
    if (!words.length) return index.present.keys();
    return words.reduce(function (one, other) { return other.numbers.length < one.numbers.length ? other : one; })
      .numbers;
  }

  function* allowedBy(index, query) {
    const allowed = index.present.slice();
    for (const wanted of query.filters) {
      const marked = FACET + wanted.key + FACET, has = new Uint8Array(allowed.length);
      for (const entry of index._entries(marked, shifted(marked))) {
        if (!meets(wanted, entry[0].split(PARTED)[0])) continue;
        for (const number of index._list(entry[0], entry[1]).numbers) has[number] = 1;
        yield;
      }
      for (let i = 0; i < has.length; i += 1) if (has[i] === (wanted.unwanted ? 1 : 0)) allowed[i] = 0;
    }
    for (const term of query.tied) {
      const has = (yield* classesOf(index, span(term))).classes;
      for (let i = 0; i < has.length; i += 1) if (!has[i]) allowed[i] = 0;
    }
    for (const one of query.unwanted) {
      for (const each of one.ways) {
        for (const number of (yield* inAll(index, each.spans)).numbers) allowed[number] = 0;
      }
    }
    if (query.since !== null || query.until !== null) {
      const since = query.since === null ? 1 : query.since, until = query.until === null ? Infinity : query.until;
      for (let i = 0; i < allowed.length; i += 1) if (index.days[i] < since || index.days[i] > until) allowed[i] = 0;
    }
    return allowed;
  }

  function longInitials(query) {
    return query.units.filter(function (one) { return one.initials.length > LONGEST_INITIALS; });
  }

  function needsTexts(query) {
    return query.phrases.length + query.unwantedPhrases.length + longInitials(query).length > 0;
  }

  function confirmed(query, found) {
    const texts = [found.title, found.heading, found.text, found.about].map(normal);
    return query.phrases.every(function (phrase) { return hasPhrase(texts, phrase); }) &&
      !query.unwantedPhrases.some(function (phrase) { return hasPhrase(texts, phrase); }) &&
      longInitials(query).every(function (one) { return hasInitials(texts, one.initials); });
  }

  /* The best so many documents: a heap with the worst of them on top. */
  function Best(index, most) {
    this.days = index.days;
    this.most = most;
    this.heap = [];
  }

  Best.prototype.add = function (number, total) {
    const one = { number: number, score: total };
    if (this.heap.length < this.most) {
      this.heap.push(one);
      this._up(this.heap.length - 1);
    } else if (this.most && this._better(one, this.heap[0])) {
      this.heap[0] = one;
      this._down();
    }
  };

  Best.prototype.hits = function (complete) {
    const best = this;
    return this.heap.sort(function (one, other) { return best._better(one, other) ? -1 : 1; }).map(function (one) {
      return { number: one.number, score: one.score, complete: complete };
    });
  };

  Best.prototype._better = function (one, other) {
    if (one.score !== other.score) return one.score > other.score;
    const day = this.days[one.number], otherDay = this.days[other.number];
    return day !== otherDay ? day > otherDay : one.number < other.number;
  };

  Best.prototype._up = function (at) {
    const heap = this.heap, one = heap[at];
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this._better(heap[above], one)) break;
      heap[at] = heap[above];
      at = above;
    }
    heap[at] = one;
  };

  Best.prototype._down = function () {
    const heap = this.heap, one = heap[0];
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < heap.length && this._better(heap[below], heap[below + 1])) below += 1;
      if (below >= heap.length || !this._better(one, heap[below])) break;
      heap[at] = heap[below];
      at = below;
    }
    heap[at] = one;
  };

  // -- Snippets (snippets.py) -------------------------------------------------------------------------------------

  const ROOM = 160, BEFORE = 40, MOST_HITS = 64;
  const WIDE = new RegExp(
    "[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7a3" +
    "\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3ffff}]", "u");
  const HANGING = /[\u0300-\u036f\u1160-\u11ff\u200d\u20d0-\u20ff\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}]/u;
  const CUT = "…";

  /* The passage of a text that has most of a query, as [text, hit]. */
  function snippet(text, query, room) {
    const hits = hitsIn(text, query);
    const letters = Array.from(text);
    // Windows are measured in letters, hits in units of the string.
    const places = [];
    let at = 0;
    letters.forEach(function (letter, index) {
      for (let i = 0; i < letter.length; i += 1) places[at + i] = index;
      at += letter.length;
    });
    places[at] = letters.length;
    const found = hits.map(function (hit) { return [places[hit[0]], places[hit[1]], hit[2]]; });
    const window_ = passage(letters, found.slice(0, MOST_HITS), room || ROOM);
    return stretches(letters, window_[0], window_[1], found);
  }

  function hitsIn(text, query) {
    const plainText = plain(text), places = plainPlaces(text), byTerm = new Map(), hits = new Map();
    for (const placed of placedTerms(plainText)) {
      if (!byTerm.has(placed[0])) byTerm.set(placed[0], []);
      byTerm.get(placed[0]).push([placed[1], placed[2]]);
    }
    query.units.forEach(function (one, number) {
      const found = ofUnit(one, byTerm, plainText).concat(one.initials ? withInitials(plainText, one.initials) : []);
      for (const spot of found) {
        const hit = [places.starts[spot[0]], places.ends[spot[1] - 1], number];
        hits.set(hit.join(" "), hit);
      }
    });
    return Array.from(hits.values()).sort(function (one, other) {
      return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
    });
  }

  function ofUnit(one, byTerm, plainText) {
    let hits = [];
    for (const each of one.ways) {
      const mark = each.spans[0].low[0];
      if (mark === INITIALS || mark === ACROSS) continue;
      const found = each.spans.map(function (wanted) { return inSpan(wanted, byTerm, plainText); });
      if (!found.every(function (spots) { return spots.length; })) continue;
      const pairs = each.spans.every(function (wanted) { return wanted.low[0] === PAIR; });
      hits = hits.concat(pairs ? together(found) : [].concat.apply([], found));
    }
    return hits;
  }

  function inSpan(wanted, byTerm, plainText) {
    if (!wanted.high) return byTerm.get(wanted.low) || [];
    const found = [];
    byTerm.forEach(function (spots, term) {
      if (!(wanted.low <= term && term < wanted.high)) return;
      if (wanted.like.length && !alike(term, wanted.like)) return;
      for (const spot of spots) {
        found.push([spot[0], wanted.like.length ? spot[1] : beginningEnd(plainText, spot[0], spot[1], wanted.low)]);
      }
    });
    return found;
  }

  function beginningEnd(plainText, start, end, low) {
    let stop = Math.min(start + low.length, end);
    while (folded(plainText.slice(start, stop - 1)).length >= low.length) stop -= 1;
    return folded(plainText.slice(start, stop)).startsWith(low) ? stop : end;
  }

  function together(found) {
    const pairs = [], hits = [];
    found.forEach(function (spots, number) { spots.forEach(function (spot) { pairs.push([spot[0], spot[1], number]); }); });
    pairs.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]; });
    let begin = -1, stop = -1, seen = new Set();
    pairs.concat([[Infinity, 0, 0]]).forEach(function (pair) {
      if (pair[0] >= stop) {
        if (seen.size && 2 * seen.size >= found.length) hits.push([begin, stop]);
        begin = pair[0];
        seen = new Set();
      }
      stop = Math.max(stop, pair[1]);
      seen.add(pair[2]);
    });
    return hits;
  }

  function passage(letters, hits, room) {
    let best = [0, 0], found = [0, passageEnd(letters, 0, room, 0)];
    if (found[1] === letters.length) return found;
    for (const hit of hits) {
      const start = passageStart(letters, hit[0]), end = passageEnd(letters, start, room, hit[1]);
      const inside = hits.filter(function (other) { return start <= other[0] && other[1] <= end; });
      const units = new Set(inside.map(function (other) { return other[2]; })).size;
      if (units > best[0] || (units === best[0] && inside.length > best[1])) {
        best = [units, inside.length];
        found = [start, end];
      }
    }
    return found;
  }

  function passageStart(letters, at) {
    let start = at, columns = 0;
    while (start > 0 && letters[start - 1] !== "\n" && columns < BEFORE) {
      start -= 1;
      columns += columnsOf(letters[start]);
    }
    if (start === 0 || letters[start - 1] === "\n") return start;
    for (let i = start; i < at; i += 1) {
      if (!ONE_BLANK.test(letters[i])) continue;
      while (i < at && ONE_BLANK.test(letters[i])) i += 1;
      return i;
    }
    while (start < at && HANGING.test(letters[start])) start += 1;
    return start;
  }

  function passageEnd(letters, start, room, least) {
    let end = start, columns = 0;
    while (end < letters.length && columns < room) {
      columns += columnsOf(letters[end]);
      end += 1;
    }
    if (end === letters.length) return end;
    let blank = end;
    while (blank > start && !ONE_BLANK.test(letters[blank])) blank -= 1;
    while (blank > start && ONE_BLANK.test(letters[blank - 1])) blank -= 1;
    if (blank > start && blank >= least) return blank;
    while (end < letters.length && HANGING.test(letters[end])) end += 1;
    return end;
  }

  function columnsOf(letter) { return WIDE.test(letter) ? 2 : 1; }

  function stretches(letters, start, end, hits) {
    const marked = new Uint8Array(Math.max(end - start, 0)), found = [];
    for (const hit of hits) {
      for (let i = Math.max(hit[0], start); i < Math.min(hit[1], end); i += 1) marked[i - start] = 1;
    }
    if (start > 0 && letters[start - 1] !== "\n") found.push([CUT, false]);
    for (let i = start; i < end;) {
      const from = i, hit = marked[i - start];
      while (i < end && marked[i - start] === hit) i += 1;
      found.push([letters.slice(from, i).join("").replace(BLANKS, " "), Boolean(hit)]);
    }
    if (end < letters.length && letters[end] !== "\n") found.push([CUT, false]);
    return found;
  }

  // -- Results (results.py) ---------------------------------------------------------------------------------------

  /* What is shown of a document: its headline and the passage that has most of a query, each as [text, hit]. */
  function shown(found, query, room) {
    const texts = found.title ? [found.text, found.heading] : [found.text];
    const passages = texts.filter(Boolean).map(function (text) { return snippet(text, query, room); });
    const hit = passages.find(function (pieces) { return pieces.some(function (piece) { return piece[1]; }); });
    return { headline: snippet(found.title || found.heading, query, room), passage: hit || passages[0] || [] };
  }

  // -- In a page --------------------------------------------------------------------------------------------------

  const SLICE = 8;
  // After so many milliseconds without another key somebody waits for what was typed.
  const PAUSE = 150;

  /* Runs a generator to its end, with a pause for the page whenever it took longer than a slice of milliseconds.
     `goesOn` is asked after each pause. */
  function inSteps(steps, goesOn, done) {
    const channel = new MessageChannel();
    function step() {
      if (!goesOn()) return;
      const until = performance.now() + SLICE;
      for (;;) {
        const next = steps.next();
        if (next.done) {
          channel.port1.close();
          done(next.value);
          return;
        }
        if (performance.now() > until) break;
      }
      channel.port2.postMessage(0);
    }
    channel.port1.onmessage = step;
    step();
  }

  /* The search of a site whose index lies in a folder, with a slash at its end. Nothing is loaded before the
     first `search` or `load`. */
  function Engine(folder) {
    const engine = this;
    this.index = new Index();
    this.missing = false;
    this._folder = folder;
    this._loading = new Map();
    this._asked = 0;
    window.studylogShard = function (name, content) { engine.index.put(name, content); };
  }

  /* Loads some files, each once; one that cannot be had is left out, and `missing` says so. */
  Engine.prototype._load = function (names) {
    const engine = this;
    return Promise.all(names.map(function (name) {
      if (!engine._loading.has(name)) engine._loading.set(name, engine._script(name));
      return engine._loading.get(name);
    }));
  };

  Engine.prototype._script = function (name) {
    const engine = this;
    return new Promise(function (resolve) {
      const script = document.createElement("script");
      script.src = engine._folder + name + ".js";
      script.charset = "utf-8";
      script.onload = function () { script.remove(); resolve(); };
      script.onerror = function () { script.remove(); engine.missing = true; resolve(); };
      document.head.append(script);
    });
  };

  /* Loads what every search needs. */
  Engine.prototype.load = function () {
    const engine = this;
    return this._load(["index"]).then(function () {
      if (!engine.index.manifest) return null;
      const names = [];
      for (let i = 0; i < engine.index.manifest.facts; i += 1) names.push("f-" + i.toString(16));
      return engine._load(names);
    });
  };

  /* Loads the files for what comes near. Half of a word is often found nowhere: while keys follow, none is loaded. */
  Engine.prototype._loadNear = function (query, goesOn) {
    const engine = this, names = this.index.needs(query);
    const atHand = names.every(function (name) { return engine._loading.has(name); });
    return new Promise(function (resolve) { setTimeout(resolve, atHand ? 0 : PAUSE); }).then(function () {
      return goesOn() ? engine._load(names) : null;
    });
  };

  /* Searches and calls `done` with {query, hits, complete, lost, missing}, unless another search was begun meanwhile;
     `lost` are words that nothing has as they are written, and `query` then asks for what comes near. Each hit has
     its `found` document. `options`: `limit` (20), `typing` (true: the last word may go on). */
  Engine.prototype.search = function (text, options, done) {
    const engine = this, asked = this._asked += 1, limit = options.limit || 20;
    const query = parse(text, options.typing);
    function goesOn() { return engine._asked === asked; }
    function answer(found) {
      if (goesOn()) done(Object.assign({ query: query, missing: engine.missing }, found));
    }
    this.load().then(function () {
      if (!goesOn()) return null;
      if (!engine.index.manifest) return answer({ hits: [], complete: 0, lost: [] });
      return engine._load(engine.index.needs(query));
    }).then(function () {
      if (!goesOn() || !engine.index.manifest) return;
      look(query, function (found) {
        if (!found.wider) return show(query, found, []);
        return engine._loadNear(found.wider, goesOn).then(function () {
          if (goesOn()) look(found.wider, function (other) { show(found.wider, other, found.lost); });
        });
      });
    });
    function look(asked, then) { inSteps(finding(engine.index, asked, limit), goesOn, then); }
    function show(asked, found, lost) {
      return engine._documents(asked, found.hits, limit, goesOn).then(function (hits) {
        answer({ query: asked, lost: lost, hits: hits, complete: found.complete });
      });
    }
  };

  /* The first hits with their documents, without those whose texts have not what was asked for. */
  Engine.prototype._documents = function (query, hits, limit, goesOn) {
    const engine = this, kept = [];
    function next(start) {
      const some = hits.slice(start, start + limit);
      if (!some.length || kept.length >= limit || !goesOn()) return Promise.resolve(kept.slice(0, limit));
      const names = new Set(some.map(function (hit) { return engine.index.shelfOfDocument(hit.number); }));
      return engine._load(Array.from(names)).then(function () {
        for (const hit of some) {
          const found = engine.index.documents.get(hit.number);
          if (!found || (needsTexts(query) && !confirmed(query, found))) continue;
          kept.push({ number: hit.number, score: hit.score, complete: hit.complete, found: found });
        }
        return next(start + limit);
      });
    }
    return next(0);
  };

  return {
    terms: terms, parse: parse, snippet: snippet, shown: shown, confirmed: confirmed, needsTexts: needsTexts,
    Index: Index, finding: finding, inSteps: inSteps, Engine: Engine,
    sound: sound,
    tables: {
      sure: SURE, endings: ENDINGS, functionWords: FUNCTION_WORDS, keys: KEYS, kinds: KINDS, spellings: SPELLINGS,
      letters: LETTERS_FOR
    }
  };
})();
