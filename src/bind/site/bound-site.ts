/** What the roles of an exercise about pages were found to be. */
import type { Actor } from '../../checks/actor.ts';
import type { Endpoint } from '../endpoint.ts';
import type { FoundBy } from './by.ts';
import type { FoundDetail } from './detail.ts';
import type { FoundForm } from './forms.ts';
import type { FoundList } from './list.ts';
import type { FoundLogin } from './login.ts';
import type { ContentModel } from './models.ts';

export interface BoundContent extends ContentModel {
  lists: FoundList[];
  detail: FoundDetail | null;
  create: FoundForm | null;
  /** the view that would write such rows, where no page shows its form */
  writer: Endpoint | null;
  /** pages that show the rows of one label, by its role */
  by: Record<string, FoundBy>;
}

export interface BoundSite {
  contents: Record<string, BoundContent>;
  /** roles that are plainly not there: no model, and no field of another one keeps the like in another form */
  absent: string[];
  login: FoundLogin | null;
  signUp: FoundLogin | null;
  /** a superuser, for the admin */
  staff: Actor;
}
