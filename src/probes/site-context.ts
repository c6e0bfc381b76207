/** What the probes of pages share: the tools of this check, the rows it made, and what they mean. */
import type { BoundContent, BoundSite } from '../bind/site/bound-site.ts';
import type { ContentRow } from '../bind/site/rows.ts';
import { type SiteTools, siteTools } from '../bind/site/tools.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import { type CaseResult, type CheckContext, unjudged } from './probe.ts';

const opened = new WeakMap<CheckContext, SiteTools>();

/** One set of browsers per check, so that who is signed in stays so from step to step. */
export function toolsOf(context: CheckContext): SiteTools {
  const known = opened.get(context) ?? siteTools(context.session, context.bound.facts, context.random);
  opened.set(context, known);
  return known;
}

export const siteOf = ({ bound }: CheckContext): BoundSite | null => bound.site;

export const contentOf = (context: CheckContext, role: string): BoundContent | undefined =>
  siteOf(context)?.contents[role];

export const actorNamed = ({ bound }: CheckContext, name: string): Actor | undefined =>
  name === 'anonymous' ? anonymous() : bound.actors[name];

/** The rows that a step made under this id. */
export const rowsNamed = ({ contents }: CheckContext, id: string | undefined): ContentRow[] =>
  id === undefined ? [] : (contents.get(id) ?? []);

/** Why a step cannot be judged, and the requirement that is to blame. */
export interface Hindrance {
  why: string;
  by: string | null;
  /** the feature is plainly not there, in no other form either */
  absent?: boolean;
}

/** What is plainly not there counts as not found; anything else waits for the requirement that is to blame. */
export const hindered = (label: string, { why, by, absent }: Hindrance): CaseResult =>
  unjudged(label, absent ? 'unbound' : 'blocked', why, by);

/** What should belong to something else and has no relation to it: then nothing about belonging can be judged. */
export function isLoose(context: CheckContext, role: string): Hindrance | null {
  const { spec, slots } = contentOf(context, role) ?? {};
  const missing = Object.entries(spec?.slots ?? {}).find(
    ([slot, { kind }]) => kind === 'one' && slots?.[slot] === undefined,
  );
  return missing === undefined ? null : withoutSlot(context, `${role}.${missing[0]}`);
}

/** A slot that the learner's model does not have. */
export function withoutSlot(context: CheckContext, roleAndSlot: string): Hindrance | null {
  const [role = '', slot = ''] = roleAndSlot.split('.');
  const content = contentOf(context, role);
  if (content === undefined)
    return {
      why: `No model for "${role}" was found in this project.`,
      by: context.askingFor(role),
      absent: siteOf(context)?.absent.includes(role),
    };
  if (content.slots[slot] !== undefined) return null;
  const { label = slot, to = '' } = content.spec.slots[slot] ?? {};
  return {
    why: `${content.model.name} has no ${label}.`,
    by: context.askingFor(role, slot),
    absent: siteOf(context)?.absent.includes(to),
  };
}
