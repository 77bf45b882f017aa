/* Stems: the words without their endings, as core/search/terms/stems.py takes them off. */

const SURE = new Set((
  "은 는 을 를 에 와 에서 에게 에게서 한테 으로 까지 부터 처럼 보다 마다 밖에 조차 에는 에도 에만 " +
  "에서는 에서도 에서만 에서의 에게는 에게도 으로는 으로도 으로만 으로서 으로써 까지는 까지도 까지만 " +
  "부터는 부터의"
).split(" "));
const ENDINGS = new Set(Array.from(SURE).concat((
  "이 가 의 로 과 도 만 나 들 님 씨 쯤 씩 들이 들은 들을 들의 들도 로는 로도 로만 로서 로써 와의 과의 " +
  "과는 와는 이나 이랑 랑 만큼 마저 대로 같이 라도 이라도 이든 이란 란 하고 님이 님은 님의 님께 님도 " +
  "만을 만이 만은 으로의 에의 이다 입니다 입니까 이에요 이예요 예요 이고 이며 이면 인데 인데요 인가 " +
  "인가요 인지 이라 이라고 라고 이라는 라는 이라면 라면 이라서 라서 이어서 이므로 이니까 니까 이지만 " +
  "일까 일까요 일지 이었다 였다 이었던 였던 이지 이죠 이던 하다 한다 하는 한 할 함 하고 하면 하게 하기 " +
  "하지 하며 하여 하던 하네 하죠 해서 해도 해야 해 했다 했던 했는데 했고 했을 했어요 했습니다 합니다 " +
  "합니까 하나요 하는데 하는지 하려면 하려고 하도록 하므로 하니까 하지만 하거나 하자 하자고 할까 할까요 " +
  "할지 할수록 한다는 한다고 한다면 해요 하세요 하셨는데 하시는데 하라는 하라고 되다 된다 되는 된 될 됨 " +
  "되고 되면 되게 되기 되지 되며 되어 되어서 되던 되도록 되므로 되니까 되지만 돼 돼서 돼요 됐다 됐던 " +
  "됐는데 됐어요 됐습니다 되었다 되었던 되었습니다 됩니다 됩니까 되나요 되는데 되는지 될까 될까요 될지 " +
  "된다는 된다고 된다면 되네 시키다 시킨다 시키는 시킨 시킬 시키고 시키면 시키기 시켜 시켜서 시킵니다 " +
  "시켰다 는데 는데요 는지 는가 는다 는다는 는다고 는다면 나요 지만 으면 면 면서 으면서 으며 며 거나 고 " +
  "고서 서 게 기 지 어 어서 어요 어도 어야 아 아서 아요 아도 아야 었다 었는데 었던 었고 었을 었어요 " +
  "었습니다 았다 았는데 았던 았고 았을 았어요 았습니다 습니다 습니까 은데 은데요 은지 은가 은가요 려고 " +
  "려면 으려고 으려면 도록 더니 던 던데 네 네요 죠 요 다고 다는 다면 니 자 잖아 잖아요 아지는 어지는 " +
  "아진다 어진다 스럽다 스러운 스럽게 ㄴ다 ㄴ다는 ㄴ다고 ㄴ다면 ㄴ데 ㄴ데요 ㄴ지 ㄴ가 ㄴ가요 ㄴ걸 ㄹ까 " +
  "ㄹ까요 ㄹ지 ㄹ지도 ㄹ수록 ㄹ게요 ㄹ래 ㄹ래요 ㅂ니다 ㅂ니까 ㅂ시다 ㅆ다 ㅆ는데 ㅆ는데요 ㅆ던 ㅆ고 " +
  "ㅆ을 ㅆ어요 ㅆ습니다 ㅆ나요 ㅆ지만 ㅆ다고 ㅆ다는 ㅆ네요 ㅆ죠 ㅆ거든요 ㅆ더니 ㅆ으면 ㅆ지 ㅆ네"
).split(" ")));
const DEEPEST = 3;
const STAYS = 2;
const CONTRACTED = { "ㅕ": "ㅣ", "ㅝ": "ㅜ" };
const ENGLISH =
  /^(?=.*[aeiouy].*(?:s|ed|ing)$)([a-z]{3,}?)(?:ie[ds]|(?<=[hsxz])es|(?<![ius])s|(?<!e)ed|ing)$/;
const DOUBLED = /^(.{2,}([bdgmnprt]))\2$/;
const BY_LAST = byLast();

/* The endings by their last syllable, those first that take most off: the syllables that go, and the consonant
   to be found before them. */
function byLast() {
  const found = new Map();
  Array.from(ENDINGS).sort().forEach(function (ending) {
    const consonant = FINALS.indexOf(ending[0]) > 0 ? ending[0] : "", last = ending[ending.length - 1];
    if (!found.has(last)) found.set(last, []);
    found.get(last).push({ text: ending.slice(consonant.length), consonant: consonant, sure: SURE.has(ending) });
  });
  found.forEach(function (rows) {
    rows.sort(function (one, other) {
      return other.text.length - one.text.length || other.consonant.length - one.consonant.length;
    });
  });
  return found;
}

function levels(word) {
  const found = [word];
  for (let i = 0; i < DEEPEST; i += 1) {
    const stem = withoutEnding(found[found.length - 1], STAYS);
    if (stem === null) break;
    if (stem.sure) found.pop();
    found.push(stem.text);
  }
  const whole = uncontracted(found[found.length - 1]);
  if (whole !== null) found.push(whole);
  return found;
}

function counted(word) {
  let stem = withoutEnding(word, 1);
  while (stem !== null) {
    word = stem.text;
    stem = withoutEnding(word, 1);
  }
  return word;
}

function withoutEnding(word, stays) {
  const size = length(word);
  for (const ending of BY_LAST.get(word[word.length - 1]) || []) {
    if (size - ending.text.length < stays || !word.endsWith(ending.text)) continue;
    const left = word.slice(0, word.length - ending.text.length);
    if (!ending.consonant) return { text: left, sure: ending.sure };
    const before = left[left.length - 1];
    if (final(before) === ending.consonant) return { text: left.slice(0, -1) + opened(before), sure: false };
  }
  return null;
}

function uncontracted(word) {
  const last = word[word.length - 1];
  if (length(word) < STAYS || !isSyllable(last) || final(last)) return null;
  const spread = CONTRACTED[vowel(last)];
  if (spread === undefined) return null;
  const further = (VOWELS.indexOf(spread) - VOWELS.indexOf(vowel(last))) * TAILS;
  return word.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + further);
}

function latinStem(word) {
  const match = ENGLISH.exec(word), stem = match ? match[1] : "", doubled = DOUBLED.exec(stem);
  return doubled ? doubled[1] : stem;
}
