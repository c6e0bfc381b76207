import { expect, test } from 'vitest';
import { type Form, parsePage } from '../../src/html/page.ts';
import { control } from './control.ts';

test('a form of crispy-forms for Bootstrap 5, sent again with an error', () => {
  const [form] = parsePage(
    `<div class="container"><div class="card"><h2 class="card-title">Sign up</h2>
    <form method="post" id="signup" data-url="/api/signup/" hx-post="/hx/">
    <input type="hidden" name="csrfmiddlewaretoken" value="t">
    <div class="alert alert-block alert-danger"><ul class="m-0"><li>Passwords differ.</li></ul></div>
    <div id="div_id_username" class="mb-3 has-error">
      <label for="id_username" class="form-label requiredField">Username<span class="asteriskField">*</span></label>
      <input type="text" name="username" value="ann" class="textinput form-control is-invalid" required id="id_username"
        aria-invalid="true" aria-describedby="id_username_helptext">
      <span id="error_1_id_username" class="invalid-feedback"><strong>That name is taken.</strong></span>
      <div id="id_username_helptext" class="form-text">Letters and digits.</div>
    </div>
    <div class="form-floating"><input type="email" name="email" class="form-control" placeholder="you@example.com" id="em">
      <label for="em">E-mail *</label><div class="invalid-feedback">Please give your address.</div></div>
    <div class="form-check"><input class="form-check-input" type="checkbox" name="terms" id="t"><label class="form-check-label" for="t">I <i>agree</i></label></div>
    <input type="submit" name="submit" value="Sign up" class="btn btn-primary">
    <a href="#" onclick="later()" data-action="/later/">Later</a>
    </form></div></div>`,
    '/accounts/signup/',
  ).forms;
  expect(form).toEqual({
    action: '/accounts/signup/',
    internal: true,
    method: 'POST',
    encoding: 'urlencoded',
    controls: [
      control({ name: 'csrfmiddlewaretoken', type: 'hidden', value: 't' }),
      control({
        name: 'username',
        type: 'text',
        value: 'ann',
        required: true,
        label: 'Username',
        id: 'id_username',
      }),
      control({ name: 'email', type: 'email', label: 'E-mail', id: 'em' }),
      control({ name: 'terms', type: 'checkbox', value: 'on', label: 'I agree', id: 't' }),
    ],
    submitters: [{ name: 'submit', value: 'Sign up', text: 'Sign up' }],
    text:
      'Passwords differ. Username* That name is taken. Letters and digits. E-mail * ' +
      'Please give your address. I agree Later',
    heading: 'Sign up',
    region: 'main',
    errors: ['Passwords differ.', 'That name is taken.'],
    scripted: {
      attributes: {
        id: 'signup',
        'data-url': '/api/signup/',
        'hx-post': '/hx/',
        onclick: 'later()',
        'data-action': '/later/',
      },
    },
  } satisfies Form);
});

test('a form written by hand: labels that point nowhere, tables, bare words', () => {
  const page = parsePage(
    `<form action="save" method="POST"><table>
    <tr><td>Name</td><td><input name=name></td></tr>
    <tr><td><label>Age *</label></td><td><input name=age type=number min=1 max=99></td></tr>
    </table>
    <p>Sex: <input type=radio name=sex value=f> female <input type=radio name=sex value=m> male</p>
    <input type=checkbox name=news value=yes> Send me news
    <p><label>Text <textarea name=text></textarea></label></p>
    <input name=q type=nonsense aria-label="Search for" placeholder=Words>
    <input name=z placeholder="Postcode"><input name=last title="The last">
    <b>Pick</b> <select name=pick><option disabled>Choose<option>One<option value=2>Two</select>
    <input type=image src=go.png alt=Go name=go></form>`,
    'http://site.example/notes/new?x=1',
  );
  expect([page.forms[0]?.action, page.forms[0]?.submitters, page.forms[0]?.controls]).toEqual([
    '/notes/save',
    [{ name: null, value: 'Submit', text: 'Go' }],
    [
      control({ name: 'name', type: 'text', label: 'Name' }),
      control({ name: 'age', type: 'number', min: '1', max: '99', label: 'Age' }),
      control({
        name: 'sex',
        type: 'radio',
        label: 'Sex',
        options: [
          { value: 'f', text: 'female', selected: false, disabled: false },
          { value: 'm', text: 'male', selected: false, disabled: false },
        ],
      }),
      control({ name: 'news', type: 'checkbox', value: 'yes', label: 'Send me news' }),
      control({ name: 'text', type: 'textarea', label: 'Text' }),
      control({ name: 'q', type: 'text', label: 'Search for' }),
      control({ name: 'z', type: 'text', label: 'Postcode' }),
      control({ name: 'last', type: 'text', label: 'The last' }),
      control({
        name: 'pick',
        type: 'select',
        value: 'One',
        label: 'Pick',
        options: [
          { value: 'Choose', text: 'Choose', selected: false, disabled: true },
          { value: 'One', text: 'One', selected: true, disabled: false },
          { value: '2', text: 'Two', selected: false, disabled: false },
        ],
      }),
    ],
  ]);
});
