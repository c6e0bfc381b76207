/** What the roles and slots of an exercise were found to be. */
import type { Facts } from '../app/facts.ts';
import type { Surface } from '../attack/surface.ts';
import type { Actor } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Binding } from '../report/schema.ts';
import type { Operation, ResourceSpec } from '../spec/schema.ts';
import type { AccountEndpoint, TokenEndpoint } from './accounts.ts';
import type { Endpoint } from './endpoint.ts';
import type { Payload } from './payload.ts';
import type { ResourceCandidate } from './resource.ts';
import type { BoundSite } from './site/bound-site.ts';
import type { TransportHints } from './transport.ts';

export interface BoundResource extends ResourceCandidate {
  spec: ResourceSpec;
  /** label of the model of the accounts */
  userModel: string;
  create: { payload: Payload; confirmed: boolean; last: Exchanged } | null;
  /** payloads that an update accepts, by endpoint; where none was learned, what creates a row also replaces it */
  updates: Map<Endpoint, Payload>;
  /** model field that holds the marker */
  markerField: string | null;
  /** the operation that refuses anonymous requests, where tokens are tried */
  protected: Operation | null;
  confirmed: Partial<Record<Operation, boolean>>;
}

export interface Bound {
  facts: Facts;
  register: AccountEndpoint | null;
  token: TokenEndpoint | null;
  resources: Record<string, BoundResource>;
  /** pages, forms and people of a site; null where the exercise has no pages */
  site: BoundSite | null;
  /** all that the app offers, where an exercise attacks it; null: nothing answers, or nobody asked */
  surface: Surface | null;
  actors: Record<string, Actor>;
  hints: TransportHints;
  table: Binding[];
}
