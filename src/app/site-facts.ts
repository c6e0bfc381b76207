/** The part of the facts that matters for sites with pages: admin, sessions and forms, templates, migrations. */
import { z } from 'zod';

const place = z
  .object({ file: z.string(), line: z.number().int().min(1) })
  .nullable()
  .catch(null);
const path = z.string().nullable().catch(null);
const names = z.array(z.string()).catch([]);

/** What one admin site shows of one model. */
export const adminModelSchema = z.object({
  /** label of the model, e.g. "shelf.Book" */
  model: z.string(),
  /** the change list, e.g. "/admin/shelf/book/" */
  path: z.string(),
  add: path,
  /** search_fields as written, e.g. ["title", "^owner__username"] */
  search: names,
  /** list_filter: names of fields; for classes their parameter_name, else their own name */
  filter: names,
  dateHierarchy: z.string().nullable().catch(null),
  /** labels of the models that can be edited on the page of a row */
  inlines: names,
  place,
});
export type AdminModel = z.infer<typeof adminModelSchema>;

export const adminSchema = z.object({
  /** every admin site that the URLs lead to */
  sites: z.array(z.object({ path: z.string() })),
  models: z.array(adminModelSchema).max(2000),
});
export const noAdmin: z.infer<typeof adminSchema> = { sites: [], models: [] };

export const siteSchema = z.object({
  /** settings.LOGIN_URL, resolved; null: nothing answers there */
  loginUrl: path,
  loginRedirect: path,
  logoutRedirect: path,
  sessionCookie: z.string().catch('sessionid'),
  csrfCookie: z.string().catch('csrftoken'),
  /** as it is sent, e.g. "X-CSRFToken" */
  csrfHeader: z.string().catch('X-CSRFToken'),
  csrfInSession: z.boolean().catch(false),
  csrfMiddleware: z.boolean().catch(false),
  /** django.contrib.messages is in use */
  messages: z.boolean().catch(false),
});
export type Site = z.infer<typeof siteSchema>;
export const plainSite: Site = {
  loginUrl: null,
  loginRedirect: null,
  logoutRedirect: null,
  sessionCookie: 'sessionid',
  csrfCookie: 'csrftoken',
  csrfHeader: 'X-CSRFToken',
  csrfInSession: false,
  csrfMiddleware: false,
  messages: false,
};

export const templateSchema = z.object({
  /** as views name it, e.g. "shelf/book_list.html" */
  name: z.string(),
  /** relative to the source */
  file: z.string(),
  extends: z.boolean(),
  blocks: z.number().int(),
  learner: z.boolean(),
});
export type TemplateFile = z.infer<typeof templateSchema>;

export const migrationsSchema = z.object({
  /** apps whose models have changes without a migration */
  missing: names,
  /** what changed, e.g. "shelf: Add field pages to book" */
  changes: names,
  /** of these, apps with models and no committed migration at all */
  absent: names,
  /** the committed migration that does not apply on an empty database; the tables then come from the models */
  problem: z.object({ app: z.string(), name: z.string(), message: z.string(), place }).nullable().catch(null),
  /** apps with more than one last migration */
  conflicts: names,
});
export type Migrations = z.infer<typeof migrationsSchema>;
export const noMigrations: Migrations = {
  missing: [],
  changes: [],
  absent: [],
  problem: null,
  conflicts: [],
};
