/* Units: what each word of a query may be found by, as in core/search/queries/units.py. */

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
