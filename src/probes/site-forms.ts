/** Every form that a crawl came past: sent without its token, or with markup in what it searches for. */
import type { Browser, Visit } from '../browse/browser.ts';
import { executingNodes } from '../html/executing.ts';
import type { Values } from '../html/fill.ts';
import type { Form } from '../html/page.ts';

export interface FormOn {
  visit: Visit;
  form: Form;
  browser: Browser;
}

const MAX_FORMS = 24;

/** One form per address and set of controls; the pages of a hundred rows hold the same one. */
export function distinctForms(
  visits: { visit: Visit; browser: Browser }[],
  method: Form['method'],
): FormOn[] {
  const seen = new Set<string>();
  return visits
    .flatMap(({ visit, browser }) => visit.page.forms.map((form) => ({ visit, form, browser })))
    .filter(({ form }) => form.method === method && form.internal)
    .filter(({ form }) => {
      const shape = `${form.action.split('?')[0]?.replace(/[^/]*\d[^/]*/g, '#')} ${form.controls.map(({ name }) => name).join()}`;
      return seen.has(shape) ? false : seen.add(shape) !== undefined;
    })
    .slice(0, MAX_FORMS);
}

/**
 * The forms that a request without the CSRF token gets past: Django checks it before the view runs and answers 403, so
 * whatever is not an error was let through. Only a form that carries a token, or whose view changes something, counts.
 */
export async function unguarded(forms: FormOn[]): Promise<(FormOn & { answer: Visit })[]> {
  const found: (FormOn & { answer: Visit })[] = [];
  for (const one of forms) {
    const answer = await one.browser.submit(one.visit, one.form, typed(one.form, 'text'), { csrf: false });
    if ((answer.first.reply.status ?? 500) < 400) found.push({ ...one, answer });
  }
  return found;
}

/** The search forms whose answer would run what was searched for. */
export async function reflected(forms: FormOn[], mark: string): Promise<(FormOn & { answer: Visit })[]> {
  const found: (FormOn & { answer: Visit })[] = [];
  const payload = `${mark}"><script>alert("${mark}")</script>`;
  for (const one of forms) {
    const answer = await one.browser.submit(one.visit, one.form, typed(one.form, payload));
    if (executingNodes(answer.last.reply.body, `"${mark}"`).length > 0) found.push({ ...one, answer });
  }
  return found;
}

const typed = (form: Form, text: string): Values =>
  Object.fromEntries(
    form.controls
      .filter(
        ({ type, name, value }) =>
          name !== '' && ['text', 'search', 'textarea'].includes(type) && value === '',
      )
      .map(({ name }) => [name, text]),
  );
