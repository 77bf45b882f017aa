/* Asks search.js what test_search_twin.py asks Python: `answer(StudylogSearch, request)`, in node or in a page. */
function answer(S, request) {
  // Places count letters, as Python counts them.
  function at(text, place) { return Array.from(text.slice(0, place)).length; }
  function whole(steps) {
    for (;;) {
      const next = steps.next();
      if (next.done) return next.value;
    }
  }
  function found(index, query, typing, limit) {
    let asked = S.parse(query, typing), result = whole(S.finding(index, asked, limit));
    const lost = result.lost || [];
    if (result.wider) {
      asked = result.wider;
      result = whole(S.finding(index, asked, limit));
    }
    const hits = result.hits.filter(function (hit) {
      return !S.needsTexts(asked) || S.confirmed(asked, index.documents.get(hit.number));
    });
    return {
      complete: result.complete, lost: lost,
      hits: hits.slice(0, limit).map(function (hit) { return [hit.number, hit.score, hit.complete]; })
    };
  }
  const index = new S.Index();
  const files = request.files || [];
  files.forEach(function (file) { if (file[0] === "index") index.put(file[0], file[1]); });
  files.forEach(function (file) { if (file[0] !== "index") index.put(file[0], file[1]); });
  return {
    terms: (request.texts || []).map(function (text) {
      const composed = text.normalize("NFC");
      return S.terms(composed).map(function (term) {
        return [term[0], at(composed, term[1]), at(composed, term[2])];
      });
    }),
    queries: (request.queries || []).map(function (row) {
      const query = S.parse(row[0], row[1]);
      query.unwanted_phrases = query.unwantedPhrases;
      return query;
    }),
    sounds: (request.words || []).map(S.sound),
    snippets: (request.snippets || []).map(function (row) {
      return S.snippet(row[0].normalize("NFC"), S.parse(row[1]), row[2]);
    }),
    searches: (request.searches || []).map(function (row) { return found(index, row[0], row[1], row[2]); }),
    tables: {
      sure: Array.from(S.tables.sure), endings: Array.from(S.tables.endings),
      functionWords: Array.from(S.tables.functionWords), keys: S.tables.keys, kinds: S.tables.kinds,
      spellings: S.tables.spellings, letters: S.tables.letters
    }
  };
}
