/** Texts that many learners share are written once. What a learner can influence is made harmless and cut here. */
import { plain } from '../../report/boundary.ts';

export class Texts {
  readonly all: string[] = [];
  readonly #known = new Map<string, number>();

  add(text: string, max = 300): number {
    const harmless = plain(text, { max });
    const known = this.#known.get(harmless);
    if (known !== undefined) return known;
    const index = this.all.push(harmless) - 1;
    this.#known.set(harmless, index);
    return index;
  }
}
