/* Ranking: core/search/ranking/rank.py, with the same sums in the same order. */

const FREQUENCY = [1, 2.5, 5, 10];
const LENGTH = [6, 12, 24, 48, 96, 192, 384, 768];
const SATURATION = 1.2, BY_LENGTH = 0.4, USUAL_LENGTH = 48;
const NEWER = 0.1, HALF_LIFE = 120;
const NEIGHBOURS = 0.35, PARTLY = 0.3;
const ENOUGH = 10;
const SATURATED = LENGTH.map(function (words) {
  return FREQUENCY.map(function (often) {
    const room = SATURATION * (1 - BY_LENGTH + BY_LENGTH * words / USUAL_LENGTH);
    return often * (SATURATION + 1) / (often + room);
  });
});

function rarity(documents, found) { return logarithm(1 + (documents - found + 0.5) / (found + 0.5)); }

function freshness(day, newest) { return day ? 1 + NEWER * HALF_LIFE / (HALF_LIFE + (newest - day)) : 1; }

function logarithm(value) {
  let power = 0;
  while (value >= 2) { value /= 2; power += 1; }
  return power + (value - 1);
}
