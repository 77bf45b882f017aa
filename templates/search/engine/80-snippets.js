/* Snippets: what is shown of a document, as in core/search/snippets.py. */

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
