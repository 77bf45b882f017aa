/* Chunks between blanks, and what words are in one: core/search/terms/chunks.py. */

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
