/* What only a page needs: it loads the files of an index, and steps aside while the reader types. */

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
