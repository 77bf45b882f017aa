/* Results: core/search/results.py. */

/* What is shown of a document: its headline and the passage that has most of a query, each as [text, hit]. */
function shown(found, query, room) {
  const texts = found.title ? [found.text, found.heading] : [found.text];
  const passages = texts.filter(Boolean).map(function (text) { return snippet(text, query, room); });
  const hit = passages.find(function (pieces) { return pieces.some(function (piece) { return piece[1]; }); });
  return { headline: snippet(found.title || found.heading, query, room), passage: hit || passages[0] || [] };
}
