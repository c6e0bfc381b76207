/**
 * Facts: what the booted framework says about itself, dumped by `inside/facts.py`.
 * They come from a process that the learner's code shares: they locate and explain, they never award points.
 * Parsed leniently (`z.object` drops unknown keys) and bounded, because they can be forged.
 */
import { z } from 'zod';
import {
  adminSchema,
  migrationsSchema,
  noAdmin,
  noMigrations,
  plainSite,
  siteSchema,
  templateSchema,
} from './site-facts.ts';

const place = z
  .object({ file: z.string(), line: z.number().int().min(1) })
  .nullable()
  .catch(null);

export const fieldKinds = [
  'text',
  'longtext',
  'integer',
  'decimal',
  'float',
  'boolean',
  'date',
  'datetime',
  'time',
  'duration',
  'uuid',
  'slug',
  'email',
  'url',
  'choice',
  'json',
  'file',
  'image',
  'password',
  'relation',
  'relations',
  'list',
  'object',
  'other',
] as const;
const kind = z.enum(fieldKinds).catch('other');
export type FieldKind = (typeof fieldKinds)[number];

/** A field of a Django model. */
export const modelFieldSchema = z.object({
  name: z.string(),
  kind,
  /** e.g. "CharField" */
  type: z.string(),
  /** e.g. "shelf.Book" for relations */
  related: z.string().nullable(),
  primaryKey: z.boolean(),
  unique: z.boolean(),
  null: z.boolean(),
  blank: z.boolean(),
  hasDefault: z.boolean(),
  /** auto_now or auto_now_add, or a callable default such as timezone.now on a date field */
  automatic: z.boolean(),
  editable: z.boolean(),
  maxLength: z.number().nullable(),
  choices: z.array(z.union([z.string(), z.number(), z.boolean()])).nullable(),
  /** unique among the rows of one day, month or year (`unique_for_date=` and its like) */
  uniqueFor: z.enum(['date', 'month', 'year']).nullable().catch(null),
  /** the model between two models that are connected many to many, where it is written out */
  through: z.string().nullable().catch(null),
});
export type ModelField = z.infer<typeof modelFieldSchema>;

export const modelSchema = z.object({
  /** "app_label.Model" */
  label: z.string(),
  name: z.string(),
  /** defined in the learner's own source */
  learner: z.boolean(),
  place,
  fields: z.array(modelFieldSchema),
  /** has a pair of fields (content type and key) that can refer to a row of any model */
  generic: z.boolean().catch(false),
  /** fields that are unique together: unique_together and constraints without a condition */
  unique: z.array(z.array(z.string())).catch([]),
  /** Meta.ordering, e.g. ["-created"] */
  ordering: z.array(z.string()).catch([]),
});
export type Model = z.infer<typeof modelSchema>;

/** A field that a view takes or returns: serializer, ninja/pydantic schema or form. */
export const inputFieldSchema = z.object({
  name: z.string(),
  kind,
  type: z.string(),
  required: z.boolean(),
  readOnly: z.boolean(),
  writeOnly: z.boolean(),
  maxLength: z.number().nullable(),
  minLength: z.number().nullable(),
  choices: z.array(z.union([z.string(), z.number(), z.boolean()])).nullable(),
  /** model label for relations */
  related: z.string().nullable(),
  /** the model field behind it, where it has another name (`source=`) */
  source: z.string().nullable(),
});
export type InputField = z.infer<typeof inputFieldSchema>;

export const throttleSchema = z.object({
  /** e.g. "UserRateThrottle", "django_ratelimit" */
  name: z.string(),
  scope: z.string().nullable(),
  /** as written, e.g. "60/min" */
  rate: z.string().nullable(),
  /** requests per window */
  limit: z.number().nullable(),
  /** seconds */
  window: z.number().nullable(),
  /** whom it counts, as far as it can be told; client: users, and addresses where nobody has signed in */
  counts: z.enum(['client', 'user', 'anonymous', 'address', 'everyone', 'unknown']).catch('unknown'),
});
export type Throttle = z.infer<typeof throttleSchema>;

