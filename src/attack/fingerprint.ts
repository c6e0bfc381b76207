/** Whether a request changed anything that the app keeps: what its models hold, before and after. */
import type { AttackContext } from './attack.ts';
import { isTrace } from './row-change.ts';

const MOST_MODELS = 30;

/** How many rows there are, what the newest holds, and what belongs to alice; counters and time stamps left out. */
export async function fingerprint({ surface, tools }: AttackContext): Promise<string> {
  const { instance } = tools.session;
  const { models, user } = tools.facts;
  const parts: unknown[] = [];
  for (const model of models
    .filter(({ learner, label }) => learner || label === user.model)
    .slice(0, MOST_MODELS)) {
    const { count } = await instance.call('rows.count', { model: model.label }).catch(() => ({ count: 0 }));
    const newest = await instance.call('rows.newest', { model: model.label }).catch(() => null);
    const alice = surface.rows.filter((row) => row.owner === 'alice' && row.model.label === model.label);
    const own = [];
    for (const { id } of alice)
      own.push(await instance.call('rows.get', { model: model.label, id }).catch(() => null));
    const kept = [newest, ...own].map(
      (row) =>
        row &&
        Object.entries(row.values).filter(
          ([name]) => !model.fields.some((field) => field.name === name && isTrace(field)),
        ),
    );
    parts.push([model.label, count, kept]);
  }
  return JSON.stringify(parts);
}
