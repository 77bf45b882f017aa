/* Widening: what else may have been meant, as in core/search/queries/widening.py. */

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
