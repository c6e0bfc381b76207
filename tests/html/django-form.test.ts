import { expect, test } from 'vitest';
import { parsePage } from '../../src/html/page.ts';
import { control } from './control.ts';

/** Rendered by Django 5.2 with a bound form whose title is missing and whose status is none of the choices. */
const PAGE = `<!doctype html>
<html lang="en"><head><title>New note</title></head>
<body>
<header><nav><a href="/">Home</a></nav>
<form action="/logout/" method="post"><input type="hidden" name="csrfmiddlewaretoken" value="t0"><button type="submit">Log out</button></form></header>
<main>
<h1>Write a note</h1>
<form method="post" enctype="multipart/form-data" class="wide" onsubmit="return send(this)">
  <input type="hidden" name="csrfmiddlewaretoken" value="t1">
  <ul class="errorlist nonfield" id="id_error"><li>Please correct this.</li><li>And that.</li></ul>
  <div>
    <label for="id_title">Title:</label>
    <div class="helptext" id="id_title_helptext">At most 80 characters.</div>
    <ul class="errorlist" id="id_title_error"><li>This field is required.</li></ul>
    <input type="text" name="title" maxlength="80" minlength="3" required aria-invalid="true"
      aria-describedby="id_title_helptext id_title_error" id="id_title">
  </div>
  <div>
    <label for="id_text">Text:</label>
    <textarea name="text" cols="40" rows="10" required id="id_text" style="display: none">
&lt;p&gt;One &amp; two&lt;/p&gt;
</textarea>
  </div>
  <div>
    <label for="id_status">Status:</label>
    <select name="status" id="id_status">
      <option value="">---------</option>
      <optgroup label="Open"><option value="d" selected>Draft</option></optgroup>
      <option value="p">Published</option>
    </select>
  </div>
  <div>
    <fieldset><legend>Colour:</legend>
      <ul class="errorlist" id="id_colour_error"><li>Choose one.</li></ul>
      <div id="id_colour">
        <div><label for="id_colour_0"><input type="radio" name="colour" value="r" required id="id_colour_0"> Red</label></div>
        <div><label for="id_colour_1"><input type="radio" name="colour" value="g" required id="id_colour_1" checked> Green</label></div>
      </div>
    </fieldset>
  </div>
  <div>
    <label>Kinds:</label>
    <div id="id_kinds">
      <div><label for="id_kinds_0"><input type="checkbox" name="kinds" value="1" checked id="id_kinds_0"> News</label></div>
      <div><label for="id_kinds_1"><input type="checkbox" name="kinds" value="2" id="id_kinds_1"> Views</label></div>
    </div>
  </div>
  <div><label for="id_cover">Cover:</label> <input type="file" name="cover" accept="image/*" id="id_cover"></div>
  <div><label for="id_pinned">Pinned:</label> <input type="checkbox" name="pinned" id="id_pinned"></div>
  <button name="save" value="1" type="submit">Save <b>now</b></button>
  <button name="preview" type="submit">Preview</button>
  <button type="reset">Start again</button>
</form>
</main>
</body></html>`;

const token = (value: string) => control({ name: 'csrfmiddlewaretoken', type: 'hidden', value });

test('a form of Django with errors', () => {
  expect(parsePage(PAGE, '/notes/new/?next=%2F').forms).toEqual([
    {
      action: '/logout/',
      internal: true,
      method: 'POST',
      encoding: 'urlencoded',
      controls: [token('t0')],
      submitters: [{ name: null, value: '', text: 'Log out' }],
      text: 'Log out',
      heading: '',
      region: 'header',
      errors: [],
      scripted: { attributes: {} },
    },
    {
      action: '/notes/new/?next=%2F',
      internal: true,
      method: 'POST',
      encoding: 'multipart',
      controls: [
        token('t1'),
        control({
          name: 'title',
          type: 'text',
          maxLength: 80,
          minLength: 3,
          required: true,
          label: 'Title',
          id: 'id_title',
        }),
        control({
          name: 'text',
          type: 'textarea',
          value: '<p>One & two</p>\n',
          required: true,
          label: 'Text',
          id: 'id_text',
        }),
        control({
          name: 'status',
          type: 'select',
          value: 'd',
          options: [
            { value: '', text: '---------', selected: false, disabled: false },
            { value: 'd', text: 'Draft', selected: true, disabled: false },
            { value: 'p', text: 'Published', selected: false, disabled: false },
          ],
          label: 'Status',
          id: 'id_status',
        }),
        control({
          name: 'colour',
          type: 'radio',
          value: 'g',
          checked: true,
          required: true,
          options: [
            { value: 'r', text: 'Red', selected: false, disabled: false },
            { value: 'g', text: 'Green', selected: true, disabled: false },
          ],
          label: 'Colour',
          id: 'id_colour_0',
        }),
        control({
          name: 'kinds',
          type: 'checkbox',
          value: '1',
          checked: true,
          multiple: true,
          options: [
            { value: '1', text: 'News', selected: true, disabled: false },
            { value: '2', text: 'Views', selected: false, disabled: false },
          ],
          label: 'Kinds',
          id: 'id_kinds_0',
        }),
        control({ name: 'cover', type: 'file', label: 'Cover', id: 'id_cover' }),
        control({ name: 'pinned', type: 'checkbox', value: 'on', label: 'Pinned', id: 'id_pinned' }),
      ],
      submitters: [
        { name: 'save', value: '1', text: 'Save now' },
        { name: 'preview', value: '', text: 'Preview' },
      ],
      text:
        'Please correct this. And that. Title: At most 80 characters. This field is required. Text: Status: ' +
        'Colour: Choose one. Red Green Kinds: News Views Cover: Pinned: Save now Preview Start again',
      heading: 'Write a note',
      region: 'main',
      errors: ['Please correct this.', 'And that.', 'This field is required.', 'Choose one.'],
      scripted: { attributes: { class: 'wide', onsubmit: 'return send(this)' } },
    },
  ]);
});

test('errors beside a form and help that is no error', () => {
  const page = parsePage(
    `<div><p class="errornote">Two errors.</p><form method=post><span class="text-danger">*</span>
    <input name=a aria-invalid=true aria-describedby="a_helptext a_said"><p id=a_helptext>Help</p><p id=a_said>Too short</p>
    </form></div><form><input name=b></form>`,
    '/',
  );
  expect(page.forms.map(({ errors }) => errors)).toEqual([['Two errors.', 'Too short'], []]);
});

test('what is entered in parts has one name', () => {
  const page = parsePage(
    `<form><fieldset><legend>When:</legend><ul class="errorlist"><li>This field is required.</li></ul>
    <input name="when_0" aria-invalid="true"><input name="when_1" aria-invalid="true"></fieldset></form>`,
    '/',
  );
  expect(page.forms[0]?.controls).toEqual([
    control({ name: 'when_0', type: 'text', label: 'When' }),
    control({ name: 'when_1', type: 'text', label: 'When' }),
  ]);
});
