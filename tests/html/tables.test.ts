import { expect, test } from 'vitest';
import { parsePage } from '../../src/html/page.ts';

/** From Django's admin, 5.2. */
const CHANGE_LIST = `<main id="content-start"><div id="content"><h1>Select note to change</h1>
<form id="changelist-form" method="post" novalidate><input type="hidden" name="csrfmiddlewaretoken" value="t">
<div class="actions"><label>Action: <select name="action" required><option value="" selected>---------</option>
<option value="delete_selected">Delete selected notes</option></select></label>
<input type="hidden" name="select_across" value="0" class="select-across">
<button type="submit" class="button" name="index" value="0">Go</button></div>
<div class="results"><table id="result_list"><thead><tr>
<th class="action-checkbox-column" scope="col"><div class="text"><span><input type="checkbox" id="action-toggle"></span></div><div class="clear"></div></th>
<th class="sortable column-title" scope="col"><div class="text"><a href="?o=1">Title</a></div><div class="clear"></div></th>
<th class="column-author" scope="col"><div class="text"><span>Author</span></div></th>
</tr></thead><tbody>
<tr><td class="action-checkbox"><input type="checkbox" name="_selected_action" value="2" class="action-select"></td>
<th class="field-title"><a href="/admin/notes/note/2/change/">Second</a></th><td class="field-author nowrap">ann</td></tr>
<tr><td class="action-checkbox"><input type="checkbox" name="_selected_action" value="1" class="action-select"></td>
<th class="field-title"><a href="/admin/notes/note/1/change/">First</a></th><td class="field-author nowrap"><a href="/admin/auth/user/7/change/">bob</a></td></tr>
</tbody></table></div><p class="paginator">2 notes</p></form></div></main>`;

const link = (path: string, text: string, hints: string) =>
  ({ path, text, hints, internal: true, region: 'main' }) as const;

test('the change list of an admin', () => {
  const page = parsePage(CHANGE_LIST, '/admin/notes/note/');
  expect(page.tables).toEqual([
    {
      id: 'result_list',
      className: '',
      headers: ['', 'Title', 'Author'],
      rows: [
        {
          text: 'Second ann',
          cells: ['', 'Second', 'ann'],
          links: [link('/admin/notes/note/2/change/', 'Second', 'field-title')],
        },
        {
          text: 'First bob',
          cells: ['', 'First', 'bob'],
          links: [
            link('/admin/notes/note/1/change/', 'First', 'field-title'),
            link('/admin/auth/user/7/change/', 'bob', 'field-author nowrap'),
          ],
        },
      ],
    },
  ]);
  expect(
    page.forms[0]?.controls.map(({ name, type, label, options }) => [name, type, label, options.length]),
  ).toEqual([
    ['csrfmiddlewaretoken', 'hidden', '', 0],
    ['action', 'select', 'Action', 2],
    ['select_across', 'hidden', '', 0],
    ['', 'checkbox', '', 0],
    ['_selected_action', 'checkbox', '', 2],
  ]);
});

test('a head without thead, rows with heads, tables in tables', () => {
  const page = parsePage(
    `<table class="a b"><tr><th>Name<th>More<tr><th>x<td><table id=inner><tr><td><a href=/y>y</a></table></table>`,
    '/',
  );
  const y = link('/y', 'y', 'inner');
  expect(page.tables).toEqual([
    {
      id: null,
      className: 'a b',
      headers: ['Name', 'More'],
      rows: [{ text: 'x y', cells: ['x', 'y'], links: [{ ...y, hints: '' }] }],
    },
    {
      id: 'inner',
      className: '',
      headers: [],
      rows: [{ text: 'y', cells: ['y'], links: [{ ...y, hints: '' }] }],
    },
  ]);
});
