/**
 * The lines between the grader and `inside/boot.py`. Request: {"id", "op", ...}; answer: {"id", "ok", "result"} or
 * {"id", "ok": false, "error": BootFailure}. One process boots Django once (the *zygote*) and forks an *instance* per
 * check: milliseconds, with caches and memory as fresh as after a start, and a database of its own where asked.
 */
import { z } from 'zod';

export const frameSchema = z.object({
  file: z.string(), // relative to the source for learner's files, else as is
  line: z.number().int().min(0),
  function: z.string(),
  code: z.string().nullable(),
  learner: z.boolean(),
});
export type Frame = z.infer<typeof frameSchema>;

/** Why a step inside failed, with what is needed to repair it. */
export const insideErrorSchema = z.object({
  /** settings · setup · urls · database · migrate · makemigrations · facts · operation */
  stage: z.string(),
  /** e.g. "ModuleNotFoundError" */
  type: z.string(),
  message: z.string(),
  frames: z.array(frameSchema),
  /** what is missing, where the exception says it */
  missing: z
    .object({
      kind: z.enum(['module', 'env', 'setting', 'service', 'attribute', 'file', 'library']),
      name: z.string(),
      /** a module that belongs to the learner's own packages, e.g. a git-ignored `config.local_settings` */
      own: z.boolean().default(false),
      /** of a variable: others that the same file cannot do without, so that one start more is enough */
      also: z.array(z.string()).default([]),
    })
    .nullable(),
});
export type InsideError = z.infer<typeof insideErrorSchema>;

/** What the app is started with; every value is decided by the grader and reported as a remedy where it changes something. */
export interface BootRequest {
  op: 'boot';
  /** dotted settings module, e.g. "config.settings.development" */
  settings: string;
  /** sqlite: replace the default database by a fresh SQLite file · postgres: keep ENGINE, replace connection values */
  database:
    | { kind: 'sqlite' }
    | { kind: 'postgres'; host: string; port: number; user: string; password: string; name: string };
  /** where Redis answers, else caches and channel layers that want it become local */
  redis: string | null;
  /** a value for SECRET_KEY, used only when the project's own is empty or missing */
  secretKey: string;
  /** seconds after which a start that hangs is answered with the place where it hangs */
  deadline?: number;
  /** modules of the learner's that are not committed: made in memory from the committed example, or empty */
  stubs?: { module: string; example: string | null; values: Record<string, unknown> }[];
  /** settings that the code reads and nobody sets */
  defaults?: Record<string, unknown>;
}
export const bootResultSchema = z.object({
  facts: z.unknown(),
  /** what the overlay or the boot changed: [{what, why}] */
  changes: z.array(z.object({ what: z.string(), why: z.string() })),
  milliseconds: z.record(z.string(), z.number()),
});

/** Forks an instance that serves HTTP on `port` of 127.0.0.1 once this is answered. */
export interface ForkRequest {
  op: 'fork';
  instance: string;
  port: number;
  /** fresh: copy of the database as it was after `snapshot` (or after boot) · share: the database of that instance */
  database: { kind: 'fresh' } | { kind: 'share'; with: string };
}
/** Takes the database of an instance as the one that `fresh` copies from now on (actors exist in it). */
export interface SnapshotRequest {
  op: 'snapshot';
  instance: string;
}
export interface StopRequest {
  op: 'stop';
  instance: string;
}

/** Operations inside a running instance (a control thread of it executes them). */
export type CallRequest = { op: 'call'; instance: string; action: string; args: Record<string, unknown> };

/**
 * Actions of `call` and what they answer:
 * - user.create {username,email,password,extra} → {id, identity, created, changes}   by the user model's own manager
 * - user.find {value} → {id, model, fields, passwordColumn, hashed, active} | null   a user that has value in any text field
 * - token.mint {user: id} → {access, refresh} | {token} | null                 simplejwt, ninja-jwt, authtoken, knox: what is installed
 * - session.mint {user: id} → {cookieName, value} | null                   null: the app has no sessions
 * - token.resign {token, claims, header} → {token, keyFoundIn} | null          finds the signing key that verifies `token`, signs changed claims
 * - user.verify {user: id} → {}                                              active and verified, as by the link in a mail
 * - user.promote {user: id} → {}                                             may use the admin; active and verified
 * - rows.create {model, values, user: id|null} → {id, values, changes}         fills required fields itself, related rows too; values may
 *                                                                              name automatic dates, and many-to-many fields by ids or names;
 *                                                                              changes: what it took where save() or a signal crashed
 * - rows.find {model, value} → [{id, values}]                                  rows that hold value in any text column
 * - rows.get {model, id} → {id, values} | null
 * - rows.count {model} → {count}
 * - rows.newest {model} → {id, values} | null                                the row that was made last
 * - rows.url {model, id} → {url: path|null}                                  get_absolute_url() without host
 * - rows.set {model, id, values} → {values}                                  past save(), automatic dates included
 * - rows.link {model, id, to, toId} → {linked, how}                          connects two rows by whatever relation stands between their models
 * - rows.related {model, id, to} → {ids}                                     rows of `to` that are connected with the row by any relation
 * - rows.publish {model, id} → {changed: {field: value}}                     visible to the public, as far as the model's fields say how
 * - rows.twins {model, values, field, user} → {shared, refused: message|null, first, second}   two rows made alike, `field` left to the model: do both
 *                                                                              exist with one value of it, or was the second refused?
 * - text.search {value} → [{table, column}]                                    every text column of the database that contains value
 * - cache.clear {} → {}
 * - throttle.fill {path, limit, leave} → {filled: number}                      throttle histories in the cache are filled up to limit − leave
 * - exceptions {since} → [{number, request: id, type, message, frames}]                exceptions of requests, with the X-Milepost-Request header value
 * - rendered {request: id} → [{name, file, learner, extends}]                 templates of that answer, the outermost first
 * - routes.match {path} → {route, name, view, place} | null                    what the URL configuration does with a path
 * - mails {since} → [{number, to, subject, body}]                             what the app has sent since that number
 * - deploy.read {settings, environment, configuration, modules, files, headers} → Reading    settings loaded in a fresh interpreter with exactly this
 *                                                                              environment; `modules` are stood in for, `files`: path → text
 */
export const instanceActions = [
  'user.create',
  'user.find',
  'user.verify',
  'user.promote',
  'token.mint',
  'session.mint',
  'token.resign',
  'rows.create',
  'rows.find',
  'rows.get',
  'rows.count',
  'rows.newest',
  'rows.url',
  'rows.set',
  'rows.link',
  'rows.related',
  'rows.publish',
  'rows.twins',
  'text.search',
  'cache.clear',
  'throttle.fill',
  'exceptions',
  'rendered',
  'routes.match',
  'deploy.read',
  'mails',
] as const;
