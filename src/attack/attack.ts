/** An attack: tries one kind of weakness everywhere, and tells only what it has proven. One file each; a line in `attacks.ts`. */
import type { Random } from '../bind/random.ts';
import type { SiteTools } from '../bind/site/tools.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Place, Table } from '../report/schema.ts';
import type { Surface } from './surface.ts';

export interface AttackContext {
  surface: Surface;
  /** a session of this check: its database is that of the survey, and what is done to it nobody else sees */
  tools: SiteTools;
  random: Random;
  /** the headers that the settings of production add to a page; null: that cannot be told */
  production?: () => Promise<Record<string, string> | null>;
}

export interface Weakness {
  /** What is wrong and where, in one sentence: "Anyone may delete /notes/3/delete/, which belongs to alice." */
  summary: string;
  /** what a safe app would have done */
  expected: string;
  /** what was seen instead: the proof */
  actual: string;
  /** what could happen, in one sentence */
  danger: string;
  /** what to do about it, in Django's terms */
  fix: string;
  /** the request that proves it */
  proof: Exchanged;
  /** the text in its answer to show the surroundings of; left out: the beginning says it */
  around?: string;
  /** the view that is responsible, where it is known */
  place: Place | null;
}

export interface AttackResult {
  /** what was tried: "14 forms and 9 parameters"; null: there is nothing of the kind to attack */
  tried: string | null;
  weaknesses: Weakness[];
  /** e.g. who may do what */
  table?: Table;
}

export type Attack = (context: AttackContext) => Promise<AttackResult>;
