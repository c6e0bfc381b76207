/** What `parsePage` tells of a page. Shapes only: `page.ts` names them for the rest of the code. */

export type Region = 'main' | 'nav' | 'header' | 'footer' | 'aside';

export interface PageLink {
  /** Path and query on this site, resolved against the page's URL and `<base>`, without fragment. */
  path: string;
  text: string;
  /** False for another host, mailto:, javascript:, tel: …; `path` is then the address as written. */
  internal: boolean;
  /** Rel, id, class names, aria-label, title and alt of the link, what is in it and what is around it. */
  hints: string;
  region: Region;
}

export interface Option {
  value: string;
  text: string;
  selected: boolean;
  disabled: boolean;
}

export type ControlType =
  | 'text'
  | 'textarea'
  | 'email'
  | 'password'
  | 'url'
  | 'number'
  | 'date'
  | 'datetime-local'
  | 'time'
  | 'checkbox'
  | 'radio'
  | 'select'
  | 'file'
  | 'hidden'
  | 'search'
  | 'color'
  | 'range'
  | 'month'
  | 'week'
  | 'tel'
  | 'other';

export interface Control {
  /** Empty where the control has none: it is then never sent. */
  name: string;
  type: ControlType;
  /** The text, the first selected option, or the value of the checked radio or checkbox. */
  value: string;
  checked: boolean;
  /** Of a select; of radios of one name, and of several checkboxes of one name, one option for each. */
  options: Option[];
  multiple: boolean;
  required: boolean;
  maxLength: number | null;
  minLength: number | null;
  min: string | null;
  max: string | null;
  pattern: string | null;
  readOnly: boolean;
  disabled: boolean;
  /** What a person would read as its name, without a colon or star at its end. */
  label: string;
  id: string | null;
}

export interface Submitter {
  name: string | null;
  value: string;
  text: string;
}

export interface Form {
  /** Path and query, resolved; the page's own where `action` is missing or empty. */
  action: string;
  internal: boolean;
  method: 'GET' | 'POST';
  encoding: 'urlencoded' | 'multipart';
  /** In document order, those that name the form in `form=` included. */
  controls: Control[];
  /** Buttons that send the form and are not disabled; the first is the one that Enter presses. */
  submitters: Submitter[];
  text: string;
  /** The nearest heading before it, or an empty string. */
  heading: string;
  region: Region;
  /** Complaints shown in it or directly beside it. */
  errors: string[];
  /** What lets a script send it: its id, class and data, and handlers and addresses on elements in it. */
  scripted: { attributes: Record<string, string> };
}

export interface TableRow {
  text: string;
  cells: string[];
  links: PageLink[];
}

export interface Table {
  id: string | null;
  className: string;
  headers: string[];
  rows: TableRow[];
}

export interface Page {
  url: string;
  title: string;
  /** What a person sees, whitespace collapsed. What controls hold is in `forms`, not here. */
  text: string;
  /** Like `text`, of `<main>`; without one, of what is outside nav, header, footer and aside. */
  mainText: string;
  links: PageLink[];
  forms: Form[];
  headings: string[];
  /** What a site says after an action: .messages, .alert, role=alert, .toast. */
  messages: string[];
  scripts: { sources: string[]; inline: string[] };
  tables: Table[];
}
