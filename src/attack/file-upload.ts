/** Uploads what an app should refuse, and looks how it is served: a page of a stranger under the app's own address. */
import { endpointOf } from '../bind/site/detail.ts';
import { placeOf } from '../bind/table.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import type { FileValue } from '../html/fill.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { browserOf, isTaken, openForm, send } from './forms.ts';
import { apiUploads, type Upload } from './uploads.ts';

interface Case {
  what: string;
  extension: string;
  type: string;
  content(mark: string): string;
  /** what is wrong when it is taken, whatever happens to it afterwards */
  tooLarge?: true;
}

/** A picture that every library reads, in plain ASCII; what follows its end nobody looks at. */
const GIF =
  'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000,\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000\u0000\u0002\u0002D\u0001\u0000;';
const page = (mark: string): string =>
  `<!doctype html><title>${mark}</title><script>alert('${mark}')</script>`;
/** More than any avatar, and still quick to send. */
const LARGE = 26 * 1024 * 1024;

const CASES: Case[] = [
  { what: 'an HTML page', extension: 'html', type: 'text/html', content: page },
  { what: 'an HTML page that claims to be a picture', extension: 'html', type: 'image/gif', content: page },
  {
    what: 'a picture with a script behind it, named .html',
    extension: 'html',
    type: 'image/gif',
    content: (mark) => GIF + page(mark),
  },
  {
    what: 'an SVG picture with a script in it',
    extension: 'svg',
    type: 'image/svg+xml',
    content: (mark) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert('${mark}')</script></svg>`,
  },
  {
    what: `a picture of ${LARGE / 1024 / 1024} MB`,
    extension: 'gif',
    type: 'image/gif',
    content: () => GIF + '\u0000'.repeat(LARGE),
    tooLarge: true,
  },
];

export async function fileUpload(context: AttackContext): Promise<AttackResult> {
  const uploads = [...formUploads(context), ...apiUploads(context)];
  const found: Weakness[] = [];
  for (const upload of uploads)
    for (const one of CASES) {
      const weakness = await attempt(context, upload, one);
      if (weakness !== null) found.push(weakness);
    }
  return {
    tried: uploads.length === 0 ? null : `${uploads.length} uploads, ${CASES.length} files each`,
    weaknesses: found.filter(
      (one, index) => found.findIndex(({ summary }) => summary === one.summary) === index,
    ),
  };
}

/** Every file field of every form. */
function formUploads(context: AttackContext): Upload[] {
  return context.surface.forms.flatMap((target) =>
    target.form.controls
      .filter(({ type, name }) => type === 'file' && name !== '')
      .map(({ name }) => ({
        where: `"${name}" in the form ${target.form.action}`,
        path: target.form.action,
        send: async (file: FileValue) => {
          const opened = await openForm(context, target);
          if (opened === null) return null;
          const visit = await send(opened, { ...opened.values, [name]: file });
          return { answer: visit.first, taken: isTaken(visit), pages: [visit.last.reply.body] };
        },
      })),
  );
}

async function attempt(context: AttackContext, upload: Upload, one: Case): Promise<Weakness | null> {
  const mark = `mf${context.random.word(10)}`;
  const before = await storedFiles(context);
  const sent = await upload.send({
    filename: `${mark}.${one.extension}`,
    type: one.type,
    content: one.content(mark),
  });
  if (sent === null || !sent.taken) return null;
  const stored = [...(await storedFiles(context))].find((path) => !before.has(path));
  if (stored === undefined) return null;
  const about = { context, upload, one };
  if (one.tooLarge)
    return weakness(about, sent.answer, `It was taken and saved as ${stored}.`, {
      expected: 'a size that nobody needs is refused with a message',
      danger: 'A few such uploads fill the disk, and everything stops.',
      fix: 'Check file.size in clean_<field>() or in a validator of the field.',
    });
  for (const address of addressesOf(context, stored)) {
    const served = await context.tools.session.send(anonymous(), { method: 'GET', path: address });
    const own = served.reply.status === 404 ? await asMember(context, address) : served;
    if ((own.reply.status ?? 500) >= 400) continue;
    if (!runs(own)) return null;
    return weakness(
      about,
      own,
      `It is served at ${address} as ${own.reply.headers['content-type']}, to be shown by the browser.`,
      SCRIPT,
    );
  }
  // Nothing of this instance serves it; the web server in front of it would, by its name.
  if (!/\.(x?html?|svg|xml)$/i.test(stored)) return null;
  return weakness(
    about,
    sent.answer,
    `It was taken and saved as ${stored}, which a web server serves as a page.`,
    SCRIPT,
  );
}

const SCRIPT = {
  expected: 'it is refused, or saved under a name and served with a type that no browser runs',
  danger: 'Its script runs under your address, with the session of whoever opens it.',
  fix: 'Use ImageField, or FileExtensionValidator with the few types that you need (never svg or html), and send other files with Content-Disposition: attachment.',
};

const asMember = async (context: AttackContext, address: string): Promise<Exchanged> =>
  (await (await browserOf(context, 'alice')).visit(address)).last;

/** Where the app says that it keeps its files: those of the rows that are known, and of the newest one. */
async function storedFiles({ tools, surface }: AttackContext): Promise<Set<string>> {
  const { instance } = tools.session;
  const found = new Set<string>();
  for (const { label, fields } of tools.facts.models) {
    const files = fields.filter(({ kind }) => kind === 'file' || kind === 'image');
    if (files.length === 0) continue;
    const ids = surface.rows.filter(({ model }) => model.label === label).map(({ id }) => id);
    const known = await Promise.all(
      ids.map((id) => instance.call('rows.get', { model: label, id }).catch(() => null)),
    );
    const newest = await instance.call('rows.newest', { model: label }).catch(() => null);
    for (const row of [...known, newest])
      for (const { name } of files) {
        const path = row?.values[name];
        if (typeof path === 'string' && path !== '') found.add(path);
      }
  }
  return found;
}

function addressesOf({ tools, surface }: AttackContext, stored: string): string[] {
  const media = String(tools.facts.settings.MEDIA_URL ?? '/media/');
  const base = media.startsWith('/') ? media : `/${media}`;
  const name = stored.split('/').at(-1) ?? stored;
  const linked = surface.pages.flatMap(({ visit }) =>
    visit.page.links.filter(({ path }) => path.includes(name)).map(({ path }) => path),
  );
  return [...new Set([...linked, `${base.replace(/\/$/, '')}/${stored}`])];
}

/** Shown instead of downloaded, as a type that may hold scripts, and no policy forbids them. */
function runs({ reply }: Exchanged): boolean {
  const { headers } = reply;
  const type = headers['content-type'] ?? '';
  const policy = headers['content-security-policy'] ?? '';
  const shown = !/attachment/i.test(headers['content-disposition'] ?? '');
  const script =
    /html|svg|xml/i.test(type) || (type === '' && !/nosniff/i.test(headers['x-content-type-options'] ?? ''));
  return shown && script && !/sandbox(?!\s+[^;]*allow-scripts)|(default|script)-src\s+'none'/i.test(policy);
}

async function weakness(
  { context, upload, one }: { context: AttackContext; upload: Upload; one: Case },
  proof: Exchanged,
  actual: string,
  said: Pick<Weakness, 'expected' | 'danger' | 'fix'>,
): Promise<Weakness> {
  const endpoint = await endpointOf(context.tools, upload.path.split('?')[0] ?? upload.path);
  return {
    ...said,
    summary: `${upload.where} takes ${one.what}.`,
    actual,
    proof,
    place: endpoint === null ? null : placeOf(endpoint),
  };
}
