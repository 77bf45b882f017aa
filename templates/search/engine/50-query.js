/* Queries: what somebody asks for, as core/search/queries/query.py reads it. */

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
