/** What another site sends in the name of somebody who is signed in. */
import type { Weakness } from './attack.ts';

/** As a browser says it of a page on another site. */
export const ELSEWHERE = { Origin: 'https://evil.example', Referer: 'https://evil.example/page' };

export interface Forgeries {
  tried: number;
  weaknesses: Weakness[];
}
