/** What a step does, as a reader would say it. */
import { capital } from '../config/capital.ts';
import type { ExerciseSpec } from './schema.ts';
import type { AdminStep, CallStep, FactsStep, GivenStep, Step, ThrottleStep } from './steps.ts';

export function whatItDoes(step: Step, spec: ExerciseSpec): string {
  switch (step.probe) {
    case 'given':
      return given(step, spec);
    case 'call':
      return capital(call(step));
    case 'facts':
      return facts(step);
    case 'throttle':
      return throttle(step);
    case 'visit':
      return capital(`${step.title ?? `open ${step.page}`} (${step.as}, ${step.page})`);
    case 'submit':
      return capital(`${step.title ?? `send ${step.form}`} (${step.as}, form ${step.form})`);
    case 'admin':
      return capital(step.title ?? admin(step));
    case 'links':
      return capital(step.title ?? 'follow the links');
    case 'attack':
      return capital(step.title ?? `attack the app: ${step.attack}`);
    case 'tool':
      return capital(step.title ?? `run ${step.tool} over the files`);
    case 'deploy':
      return capital(step.title ?? "load the settings of production and ask Django's own checks");
    case 'document':
      return capital(
        step.title ?? `look in the repository for a text about ${step.names.slice(0, 3).join(', ')}`,
      );
  }
}

/** Rows of pages are always made inside: a form that does not work costs its own requirement only. */
function given(step: GivenStep, spec: ExerciseSpec): string {
  const { row, of, id, count, under, onto } = step;
  const what = `${of} has the ${row} "${id}"`;
  if (spec.roles[row]?.role !== 'content')
    return `${what} (made through the app, or inside it where the app cannot)`;
  const details = [
    count === undefined ? null : count === 'page' ? 'more of them than one page shows' : `${count} of them`,
    step['days-old'] === undefined ? null : `${step['days-old']} days old`,
    under === undefined ? null : `under "${under}"`,
    onto === undefined ? null : `attached to "${onto}"`,
    step.optional ? 'where there is such a model' : null,
  ].filter((detail) => detail !== null);
  return `${[what, ...details].join(', ')} (made inside the app)`;
}

function call({ title, call: called, as, each }: CallStep): string {
  const values = Object.values(each ?? {})
    .flat()
    .join(' / ');
  const said = title === undefined ? `call ${called} as ${as}` : `${title} (${as}, ${called})`;
  return said.replaceAll(/\$\{\w+\}/g, values);
}

const facts = ({ role }: FactsStep): string => `What the framework says about ${role ?? 'the project'}`;

const throttle = ({ calls, as, other }: ThrottleStep): string =>
  `Requests one after the other until the app refuses (${as}; the first of ${calls.join(', ')} that has a limit), then one as ${other}`;

function admin({ of, search, keeps, hides }: AdminStep): string {
  const named = (ids: string[]): string => ids.map((id) => `"${id}"`).join(', ');
  if (search !== undefined) return `search the admin of ${of} by the ${search.slot} of "${search.of}"`;
  if (keeps === undefined) return `use the admin of ${of}`;
  const without = hides === undefined ? '' : ` and hides ${named(hides)}`;
  return `look in the admin of ${of} for a filter that leaves ${named(keeps)}${without}`;
}
