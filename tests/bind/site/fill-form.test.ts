/** What is typed, chosen and ticked in a form. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '../../../src/bind/random.ts';
import { type FormWish, fillForm } from '../../../src/bind/site/fill-form.ts';
import type { ContentModel } from '../../../src/bind/site/models.ts';
import { formBody, type Values } from '../../../src/html/fill.ts';
import { recipe, recipeSpec } from '../small-facts.ts';
import { content, formOf, recipes, reviews, row } from './small-site.ts';

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T00:00:30Z') });
});
afterAll(() => {
  vi.useRealTimers();
});

const person = { actor: 'alice', username: 'aliceabc', email: 'alice.abc@example.com', password: 'secret' };
const wish = (more: Partial<FormWish> = {}): FormWish => ({
  marks: { title: 'mpone', method: 'mptwo', text: 'mpthree' },
  person,
  random: seededRandom(1),
  rows: {},
  everything: false,
  ...more,
});
const filled = (inside: string, more: Partial<FormWish> = {}, of: ContentModel = recipes): Values =>
  fillForm(formOf(inside), of, wish(more));
const everything = { everything: true };

describe('slots', () => {
  test('a title of two words, a text whose mark stands at its end', () => {
    const { title, method } = filled('<input name=title><textarea name=method></textarea>');
    expect(title).toBe('mpone today');
    expect(method).toMatch(/^These are plain words .{400,} mptwo$/);
  });

  test('an answer is short', () => {
    expect(filled('<textarea name=body></textarea>', {}, reviews)).toEqual({
      body: 'A few plain words that a person could have written here, and then mpthree',
    });
  });

  test('cut to what the controls take, and the mark is kept', () => {
    expect(filled('<input name=title maxlength=7><textarea name=method maxlength=20></textarea>')).toEqual({
      title: 'mpone t',
      method: 'These are plai mptwo',
    });
    const { method = '' } = filled('<input name=method>');
    expect([String(method).length, String(method).endsWith(' mptwo')]).toEqual([100, true]);
  });

  test('cut to what the model takes where the form does not say it', () => {
    const short = content(recipeSpec, {
      ...recipe,
      fields: recipe.fields.map((one) => (one.name === 'method' ? { ...one, maxLength: 60 } : one)),
    });
    const { method = '' } = filled('<textarea name=method></textarea>', {}, short);
    expect([String(method).length, String(method).endsWith(' mptwo')]).toEqual([60, true]);
  });

  test('a slot without a text is filled like any other control', () => {
    expect(filled('<input name=title value=old>', { marks: {} })).toEqual({});
    expect(Object.keys(filled('<input name=title required>', { marks: {} }))).toEqual(['title']);
  });

  test('an address by what the text is; one that is there stays', () => {
    expect(filled('<input name=slug>')).toEqual({ slug: 'mpone-slug' });
    expect(filled('<input name=slug maxlength=6>')).toEqual({ slug: 'mpone-' });
    expect(filled('<input name=slug value=there>')).toEqual({});
    expect(filled('<input type=hidden name=slug>')).toEqual({});
  });

  test('a date only where it must be', () => {
    const inside = '<input type=datetime-local name=written>';
    expect(filled(inside)).toEqual({});
    expect(filled(inside, everything)).toEqual({ written: '2026-02-28T23:59' });
    expect(filled('<input name=written required>')).toEqual({ written: '2026-02-28 23:59:30' });
  });

  test('a user is chosen only where somebody must be', () => {
    const options = '<option value="">-</option><option value=3>ann</option><option value=4>bob</option>';
    expect(filled(`<select name=cook>${options}</select>`)).toEqual({});
    expect(filled(`<select name=cook required>${options}</select>`)).toEqual({ cook: '3' });
  });

  test('a person who is chosen, not typed, is one of those that are offered', () => {
    const inside =
      '<select name=critic required><option value="">-<option value=3>aliceabc<option value=4>bob</select>';
    expect(filled(inside, {}, reviews)).toEqual({ critic: '3' });
  });

  test.each([
    ['a name', '<input name=critic>', person, { critic: 'aliceabc' }],
    ['a name of nobody', '<input name=critic>', null, { critic: 'guest' }],
    ['an address', '<input name=email>', person, { email: 'alice.abc@example.com' }],
    ['an address of nobody', '<input name=email>', null, {}],
    ['hidden', '<input type=hidden name=critic value=7>', person, {}],
  ])('a person: %s', (_, inside, who, expected) => {
    expect(filled(inside, { person: who }, reviews)).toEqual(expected);
  });
});

describe('rows', () => {
  const french = row('kitchen', 5, { title: 'mpfrench' });
  const thai = row('kitchen', 6, { title: 'mpthai' });
  const rows = { kitchens: [french, thai] };
  const options = (...all: string[]): string =>
    all.map((one) => `<option value=${one.split('=')[0]}>${one.split('=')[1]}</option>`).join('');

  test.each<[string, string, Values]>([
    [
      'chosen by their keys',
      `<select name=kitchens multiple>${options('4=Old', '5=x', '6=y')}</select>`,
      { kitchens: ['5', '6'] },
    ],
    [
      'chosen by their names',
      `<select name=kitchens multiple>${options('a=mpfrench', 'mpthai=Thai')}</select>`,
      { kitchens: ['a', 'mpthai'] },
    ],
    [
      'the first where one can be chosen',
      `<select name=kitchens>${options('5=x', '6=y')}</select>`,
      { kitchens: '5' },
    ],
    ['none where they are not offered', `<select name=kitchens>${options('1=x', '2=y')}</select>`, {}],
    ['none where nothing is', '<select name=kitchens></select>', {}],
    ['typed', '<input name=kitchens>', { kitchens: 'mpfrench, mpthai' }],
    ['not in a hidden control that is filled', '<input type=hidden name=kitchens value=9>', {}],
    ['the first in a hidden one that is empty', '<input type=hidden name=kitchens>', { kitchens: '5' }],
    [
      'ticked',
      '<input type=checkbox name=kitchens value=4><input type=checkbox name=kitchens value=6><input type=checkbox name=kitchens value=5>',
      { kitchens: ['5', '6'] },
    ],
  ])('%s', (_, inside, expected) => {
    expect(filled(inside, { rows })).toEqual(expected);
  });

  test('the row that it belongs to', () => {
    expect(
      filled(
        `<select name=recipe>${options('1=x', '7=y')}</select>`,
        { rows: { recipe: [row('recipe', 7, { title: 'mpx' })] } },
        reviews,
      ),
    ).toEqual({ recipe: '7' });
  });
});

describe('what means nothing special', () => {
  test.each<[string, string, Values, Values]>([
    ['a text', '<input name=x>', {}, { x: expect.stringMatching(/^text-[a-z0-9]{8}$/) }],
    ['a text that is there', '<input name=x value=there>', {}, {}],
    ['an e-mail address', '<input type=email name=x>', { x: person.email }, { x: person.email }],
    ['a text for an address', '<input name=your_email>', {}, { your_email: person.email }],
    ['a text for a date', '<input name=event_date>', {}, { event_date: '2026-02-28 23:59:30' }],
    ['a date', '<input type=date name=x>', {}, { x: '2026-02-28' }],
    ['an end a day later', '<input type=date name=end>', {}, { end: '2026-03-02' }],
    ['a text over a moment of the model', '<input name=written>', {}, { written: '2026-02-28 23:59:30' }],
    ['not nothing of something', '<input type=number min=0 name=places>', {}, { places: '1' }],
    ['as much as must be', '<input type=number min=5 name=places>', {}, { places: '5' }],
    ['a time', '<input type=time name=x>', {}, { x: '23:59' }],
    ['an address of the web', '<input type=url name=x>', {}, { x: 'https://example.com/page' }],
    ['a number', '<input type=number name=x>', {}, { x: '1' }],
    ['a number from ten', '<input type=number name=x min=10>', {}, { x: '10' }],
    ['a box', '<input type=checkbox name=x>', {}, { x: true }],
    [
      'a box that makes public',
      '<input type=checkbox name=is_published>',
      { is_published: true },
      { is_published: true },
    ],
    ['a box that hides', '<input type=checkbox name=draft>', {}, {}],
    ['several boxes', '<input type=checkbox name=x value=1><input type=checkbox name=x value=2>', {}, {}],
    [
      'a choice',
      '<select name=x><option value="">-<option value=a>A<option value=b>B</select>',
      {},
      { x: 'a' },
    ],
    [
      'a choice of several',
      '<select name=x multiple><option value=a>A<option value=b>B</select>',
      {},
      { x: ['a'] },
    ],
    ['a choice that is made', '<select name=x><option value=a>A<option value=b selected>B</select>', {}, {}],
    [
      'a draft that can be public',
      '<select name=x><option value=0 selected>Draft<option value=1>Published</select>',
      { x: '1' },
      { x: '1' },
    ],
    ['a choice of nothing', '<select name=x><option value="">-</select>', {}, {}],
    [
      'an option that cannot be chosen',
      '<select name=x><option value="">-<option disabled value=a>A</select>',
      {},
      {},
    ],
    ['a radio', '<input type=radio name=x value=a><input type=radio name=x value=b>', {}, { x: 'a' }],
    ['hidden', '<input type=hidden name=x value=y>', {}, {}],
    ['read only', '<input name=x readonly>', {}, {}],
    ['disabled', '<input name=x disabled>', {}, {}],
    [
      'a file',
      '<input type=file name=x>',
      {},
      { x: expect.objectContaining({ filename: 'picture.gif', type: 'image/gif' }) },
    ],
  ])('%s', (_, inside, needed, all) => {
    const around = '<input name=title><textarea name=method></textarea>';
    const own = ({ title, method, ...rest }: Values): Values => rest;
    expect(own(filled(`${around}${inside}`))).toEqual(needed);
    expect(own(filled(`${around}${inside}`, everything))).toEqual(all);
  });

  test('what is required is filled, without the rest', () => {
    expect(
      Object.keys(
        filled('<input name=a required><input name=b><input type=file name=c required>', { marks: {} }),
      ),
    ).toEqual(['a', 'c']);
  });
});

describe('hostile', () => {
  test('names that every object has', () => {
    const values = filled(
      '<textarea name=constructor></textarea><input type=file name=__proto__ required><input name=hasOwnProperty required>',
    );
    expect(Object.keys(values)).toEqual(['constructor', 'hasOwnProperty']);
    expect(formBody(formOf('<input name=hasOwnProperty>'), values).pairs).toHaveLength(1);
  });

  test('a limit of nothing, and one below nothing', () => {
    expect(filled('<input name=title maxlength=0><textarea name=method maxlength=-5></textarea>')).toEqual({
      title: '',
      method: expect.stringMatching(/ mptwo$/),
    });
  });

  test('ten thousand options', () => {
    const options = Array.from(
      { length: 10_000 },
      (_, index) => `<option value=${index}>published ${index}`,
    ).join('');
    const started = performance.now();
    expect(filled(`<input name=title><select name=x multiple required>${options}</select>`)).toEqual({
      title: 'mpone today',
      x: ['0'],
    });
    expect(performance.now() - started).toBeLessThan(4000);
  });

  test('the same seed types the same', () => {
    const inside = '<input name=a required><input name=b required>';
    expect(filled(inside, { random: seededRandom(7) })).toEqual(filled(inside, { random: seededRandom(7) }));
  });
});
