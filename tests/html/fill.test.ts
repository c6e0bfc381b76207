import { describe, expect, test } from 'vitest';
import { encodeBody, formBody, type Values } from '../../src/html/fill.ts';
import { type Form, parsePage } from '../../src/html/page.ts';

const formOf = (inside: string, attributes = 'method=post'): Form => {
  const [form] = parsePage(`<form ${attributes}>${inside}</form>`, '/').forms;
  if (!form) throw new Error('no form');
  return form;
};
const pairs = (inside: string, values: Values = {}) => formBody(formOf(inside), values).pairs;

describe('untouched', () => {
  test('sends what a browser sends', () => {
    expect(
      pairs(`<input type=hidden name=token value=t><input name=a value="x&#10;y"><input value=unnamed>
        <input name=off value=1 disabled><fieldset disabled><legend><input name=legend value=l></legend><input name=in value=1>
        <fieldset><legend><input name=deep value=1></legend></fieldset></fieldset>
        <textarea name=text>\n one\ntwo\r\n</textarea><input type=checkbox name=c checked><input type=checkbox name=d>
        <input type=checkbox name=e value=1 checked><input type=checkbox name=e value=2><input type=checkbox name=e value=3 checked>
        <input type=radio name=r value=1 checked><input type=radio name=r value=2 checked><input type=radio name=s value=1>
        <select name=one><option value=a disabled>A<option value=b>B<option>C</select>
        <select name=none><option selected disabled value="">Choose<option>x</select>
        <select name=last><option selected>x<option selected>y</select><select name=empty></select>
        <select name=list size=3><option>x</select><select name=many multiple><option selected>x<option>y<option selected>z</select>
        <input type=file name=f><input type=hidden name=_charset_><input type=color name=colour>
        <button type=button name=no value=1>No</button><button disabled name=no value=2>No</button>
        <button name=go value=1>Go</button><input type=submit name=no value=3>`),
    ).toEqual([
      ['token', 't'],
      ['a', 'xy'],
      ['legend', 'l'],
      ['text', ' one\r\ntwo\r\n'],
      ['c', 'on'],
      ['e', '1'],
      ['e', '3'],
      ['r', '2'],
      ['one', 'b'],
      ['last', 'y'],
      ['many', 'x'],
      ['many', 'z'],
      ['_charset_', 'UTF-8'],
      ['colour', '#000000'],
      ['go', '1'],
    ]);
  });

  test('controls stand where form= and the parser put them', () => {
    const { forms } = parsePage(
      `<input name=before form=two><form id=one><input name=a><input name=b form=two><input name=c form=gone>
      <div></form><input name=d></div><table><form id=two><tr><td><input name=e></td></tr></form></table>
      <input name=outside><template><form><input name=t></form></template>`,
      '/',
    );
    expect(forms.map(({ controls }) => controls.map(({ name }) => name))).toEqual([
      ['a'],
      ['before', 'b', 'e'],
    ]);
  });
});

describe('filled', () => {
  test.each<[string, string, Values, [string, string][]]>([
    ['text', '<input name=a value=old>', { a: 'new\nline' }, [['a', 'new\r\nline']]],
    ['a name that is not there', '<input name=a value=old>', { b: 'new' }, [['a', 'old']]],
    ['one that scripts enable', '<input name=a disabled>', { a: 'new' }, [['a', 'new']]],
    ['a tick', '<input type=checkbox name=a value=1>', { a: true }, [['a', '1']]],
    ['no tick', '<input type=checkbox name=a checked>', { a: false }, []],
    ['no tick as text', '<input type=checkbox name=a checked>', { a: '' }, []],
    [
      'a box with a hidden field for no',
      '<input type=hidden name=a value=0><input type=checkbox name=a value=1>',
      { a: true },
      [
        ['a', '0'],
        ['a', '1'],
      ],
    ],
    [
      'ticks',
      '<input type=checkbox name=a value=1 checked><input type=checkbox name=a value=2>',
      { a: ['2'] },
      [['a', '2']],
    ],
    [
      'a radio',
      '<input type=radio name=a value=1 checked><input type=radio name=a value=2>',
      { a: '2' },
      [['a', '2']],
    ],
    ['an option', '<select name=a><option>1<option>2</select>', { a: '2' }, [['a', '2']]],
    [
      'the blank option',
      '<select name=a><option value="">-<option selected>2</select>',
      { a: '' },
      [['a', '']],
    ],
    [
      'options',
      '<select name=a multiple><option>1<option>2<option>3</select>',
      { a: ['1', '3'] },
      [
        ['a', '1'],
        ['a', '3'],
      ],
    ],
    [
      'one after the other',
      '<input name=a value=x><input name=a value=y><input name=a value=z>',
      { a: ['1', '2'] },
      [
        ['a', '1'],
        ['a', '2'],
        ['a', 'z'],
      ],
    ],
  ])('%s', (_, inside, values, sent) => {
    expect(pairs(inside, values)).toEqual(sent);
  });

  test('with another button', () => {
    const form = formOf('<button name=b value=1>One</button><button name=b value=2>Two</button>');
    expect(formBody(form, {}, form.submitters[1]).pairs).toEqual([['b', '2']]);
    expect(formBody(form, {}, { name: null, value: '' }).pairs).toEqual([]);
  });
});

describe('encoded', () => {
  test('as an address', () => {
    expect(encodeBody({ encoding: 'urlencoded', pairs: [['a b', 'ä&=\r\n~*']] }, 'x')).toEqual({
      contentType: 'application/x-www-form-urlencoded',
      body: 'a+b=%C3%A4%26%3D%0D%0A%7E*',
    });
  });

  test('in parts, with a file', () => {
    const form = formOf(
      "<input name='a\"b'><input type=file name=f>",
      'method=post enctype=multipart/form-data',
    );
    const body = formBody(form, {
      'a"b': 'ä',
      f: { filename: 'a\n.txt', type: 'text/plain', content: 'one\ntwo' },
    });
    expect(encodeBody(body, 'x')).toEqual({
      contentType: 'multipart/form-data; boundary=----x',
      body:
        '------x\r\nContent-Disposition: form-data; name="a%22b"\r\n\r\nä\r\n' +
        '------x\r\nContent-Disposition: form-data; name="f"; filename="a%0D%0A.txt"\r\n' +
        'Content-Type: text/plain\r\n\r\none\ntwo\r\n------x--\r\n',
    });
  });

  test('with a boundary that no value has', () => {
    expect(encodeBody({ encoding: 'multipart', pairs: [['a', '------x-- ----x-']] }, 'x').contentType).toBe(
      'multipart/form-data; boundary=----x---',
    );
  });

  test('a file in a form that sends no files is its name', () => {
    expect(
      formBody(formOf('<input type=file name=f>'), {
        f: { filename: 'a.txt', type: 'text/plain', content: 'x' },
      }),
    ).toEqual({
      encoding: 'urlencoded',
      pairs: [['f', 'a.txt']],
    });
  });
});

test('method, encoding and dialogues', () => {
  const { forms } = parsePage(
    `<form method=dialog></form><form enctype=multipart/form-data action="/q?x=1#y"></form>
    <form method=POST enctype=multipart/form-data action="https://other.example/x"></form>`,
    '/',
  );
  expect(forms.map(({ method, encoding, action, internal }) => [method, encoding, action, internal])).toEqual(
    [
      ['GET', 'urlencoded', '/q?x=1', true],
      ['POST', 'multipart', 'https://other.example/x', false],
    ],
  );
});
