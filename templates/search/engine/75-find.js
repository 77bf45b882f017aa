/* The search itself: core/search/ranking/find.py. Generators can be left after each list, and taken up again:
   see `inSteps`. */

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
