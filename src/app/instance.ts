/** Instances of the booted app: each serves HTTP with a database and caches of its own, and takes calls from inside. */
import { z } from 'zod';
import type { Address, Sandbox } from '../engines/engine.ts';
import { AppProblem, type Channel } from './channel.ts';
import { deployReadingSchema } from './deploy-reading.ts';
import { frameSchema, type instanceActions } from './protocol.ts';
import type { Remedy } from './repair.ts';

const FORK_DEADLINE = 20_000;
const CALL_DEADLINE = 15_000;
const PORT_ATTEMPTS = 20;

const key = z.union([z.string(), z.number()]);
const values = z.record(z.string(), z.json());
const row = z.object({ id: key, values });
/** What it took to make a row that its model did not let be made simply. */
const changes = z.array(z.object({ what: z.string(), why: z.string() })).default([]);
const nothing = z.object({}).loose();

/** What each action answers; the keys are those of `instanceActions`. */
export const actionResults = {
  'user.create': z.object({ id: key, identity: key, created: z.boolean(), changes }),
  'user.find': z
    .object({
      id: key,
      model: z.string(),
      fields: z.record(z.string(), z.json()),
      passwordColumn: z.string(),
      hashed: z.boolean(),
      active: z.boolean(),
    })
    .nullable(),
  'user.verify': nothing,
  'user.promote': nothing,
  'token.mint': z
    .union([z.object({ access: z.string(), refresh: z.string() }), z.object({ token: z.string() })])
    .nullable(),
  'session.mint': z.object({ cookieName: z.string(), value: z.string() }).nullable(),
  'token.resign': z.object({ token: z.string(), keyFoundIn: z.string() }).nullable(),
  'rows.create': row.extend({ changes }),
  'rows.find': z.array(row),
  'rows.get': row.nullable(),
  'rows.count': z.object({ count: z.number().int() }),
  'rows.newest': row.nullable(),
  'rows.url': z.object({ url: z.string().nullable() }),
  'rows.set': z.object({ values }),
  'rows.link': z.object({ linked: z.boolean(), how: z.string().nullable() }),
  'rows.related': z.object({ ids: z.array(key) }),
  'rows.publish': z.object({ changed: values }),
  'rows.twins': z.object({
    shared: z.boolean(),
    refused: z.string().nullable(),
    first: row.nullable(),
    second: row.nullable(),
  }),
  'text.search': z.array(z.object({ table: z.string(), column: z.string() })),
  'cache.clear': nothing,
  'throttle.fill': z.object({ filled: z.number().int() }),
  exceptions: z.array(
    z.object({
      number: z.number().int(),
      request: z.string().nullable(),
      type: z.string(),
      message: z.string(),
      frames: z.array(frameSchema),
    }),
  ),
  rendered: z.array(
    z.object({ name: z.string(), file: z.string().nullable(), learner: z.boolean(), extends: z.boolean() }),
  ),
  'routes.match': z
    .object({
      route: z.string(),
      name: z.string().nullable(),
      view: z.string(),
      place: z.object({ file: z.string(), line: z.number().int().min(1) }).nullable(),
    })
    .nullable(),
  'deploy.read': deployReadingSchema,
  mails: z.array(
    z.object({ number: z.number().int(), to: z.array(z.string()), subject: z.string(), body: z.string() }),
  ),
} as const satisfies Record<Action, z.ZodType>;

type Action = (typeof instanceActions)[number];
export type ActionResult<A extends Action> = z.infer<(typeof actionResults)[A]>;
export type Key = z.infer<typeof key>;
export type RequestException = ActionResult<'exceptions'>[number];

/** What each action takes. */
export interface ActionArguments {
  'user.create': { username: string; email: string; password: string; extra?: Record<string, unknown> };
  'user.find': { value: string };
  'user.verify': { user: Key };
  'user.promote': { user: Key };
  'token.mint': { user: Key };
  'session.mint': { user: Key };
  'token.resign': { token: string; claims: Record<string, unknown>; header?: Record<string, unknown> };
  'rows.create': { model: string; values: Record<string, unknown>; user: Key | null };
  'rows.find': { model: string; value: string };
  'rows.get': { model: string; id: Key };
  'rows.count': { model: string };
  'rows.newest': { model: string };
  'rows.url': { model: string; id: Key };
  'rows.set': { model: string; id: Key; values: Record<string, unknown> };
  'rows.link': { model: string; id: Key; to: string; toId: Key };
  'rows.related': { model: string; id: Key; to: string };
  'rows.publish': { model: string; id: Key };
  'rows.twins': { model: string; values: Record<string, unknown>; field: string; user?: Key | null };
  'text.search': { value: string };
  'cache.clear': Record<string, never>;
  'throttle.fill': { path: string; limit: number; leave: number };
  exceptions: { since: number };
  rendered: { request: string };
  'routes.match': { path: string };
  mails: { since: number };
  'deploy.read': {
    settings: string;
    environment: Record<string, string>;
    configuration: string | null;
    modules: string[];
    files: Record<string, string>;
    headers?: boolean;
  };
}

export interface Instance {
  readonly name: string;
  readonly port: number;
  /** How to reach it as the client machine with this number (1 to 250). */
  address(client: number): Address;
  call<A extends Action>(action: A, args: ActionArguments[A]): Promise<ActionResult<A>>;
  /** Makes the database of this instance the one that fresh instances start with. */
  snapshot(): Promise<void>;
  stop(): Promise<void>;
}

export type InstanceDatabase = { kind: 'fresh' } | { kind: 'share'; with: string };

/** Forks an instance; a port that somebody else has is left for the next one. `supplied`: is told what was supplied. */
export function instanceMaker(
  channel: Channel,
  sandbox: Pick<Sandbox, 'address'>,
  supplied: (remedy: Remedy) => void,
) {
  let count = 0;
  let port = 20_000 + Math.floor(Math.random() * 10_000);

  return async function fork(database: InstanceDatabase = { kind: 'fresh' }): Promise<Instance> {
    for (let attempt = 1; ; attempt += 1) {
      count += 1;
      port = port >= 31_999 ? 20_000 : port + 1;
      const made = { name: `i${count}`, port };
      try {
        const request = { op: 'fork', instance: made.name, port: made.port, database };
        await channel.ask(request, nothing, FORK_DEADLINE);
        return handle(channel, sandbox, made, supplied);
      } catch (error) {
        if (!isPortTaken(error) || attempt === PORT_ATTEMPTS) throw error;
      }
    }
  };
}

function handle(
  channel: Channel,
  sandbox: Pick<Sandbox, 'address'>,
  made: { name: string; port: number },
  supplied: (remedy: Remedy) => void,
): Instance {
  const instance = made.name;
  return {
    ...made,
    address: (client) => sandbox.address(made.port, client),
    call: async (action, args) => {
      const schema: z.ZodType = actionResults[action];
      const answer = await channel.ask({ op: 'call', instance, action, args }, schema, CALL_DEADLINE);
      const told = z.object({ changes }).safeParse(answer);
      for (const remedy of told.success ? told.data.changes : []) supplied(remedy);
      return answer as ActionResult<typeof action>;
    },
    snapshot: async () => {
      await channel.ask({ op: 'snapshot', instance }, nothing, FORK_DEADLINE);
    },
    stop: async () => {
      await channel.ask({ op: 'stop', instance }, nothing, CALL_DEADLINE);
    },
  };
}

function isPortTaken(error: unknown): boolean {
  return error instanceof AppProblem && error.inside?.type === 'OSError' && /in use/i.test(error.message);
}
