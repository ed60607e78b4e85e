// Interleaved rounds: every contender once a round, so that a slow minute is slow for all.
/** A round in which others used more of a core than this is not counted. */
export const QUIET = 0.15;
const WANTED = 3;
const TRIES = 7;

/**
 * Runs rounds until three were quiet. A contender tells which part of a core `others` used. When the machine is never quiet, the three quietest count
 * and `others` tells how loud they were.
 */
export async function measureRounds(contenders, tries = TRIES) {
  const rounds = [];
  const quiet = () => rounds.filter(({ others }) => others <= QUIET);
  while (quiet().length < WANTED && rounds.length < tries) {
    const round = { others: 0, results: {} };
    for (const [name, run] of Object.entries(contenders)) {
      const result = await run();
      round.others = Math.max(round.others, result.others);
      round.results[name] = result;
    }
    rounds.push(round);
    console.log(`    round ${rounds.length}: others used ${round.others.toFixed(2)} of a core`);
  }
  const counted = rounds.sort((a, b) => a.others - b.others).slice(0, WANTED);
  const others = Math.max(...counted.map((round) => round.others));
  const of = (name) => counted.map(({ results }) => results[name]);
  return { of, others };
}
