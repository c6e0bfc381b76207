/** Everything that bob may send in his own name: forms that he is shown, and requests to the API. */
import type { Model } from '../app/facts.ts';
import { type Endpoint, endpointsOf, endsSession, openParams, pathPattern } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import { isEmailName, isPasswordName } from '../bind/values.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Values } from '../html/fill.ts';
import type { Control, Form } from '../html/page.ts';
import type { Place } from '../report/schema.ts';
import { bodyFor, type Repairs, repair } from './access-bodies.ts';
import type { Operation } from './access-operations.ts';
import { isSignUp } from './access-privileges.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import type { AttackContext } from './attack.ts';
import { asksForPassword, isTyped, type OpenForm, openForm, send } from './forms.ts';
import { plain } from './offers.ts';
import { callApi, placeAt } from './requests.ts';
import type { SurfaceForm, SurfaceRow } from './surface.ts';

export interface Draft {
  /** "POST /notes/" or "The form /profile/" */
  name: string;
  path: string;
  /** what it may make */
  models: Model[];
  /** names that its view reads, as far as its source or the form says */
  reads: string[];
  /** a visible control or a required field of that name */
  asksFor(name: string): boolean;
  /** sends it as bob, with these values instead of or beside its own; `pairs`: as a form says them */
  send(values: Record<string, unknown>, pairs?: [string, string][]): Promise<Exchanged>;
  /** what was sent last */
  sent(): Record<string, unknown>;
  /** takes a password: what it may change is bob's own, and makes him a stranger */
  secret: boolean;
  place(): Promise<Place | null>;
}

export async function drafts(context: AttackContext): Promise<Draft[]> {
  const forms = context.surface.forms.filter(
    ({ as, form }) =>
      as !== 'staff' &&
      as !== 'anonymous' &&
      !isSignUp(form) &&
      !/log-?_?out|sign-?_?out|delete|remove/i.test(form.action),
  );
  // A changed password may end bob's session.
  const order = ({ form }: SurfaceForm): number => Number(asksForPassword(form));
  const found = forms.toSorted((a, b) => order(a) - order(b)).map((form) => ofForm(context, form));
  return [...found.flatMap((one) => one ?? []), ...apiDrafts(context)];
}

function ofForm(context: AttackContext, target: SurfaceForm): Draft | null {
  const { tools } = context;
  const path = plain(target.form.action);
  const behind = endpointsOf(tools.facts).filter(
    (one) => pathPattern(one).test(path) && one.method !== 'GET',
  );
  const controls = target.form.controls.filter(({ name }) => name !== '');
  let last: Record<string, unknown> = {};
  let opened: OpenForm | null = null;
  return {
    name: `The form ${path}`,
    path,
    models: modelsBehind(context, behind),
    reads: [...new Set([...controls.map(({ name }) => name), ...readBy(behind)])],
    asksFor: (name) => controls.some((control) => control.type !== 'hidden' && isNamed(control, name)),
    sent: () => last,
    secret: controls.some(({ type, name }) => type === 'password' || isPasswordName(name)),
    place: () => placeAt(context, path, 'POST'),
    async send(values, pairs) {
      opened ??= await openForm(context, target, 'bob');
      const form: Form = opened?.form ?? target.form;
      const own: Values = {
        ...opened?.values,
        ...marks(form.controls, context),
        ...passwords(form.controls, context),
      };
      const known = Object.entries(values).filter(([name]) =>
        form.controls.some((control) => control.name === name),
      );
      const given = Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
      const beside = Object.entries(values).filter(([name]) => !(name in given));
      const extra = pairs ?? beside.map(([name, value]): [string, string] => [name, String(value)]);
      last = { ...own, ...given };
      if (opened !== null) return (await send(opened, { ...own, ...given }, { extra })).first;
      return callApi(context, 'bob', 'POST', path, { ...own, ...given });
    },
  };
}

const isNamed = ({ name }: Control, wanted: string): boolean => name === wanted || name === `${wanted}_id`;

