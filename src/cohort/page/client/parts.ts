/** What every part of the page is given. */
import type { Looking } from '../address.ts';
import type { PageData, PageExercise } from '../data.ts';
import type { Row } from '../rows.ts';
import type { Look } from './use-address.ts';

export interface Parts {
  data: PageData;
  exercise: PageExercise;
  looking: Looking;
  look: Look;
}
export type OpenLearner = (row: Row, requirement?: string) => void;
