/** All that an app offers to whoever sends it requests: what the attacks go through one by one. */
import type { Model } from '../app/facts.ts';
import type { Key } from '../app/instance.ts';
import type { Endpoint } from '../bind/endpoint.ts';
import type { FoundLogin } from '../bind/site/login.ts';
import type { Visit } from '../browse/browser.ts';
import type { Actor, Credentials } from '../checks/actor.ts';
import type { Form } from '../html/page.ts';

export type PersonName = 'alice' | 'bob' | 'staff';
export type VisitorName = PersonName | 'anonymous';

/** One account, and the two ways in which it is recognised: a session for pages, whatever the API takes for endpoints. */
export interface SurfacePerson {
  actor: Actor;
  api: Credentials;
}

/** A row that the grader made inside the app. */
export interface SurfaceRow {
  model: Model;
  id: Key;
  /** whose it is, where its model says whose a row is */
  owner: PersonName | null;
  /** how that person is called in addresses */
  ownerName: string | null;
  /** the text by which it is recognised, by field */
  marks: Record<string, string>;
  values: Record<string, unknown>;
  /** not meant for the public: a draft, something that waits for approval */
  hidden: boolean;
  /** the page that its model names */
  url: string | null;
}

export interface SurfacePage {
  path: string;
  as: VisitorName;
  visit: Visit;
}

/** A form that changes something. The same form on the pages of a hundred rows is one. */
export interface SurfaceForm {
  path: string;
  as: VisitorName;
  form: Form;
  visit: Visit;
}

/** A value that a visitor chooses: in the query string, or a part of the path that takes any text. */
export interface Parameter {
  path: string;
  name: string;
  /** the path with {} where the value stands; null: it stands in the query string */
  template: string | null;
  as: VisitorName;
  /** a value that was seen in use */
  value: string | null;
  /** answers programs */
  api: boolean;
}

export interface Surface {
  people: Record<PersonName, SurfacePerson>;
  rows: SurfaceRow[];
  pages: SurfacePage[];
  forms: SurfaceForm[];
  parameters: Parameter[];
  /** methods of the API, in the order of the URL configuration */
  endpoints: Endpoint[];
  login: FoundLogin | null;
  signUp: FoundLogin | null;
}