/** Texts of their own each time: some things may be said only once. */
const marks = (controls: Control[], { random }: AttackContext): Values =>
  Object.fromEntries(
    controls
      .filter(
        (control) =>
          isTyped(control) && control.type !== 'url' && !isEmailName(control.name) && control.value === '',
      )
      .map(({ name, maxLength }) => [name, `mp${random.word(10)}`.slice(0, maxLength ?? 20)]),
  );

/** The old password where one is asked for, a new one elsewhere. */
function passwords(controls: Control[], { surface, random }: AttackContext): Values {
  const fields = controls.filter(({ type, name }) => type === 'password' || isPasswordName(name));
  const fresh = `Vq${random.word(9)}!7Kp`;
  return Object.fromEntries(
    fields.map(({ name }) => [name, isOld(name) ? (surface.people.bob.actor.person?.password ?? '') : fresh]),
  );
}

const isOld = (name: string): boolean => /old|current|actuel|actual|alt/i.test(name);

function apiDrafts(context: AttackContext): Draft[] {
  const { surface, tools } = context;
  return surface.endpoints
    .filter((one) => ['POST', 'PUT', 'PATCH'].includes(one.method) && !endsSession(one))
    .flatMap((endpoint) => {
      const own = [
        ...surface.rows.filter(({ owner }) => owner === 'bob'),
        ...surface.rows.filter(({ owner }) => owner === null),
      ];
      const rows = openParams(endpoint).length === 0 ? [] : rowsBehind(endpoint, own, tools.facts);
      const row = rows[0] ?? null;
      const path =
        openParams(endpoint).length === 0 ? endpoint.path : row === null ? null : addressOfRow(endpoint, row);
      return path === null ? [] : [ofEndpoint(context, endpoint, path, own)];
    });
}

function ofEndpoint(context: AttackContext, endpoint: Endpoint, path: string, own: SurfaceRow[]): Draft {
  const models = modelsBehind(context, [endpoint]);
  const repairs: Repairs = new Map();
  const like = own.find(({ model }) => model.label === models[0]?.label) ?? own[0];
  let last: Record<string, unknown> = {};
  return {
    name: `${endpoint.method} ${endpoint.path}`,
    path,
    models,
    reads: readBy([endpoint]),
    asksFor: (name) =>
      (endpoint.handler.input ?? []).some(
        (field) => field.required && [name, `${name}_id`].includes(field.name),
      ),
    sent: () => last,
    secret: readBy([endpoint]).some(isPasswordName),
    place: async () => placeOf(endpoint),
    async send(values) {
      if (like === undefined) return callApi(context, 'bob', endpoint.method, path, values);
      const operation: Operation = {
        name: '',
        method: endpoint.method,
        endpoint,
        model: like.model,
        api: true,
      };
      let answer: Exchanged;
      for (let round = 0; ; round++) {
        last = { ...oldPasswords(context, bodyFor(context, operation, like, repairs)), ...values };
        answer = await callApi(context, 'bob', endpoint.method, path, last);
        if (round >= 4 || !repair(context, operation, answer, like, repairs)) return answer;
      }
    },
  };
}

const oldPasswords = ({ surface }: AttackContext, body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) =>
      isPasswordName(name) && isOld(name) ? [name, surface.people.bob.actor.person?.password] : [name, value],
    ),
  );

const readBy = (endpoints: Endpoint[]): string[] =>
  endpoints.flatMap(({ handler }) => [
    ...handler.keys,
    ...handler.queries,
    ...(handler.input ?? []).filter(({ readOnly }) => !readOnly).map(({ name }) => name),
  ]);

/** Those that belong to a user; of a view that names none, all. */
function modelsBehind({ tools }: AttackContext, endpoints: Endpoint[]): Model[] {
  const { models, user } = tools.facts;
  const owned = models.filter(
    ({ learner, label, fields }) =>
      learner &&
      label !== user.model &&
      fields.some(({ related, kind }) => kind === 'relation' && related === user.model),
  );
  const named = endpoints.flatMap(({ route, handler }) => [
    handler.inputModel,
    route.model,
    ...handler.models,
  ]);
  const meant = owned.filter(({ label }) => named.includes(label));
  return (meant.length > 0 ? meant : owned).slice(0, 8);
}
