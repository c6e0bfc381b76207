/** Which slot each control of a form carries, and whether a form is one for a content. */
import { describe, expect, test } from 'vitest';
import { controlSlots, suits } from '../../../src/bind/site/controls.ts';
import { field, model, reviewSpec } from '../small-facts.ts';
import { content, formOf, recipes, reviews } from './small-site.ts';

const slots = (inside: string, of = recipes): Record<string, string> =>
  Object.fromEntries([...controlSlots(formOf(inside), of)].map(([{ name }, slot]) => [name, slot]));

describe('slots', () => {
  test('by the names of the fields', () => {
    expect(
      slots(`<input type=hidden name=csrfmiddlewaretoken value=x><input name=title><input name=slug><textarea name=method></textarea>
        <select name=cook><option value=1>ann</select><input type=datetime-local name=written>
        <select name=kitchens multiple><option value=1>French</select><button name=send>Send</button>`),
    ).toEqual({
      title: 'title',
      slug: 'address',
      method: 'method',
      cook: 'cook',
      written: 'written',
      kitchens: 'kitchens',
    });
  });

  test('with the prefix of a form set, as a key, hidden', () => {
    expect(
      slots(
        '<input name=form-0-title><input type=hidden name=cook_id value=3><textarea name=form-0-method></textarea>',
      ),
    ).toEqual({
      'form-0-title': 'title',
      cook_id: 'cook',
      'form-0-method': 'method',
    });
  });

  test('by names that a form chose itself, by ids and by labels', () => {
    expect(
      slots(
        '<input name=recipeName><label for=x>Text</label><textarea id=x name=f2></textarea><input id=id_cuisine name=f3>',
      ),
    ).toEqual({ recipeName: 'title', f2: 'method', f3: 'kitchens' });
  });

  test('by their kind where nothing names them: the only long text, the first short one', () => {
    expect(slots('<input name=a><input name=b><textarea name=c></textarea>')).toEqual({
      a: 'title',
      c: 'method',
    });
    expect(slots('<textarea name=c></textarea><textarea name=d></textarea>')).toEqual({});
  });

  test('a field of the model before one that is only called so', () => {
    expect(slots('<input name=recipe_title><input name=title>')).toEqual({ title: 'title' });
  });

  test.each([
    ['a control without a name', '<input id=title><label>Title <input></label>'],
    ['a disabled one', '<input name=title disabled>'],
    ['a hidden one that is only called so', '<input type=hidden name=recipe_name value=1>'],
    [
      'a user who is typed',
      '<textarea name=x></textarea><textarea name=y></textarea><input type=email name=author>',
    ],
    ['labels without options', '<input type=checkbox name=cuisine>'],
  ])('not: %s', (_, inside) => {
    expect(slots(inside)).toEqual({});
  });
});

describe('suits', () => {
  const good = '<input name=title><textarea name=method></textarea>';
  const answer = '<textarea name=body></textarea>';

  test('more, the more slots it has and the more of them by name', () => {
    const scores = [
      good,
      '<input name=name><textarea name=text></textarea>',
      '<input name=a><textarea name=b></textarea>',
      '<input name=title>',
      '<input name=x>',
    ].map((inside) => suits(formOf(inside), recipes));
    expect(scores).toEqual([13, 9, 9, 5, 3]);
    expect(suits(formOf(good, 'method=post', 'nav'), recipes)).toBe(9);
    expect(suits(formOf(answer), reviews)).toBe(8);
  });

  test.each([
    ['one that searches', '<input name=title>', 'method=get'],
    ['one that is sent elsewhere', good, 'method=post action="https://evil.example/"'],
    ['one of accounts', `${good}<input type=password name=p>`, 'method=post'],
    ['a button alone', '<button name=title>Like</button>', 'method=post'],
    ['a token alone', '<input type=hidden name=csrfmiddlewaretoken value=x>', 'method=post'],
    ['one whose text is hidden', '<input type=hidden name=title value=x>', 'method=post'],
    ['one that only chooses', '<select name=kitchens><option>1</select>', 'method=post'],
    ['nothing in it', '', 'method=post'],
  ])('not: %s', (_, inside, attributes) => {
    expect(suits(formOf(inside, attributes), recipes)).toBe(0);
  });
});

describe('hostile', () => {
  test('names that every object has', () => {
    const form = formOf(
      '<input name=__proto__><input name=constructor><input name="  "><textarea name=toString></textarea>',
    );
    expect([...controlSlots(form, recipes)].map(([{ name }, slot]) => [name, slot])).toEqual([
      ['__proto__', 'title'],
      ['toString', 'method'],
    ]);
  });

  test('ten thousand controls', () => {
    const inside = Array.from(
      { length: 10_000 },
      (_, index) => `<input name="f${index}-title-x" value=y>`,
    ).join('');
    const started = performance.now();
    expect(controlSlots(formOf(`${inside}<textarea name=method>`), recipes).size).toBe(2);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  test('a name as long as a book', () => {
    const long = 'title-'.repeat(100_000);
    expect(slots(`<input name="${long}">`)).toEqual({ [long]: 'title' });
  });

  test('a content of which no field was found', () => {
    const none = content(reviewSpec, model('cook.Review', [field('stars', 'integer')]));
    expect(slots('<input name=stars><textarea name=opinion></textarea>', none)).toEqual({ opinion: 'text' });
  });
});
