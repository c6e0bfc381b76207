import type { Site } from './address.ts';
import type { Complaints } from './complaints.ts';
import { readControls, type Sent } from './controls.ts';
import { attribute } from './dom.ts';
import { nearest, type Place, type Survey, textIn } from './survey.ts';
import type { Form } from './types.ts';

/** The forms of the page in document order. Those that only close a dialogue send nothing and are left out. */
export function readForms(from: Survey, site: Site, complaints: Complaints): Form[] {
  const sent = readControls(from);
  const headings = headingsBefore(from);
  const scripts = scriptAttributes(from);
  return [...from.forms.values()]
    .filter((place) => methodOf(place) !== 'dialog')
    .map((place) => {
      const method = methodOf(place) === 'post' ? 'POST' : 'GET';
      return {
        ...addressOf(place, site),
        method,
        encoding: method === 'POST' && isMultipart(place) ? 'multipart' : 'urlencoded',
        ...(sent.get(place) as Sent),
        text: textIn(from, place),
        heading: headings.get(place) ?? '',
        region: place.region,
        errors: complaints.of(place),
        scripted: { attributes: scripts.get(place) ?? {} },
      };
    });
}

function methodOf({ element }: Place): string {
  return (attribute(element, 'method') ?? '').toLowerCase();
}

function isMultipart({ element }: Place): boolean {
  return (attribute(element, 'enctype') ?? '').toLowerCase() === 'multipart/form-data';
}

/** Without an action a form goes to its own page, whatever `<base>` says. */
function addressOf({ element }: Place, site: Site): { action: string; internal: boolean } {
  const written = attribute(element, 'action')?.trim();
  if (!written) return { action: site.own, internal: true };
  const { path, internal } = site.resolve(written);
  return { action: path, internal };
}

function headingsBefore(from: Survey): Map<Place, string> {
  const found = new Map<Place, string>();
  let heading = '';
  for (const place of from.places) {
    if (/^h[1-6]$/.test(place.tag)) heading = textIn(from, place, 500) || heading;
    if (place.tag === 'form') found.set(place, heading);
  }
  return found;
}

/** What scripts may go by, for each form. Of several elements with one attribute, the first counts. */
function scriptAttributes(from: Survey): Map<Place, Record<string, string>> {
  const forms = nearest(from.places, ({ tag }) => tag === 'form');
  const found = new Map<Place, Map<string, string>>();
  for (const place of from.places) {
    const form = forms[place.index];
    if (!form) continue;
    if (place === form) found.set(form, new Map());
    const attributes = found.get(form) ?? new Map<string, string>();
    const wanted = place === form ? ON_FORM : ON_ELEMENT;
    for (const { name, value } of place.element.attrs) {
      if (attributes.size < 50 && !attributes.has(name) && wanted.test(name))
        attributes.set(name, value.slice(0, 500));
    }
  }
  return new Map([...found].map(([form, attributes]) => [form, Object.fromEntries(attributes)]));
}

const HANDLER = 'on[a-z]+$|hx-|ng-|up-|x-on:|v-on:|@';
const ON_FORM = new RegExp(`^(id$|class$|data-|${HANDLER})`);
const ON_ELEMENT = new RegExp(`^(data-.*(url|action|href|endpoint|api|method|target)|${HANDLER})`);
