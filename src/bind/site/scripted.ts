/** Forms that a script sends: the endpoint that takes such a row, asked as the script would ask it. */
import type { Values } from '../../html/fill.ts';
import type { Control, Form } from '../../html/page.ts';
import { type Endpoint, endpointsOf, mentions, verbsOf } from '../endpoint.ts';
import { takenSlots } from './controls.ts';
import { pathUnder } from './detail.ts';
import { type FormWish, fillForm } from './fill-form.ts';
import type { SendWish, Sent, Stand } from './forms.ts';
import type { ContentModel } from './models.ts';
import type { SiteTools } from './tools.ts';

export interface ScriptedForm {
  endpoint: Endpoint;
  encoding: 'json' | 'form';
  parent: ContentModel | null;
  /** the page on which the script runs: asked first, for its cookies */
  page: Stand;
}

const NOT_NEW = [
  'delete',
  'edit',
  'update',
  'like',
  'approve',
  'remove',
  'report',
  'login',
  'logout',
  'register',
  'vote',
  'follow',
];

/** POST endpoints whose code writes such rows, the likeliest first. */
export function scriptedCandidates({ facts }: SiteTools, { model, spec }: ContentModel): Endpoint[] {
  return endpointsOf(facts)
    .filter(
      ({ method, handler, route }) =>
        method === 'POST' &&
        (handler.inputModel === model.label ||
          handler.models.includes(model.label) ||
          route.model === model.label),
    )
    .filter((endpoint) => !mentions(verbsOf(endpoint), NOT_NEW))
    .map((endpoint) => ({
      endpoint,
      score:
        (endpoint.handler.inputModel === model.label ? 3 : 0) +
        (endpoint.route.model === model.label ? 1 : 0) +
        (mentions(verbsOf(endpoint), spec.words) ? 2 : 0),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ endpoint }) => endpoint)
    .slice(0, 5);
}

export async function sendScripted(
  tools: SiteTools,
  scripted: ScriptedForm,
  content: ContentModel,
  filling: FormWish,
  wish: SendWish,
): Promise<Sent | null> {
  const path = pathUnder(scripted.endpoint, scripted.parent, wish.row);
  if (path === null) return null;
  const from = await scripted.page(tools, wish.as, wish.row);
  const browser = await tools.browser(wish.as);
  const form = formOf(scripted.endpoint, path);
  const filled = { ...fillForm(form, content, filling), ...parentKeys(form, scripted.parent, filling) };
  const values = wish.change?.(filled, form) ?? filled;
  const pairs = [...Object.entries(values), ...(wish.options?.extra ?? [])];
  const body =
    scripted.encoding === 'json'
      ? { contentType: 'application/json', text: JSON.stringify(Object.fromEntries(pairs)) }
      : {
          contentType: 'application/x-www-form-urlencoded',
          text: new URLSearchParams(
            pairs.map(([key, value]): [string, string] => [key, String(value)]),
          ).toString(),
        };
  const visit = await browser.fetch(from?.url ?? '/', 'POST', path, body, wish.options?.csrf);
  return { visit, values, marks: filling.marks, taken: takenSlots(form, content, values) };
}

/** The keys that the code reads, as controls of a form: what is filled in is decided in one place. */
export function formOf({ handler }: Endpoint, action: string): Form {
  const known = (handler.input ?? []).filter(({ readOnly }) => !readOnly);
  const read = handler.keys.filter((key) => !known.some(({ name }) => name === key));
  const controls = [
    ...known.map(({ name, kind, required }) => control(name, kind === 'longtext', required)),
    ...read.map((name) => control(name, /body|text|content|message|texto|contenido/i.test(name), true)),
  ];
  return {
    action,
    internal: true,
    method: 'POST',
    encoding: 'urlencoded',
    controls,
    submitters: [],
    text: '',
    heading: '',
    region: 'main',
    errors: [],
    scripted: { attributes: {} },
  };
}

const control = (name: string, long: boolean, required: boolean): Control => ({
  name,
  type: long ? 'textarea' : 'text',
  value: '',
  checked: false,
  options: [],
  multiple: false,
  required,
  maxLength: null,
  minLength: null,
  min: null,
  max: null,
  pattern: null,
  readOnly: false,
  disabled: false,
  label: '',
  id: null,
});

/** What names the row that it belongs to: its key, or its slug where the key asks for one. */
function parentKeys(form: Form, parent: ContentModel | null, { rows }: FormWish): Values {
  const row = Object.values(rows)[0]?.[0];
  if (parent === null || row === undefined) return {};
  const stems = [...parent.spec.words, parent.model.name.toLowerCase(), 'object', 'parent'];
  const naming = form.controls.filter(({ name }) => {
    const words = name.toLowerCase().split(/[^a-z]+/);
    return (
      name === 'id' ||
      name === 'pk' ||
      name === 'slug' ||
      (mentions(words, stems) && !/text|body|content|message/.test(name))
    );
  });
  const slug = Object.entries(parent.slots).find(([name]) => parent.spec.slots[name]?.kind === 'slug')?.[1]
    .field.name;
  return Object.fromEntries(
    naming.map(({ name }) => [
      name,
      String((/slug/.test(name) && slug !== undefined ? row.values[slug] : null) ?? row.id),
    ]),
  );
}
