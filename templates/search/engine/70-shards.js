/* The files of an index, and the postings in them: core/search/index, shards.py and postings.py. */

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