/** One URL pattern × one handler. Methods may differ in what they do. */
export const routeSchema = z.object({
  /** "/api/books/{id}/": leading slash, parameters in braces, exactly the trailing slash that the app wants */
  path: z.string(),
  params: z.array(
    z.object({
      name: z.string(),
      converter: z.string(),
      /** value to use where it is constant, e.g. a version */ constant: z.string().nullable(),
    }),
  ),
  name: z.string().nullable(),
  /** handlers per HTTP method; OPTIONS and HEAD left out */
  methods: z.array(
    z.object({
      method: z.string(),
      /** the handler's name: "list", "create", "post", or the function's own */
      handler: z.string(),
      place,
      /** names that the handler's source calls or mentions: ["create_user", "authenticate", "RefreshToken", …] */
      calls: z.array(z.string()),
      /** keys that the handler reads from the body, from its source (request.data["x"], .get("x"), json body, cleaned_data) */
      keys: z.array(z.string()),
      /** parameters that the handler reads from the query string, from its source */
      queries: z.array(z.string()).catch([]),
      /** models that the handler's source names: labels */
      models: z.array(z.string()),
      input: z.array(inputFieldSchema).nullable(),
      /** e.g. "BookSerializer" */
      inputName: z.string().nullable(),
      /** label of the model that `input` writes */
      inputModel: z.string().nullable(),
    }),
  ),
  view: z.object({
    /** dotted, e.g. "shelf.views.BookViewSet" */
    name: z.string(),
    kind: z
      .enum(['function', 'class', 'drf-function', 'drf-class', 'drf-viewset', 'ninja', 'other'])
      .catch('other'),
    learner: z.boolean(),
    place,
    /** dotted names of all base classes, for recognising library views */
    bases: z.array(z.string()),
    docstring: z.string().nullable(),
  }),
  /** model whose rows the view serves: queryset, get_queryset(), serializer, or named in the handlers */
  model: z.string().nullable(),
  permissions: z.array(z.string()),
  authentications: z.array(z.string()),
  throttles: z.array(throttleSchema),
  /** null: unknown; otherwise e.g. { style: "PageNumberPagination", size: 10 } */
  pagination: z.object({ style: z.string(), size: z.number().nullable() }).nullable(),
  csrfExempt: z.boolean().catch(false),
  /** template_name of a class view, given or derived from its model */
  template: z.string().nullable().catch(null),
});
export type Route = z.infer<typeof routeSchema>;

export const factsSchema = z.object({
  python: z.string(),
  django: z.string(),
  /** normalised distribution name → version of what is imported or installed */
  packages: z.record(z.string(), z.string()),
  /** the settings that matter, secrets replaced by "(hidden)" */
  settings: z.record(z.string(), z.json()),
  user: z.object({
    model: z.string(),
    usernameField: z.string(),
    requiredFields: z.array(z.string()),
    emailField: z.string().nullable(),
  }),
  models: z.array(modelSchema).max(2000),
  routes: z.array(routeSchema).max(5000),
  /** apps whose models have changes without a migration, before the grader made them */
  missingMigrations: z.array(z.string()),
  migrations: migrationsSchema.default(noMigrations).catch(noMigrations),
  admin: adminSchema.default(noAdmin).catch(noAdmin),
  site: siteSchema.default(plainSite).catch(plainSite),
  /** the learner's own template files */
  templates: z.array(templateSchema).max(500).default([]).catch([]),
  /** header word for tokens as configured (SIMPLE_JWT.AUTH_HEADER_TYPES and the like), most likely first */
  tokenPrefixes: z.array(z.string()),
  /** views that could not be read, with the reason */
  problems: z.array(z.string()),
});
export type Facts = z.infer<typeof factsSchema>;
