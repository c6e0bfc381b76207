/** Actors: the people of the test, and how their requests are recognised by the app. */
import type { Key } from '../app/instance.ts';
import type { Person } from '../bind/random.ts';

export type Credentials =
  | { kind: 'none' }
  | { kind: 'header'; name: string; prefix: string; token: string }
  | { kind: 'cookies'; cookies: Record<string, string> };

/** What the app's own login gave out. */
export interface Issued {
  access: string;
  refresh: string | null;
  jwt: boolean;
  /** the same credentials with another token in the place of the access token */
  carrying(token: string): Credentials;
}

export interface Actor {
  name: string;
  person: Person | null;
  /** primary key of the user */
  id: Key | null;
  /** that the app accepts, however they were obtained */
  credentials: Credentials;
  issued: Issued | null;
  /** number of the client machine: source address and X-Forwarded-For */
  client: number;
  /** how the account was obtained, for the report */
  how: string;
}

export const anonymous = (client = 9): Actor => ({
  name: 'anonymous',
  person: null,
  id: null,
  credentials: { kind: 'none' },
  issued: null,
  client,
  how: 'nobody is signed in',
});
