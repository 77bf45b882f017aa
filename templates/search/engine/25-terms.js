/* Terms: what a text is found by, as in core/search/terms/text.py. */

/* The terms of a text as [term, start, end]. */
function terms(text) {
  const places = plainPlaces(text);
  return placedTerms(plain(text)).map(function (placed) {
    return [placed[0], places.starts[placed[1]], places.ends[placed[2] - 1]];
  });
}

function overBlank(chunk, following) {
  if (chunk.last && following.first) return PAIR + chunk.last + following.first;
  if (chunk.closing && following.opening) return cut(chunk.closing + following.opening, LONGEST_WORD);
  return "";
}

function placedTerms(plainText) {
  const found = matches(CHUNK, plainText);
  const read = found.map(function (match) { return readChunk(match[0]); });
  const placed = [];
  read.forEach(function (chunk, index) {
    const at = found[index].index;
    for (const term of chunk.terms) placed.push([term[0], at + term[1], at + term[2]]);
  });
  for (let i = 0; i + 1 < read.length; i += 1) {
    const term = overBlank(read[i], read[i + 1]);
    if (!term) continue;
    const one = found[i][0], other = found[i + 1][0];
    const end = found[i].index + one.length, start = found[i + 1].index;
    if (term[0] === PAIR) {
      placed.push([term, end - read[i].last.length, start + read[i + 1].first.length]);
      if (read[i].open && read[i + 1].lead) placed.push(acrossFrom(found, read, i));
    } else {
      const last = pieces(one);
      placed.push([term, end - last[last.length - 1].length, start + pieces(other)[0].length]);
    }
  }
  return placed;
}

function acrossFrom(found, read, index) {
  let begun = read[index].open, end = 0;
  for (let place = index + 1; place < read.length; place += 1) {
    const lead = read[place].lead.slice(0, LONGEST_INITIALS - begun.length);
    if (!lead) break;
    begun += lead;
    end = found[place].index + lead.length;
    if (begun.length === LONGEST_INITIALS || !read[place].through) break;
  }
  const start = found[index].index + found[index][0].length - read[index].open.length;
  return [ACROSS + begun, start, end];
}
