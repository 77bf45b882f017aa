/* Filters of a query, `kind:question`: core/search/queries/filters.py. */

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
