/** Seeded random data: the same seed gives the same names, so that a run can be repeated and canned answers fail. */

export interface Random {
  /** an integer from 0 to below `limit` */
  below(limit: number): number;
  /** lower-case letters and digits, beginning with a letter */
  word(length: number): string;
  /** lower-case letters */
  letters(length: number): string;
}

/** mulberry32: small, well distributed, enough for test data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const alphabet = `${letters}23456789`;
  return {
    below,
    letters: (length) => Array.from({ length }, () => letters[below(letters.length)]).join(''),
    word: (length) =>
      letters[below(letters.length)] +
      Array.from({ length: length - 1 }, () => alphabet[below(alphabet.length)]).join(''),
  };
}

/** A person of the test: what is typed into sign-up and sign-in forms. */
export interface Person {
  /** the actor's name in specs and reports */
  actor: string;
  username: string;
  email: string;
  password: string;
}

export function makePerson(actor: string, random: Random): Person {
  const tag = random.word(6);
  return {
    actor,
    username: `${actor}${tag}`,
    email: `${actor}.${tag}@example.com`,
    // Long, mixed and unlike the user name: accepted by every validator that Django ships.
    password: `Vq${random.word(9)}!7Kp`,
  };
}

/** A text that occurs nowhere else: how the grader recognises its own data in an answer. */
export const makeMarker = (random: Random): string => `mp${random.word(10)}`;
