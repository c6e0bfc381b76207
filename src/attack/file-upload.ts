/** Uploads what an app should refuse, and looks how it is served: a page of a stranger under the app's own address. */
import { endpointsOf, openParams } from '../bind/endpoint.ts';
import { endpointOf } from '../bind/site/detail.ts';
import { placeOf } from '../bind/table.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import { addressOfRow } from './address.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { browserOf } from './forms.ts';
import { readOutside } from './read-outside.ts';
import { SAMPLES, type Sample } from './samples.ts';
import { newFile, type Stored, storedFiles } from './stored-files.ts';
import { apiUploads, formUploads, type Sent, type Upload } from './uploads.ts';

interface Case {
  what: string;
  file: Sample;
  /** wrong when it is taken, whatever happens to it afterwards */
  tooLarge?: true;
  /** a name that leads out of the folder: wrong when it is followed */
  escapes?: true;
}

/** More than any picture for a page, and still quick to send. */
const LARGE = 26 * 1024 * 1024;

export async function fileUpload(context: AttackContext): Promise<AttackResult> {
  const uploads = [...formUploads(context), ...apiUploads(context)];
  const found: Weakness[] = [];
  let working = 0;
  for (const upload of uploads) {
    const sample = await wanted(context, upload);
    if (sample === null) continue;
    working += 1;
    for (const one of casesFor(sample)) {
      const weakness = await attempt(context, upload, one);
      if (weakness !== null) found.push(weakness);
    }
    const replaced = await replacing(context, upload, sample);
    if (replaced !== null) found.push(replaced);
  }
  found.push(...(await readOutside(context)));
  return {
    tried: working === 0 ? null : `${working} places to upload at`,
    weaknesses: found.filter(
      (one, index) => found.findIndex(({ summary }) => summary === one.summary) === index,
    ),
  };
}

/** The first kind of file that is taken: where none is, a refusal says nothing about the attack. */
async function wanted(context: AttackContext, upload: Upload): Promise<Sample | null> {
  for (const sample of SAMPLES) if ((await taken(context, upload, sample)) !== null) return sample;
  return null;
}

function casesFor(sample: Sample): Case[] {
  const page = "<!doctype html><title>x</title><script>alert('milepost')</script>";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert('milepost')</script></svg>`;
  const html = (type: string, content: Buffer): Sample => ({ extension: 'html', type, content });
  const claims = [...new Set([sample.type, 'image/png', 'image/jpeg', 'application/pdf'])];
  return [
    { what: 'an HTML page', file: html('text/html', Buffer.from(page)) },
    ...claims.map((type) => ({
      what: `an HTML page that claims to be ${type}`,
      file: html(type, Buffer.from(page)),
    })),
    {
      what: `a file of the type ${sample.type} with a script behind it, named .html`,
      file: html(sample.type, Buffer.concat([sample.content, Buffer.from(page)])),
    },
    ...['image/svg+xml', sample.type].map((type) => ({
      what: 'an SVG picture with a script in it',
      file: { extension: 'svg', type, content: Buffer.from(svg) },
    })),
    { what: 'the path in the name of a file', file: sample, escapes: true },
    {
      what: `a file of ${LARGE / 1024 / 1024} MB`,
      file: { ...sample, content: Buffer.concat([sample.content, Buffer.alloc(LARGE)]) },
      tooLarge: true,
    },
  ];
}

/** What was stored, and where; null: it was refused. */
async function taken(
  context: AttackContext,
  upload: Upload,
  { extension, type, content }: Sample,
  escapes = false,
): Promise<{ sent: Sent; stored: Stored } | null> {
  const before = await storedFiles(context);
  const name = `mf${context.random.word(10)}.${extension}`;
  const out = `../../${name}`;
  const sent = await (escapes
    ? upload.send({ filename: out, type, content }, { named: out })
    : upload.send({ filename: name, type, content }));
  if (sent === null || !sent.taken) return null;
  const stored = newFile(before, await storedFiles(context));
  return stored === null ? null : { sent, stored };
}

/** The same name once more, by somebody else: the file of the first must stay what it was. */
async function replacing(context: AttackContext, upload: Upload, sample: Sample): Promise<Weakness | null> {
  const { extension, type, content } = sample;
  const name = `mf${context.random.word(10)}.${extension}`;
  const before = await storedFiles(context);
  await upload.send({ filename: name, type, content });
  const first = newFile(before, await storedFiles(context));
  if (first === null) return null;
  const second = await upload.send({ filename: name, type, content }, { as: 'bob' });
  if (second === null || !second.taken) return null;
  const shared = (await storedFiles(context)).filter(({ path }) => path === first.path);
  const owners = new Set(shared.map(({ row }) => `${row.model.label} ${row.id}`));
  if (owners.size < 2) return null;
  return weakness(
    { context, upload, one: { what: 'the place of the file of somebody else' } },
    second.answer,
    `Both files are ${first.path}.`,
    {
      expected: 'two files of one name are two files',
      danger: 'Whoever knows the name of a file can put another one in its place.',
      fix: 'Leave get_available_name() of the storage as it is, or name files by uuid4() in upload_to.',
    },
  );
}

async function attempt(context: AttackContext, upload: Upload, one: Case): Promise<Weakness | null> {
  const done = await taken(context, upload, one.file, one.escapes);
  if (done === null) return null;
  const { sent, stored } = done;
  const about = { context, upload, one };
  if (one.escapes)
    return /(^|\/)\.\.\//.test(stored.path)
      ? weakness(about, sent.answer, `It was saved as ${stored.path}.`, {
          expected: 'the app chooses the name, and the file stays in the folder for uploads',
          danger: 'Whoever uploads can overwrite files of the site, its code included.',
          fix: 'Let upload_to and the storage choose the name; of a name that somebody typed use only what get_valid_filename() leaves.',
        })
      : null;
  if (one.tooLarge)
    return weakness(about, sent.answer, `It was taken and saved as ${stored.path}.`, {
      expected: 'a size that nobody needs is refused with a message',
      danger: 'A few such uploads fill the disk, and everything stops.',
      fix: 'Check file.size in clean_<field>() or in a validator of the field.',
    });
  for (const address of addressesOf(context, stored)) {
    const served = await serving(context, address);
    if (served === null) continue;
    if (!runs(served)) return null;
    const type = served.reply.headers['content-type'] ?? 'something without a type';
    return weakness(
      about,
      served,
      `It is served at ${address} as ${type}, to be shown by the browser.`,
      SCRIPT,
    );
  }
  // Nothing of this instance serves it; the web server in front of it would, by its name.
  if (!/\.(x?html?|svg|xml)$/i.test(stored.path)) return null;
  return weakness(
    about,
    sent.answer,
    `It was taken and saved as ${stored.path}, which a web server serves as a page.`,
    SCRIPT,
  );
}

const SCRIPT = {
  expected: 'it is refused, or saved under a name and served with a type that no browser runs',
  danger: 'Its script runs under your address, with the session of whoever opens it.',
  fix: 'Use ImageField, or FileExtensionValidator with the few types that you need (never svg or html), and send other files with Content-Disposition: attachment.',
};

/** The file as somebody gets it: a visitor, a member by the session, a member by the API's credentials. */
async function serving(
  { surface, tools, ...context }: AttackContext,
  path: string,
): Promise<Exchanged | null> {
  const { actor, api } = surface.people.alice;
  const asked = [
    () => tools.session.send(anonymous(), { method: 'GET', path }),
    async () => (await (await browserOf({ surface, tools, ...context }, 'alice')).visit(path)).last,
    () => tools.session.send(actor, { method: 'GET', path }, { credentials: api }),
  ];
  for (const ask of asked) {
    const answer = await ask();
    if ((answer.reply.status ?? 500) < 300 && answer.reply.body.includes('milepost')) return answer;
  }
  return null;
}

/** Below MEDIA_URL, where a page links it, and at the views that are about the row it belongs to. */
function addressesOf({ tools, surface }: AttackContext, { path, row }: Stored): string[] {
  const media = String(tools.facts.settings.MEDIA_URL ?? '/media/');
  const base = media.startsWith('/') ? media : `/${media}`;
  const name = path.split('/').at(-1) ?? path;
  const linked = surface.pages.flatMap(({ visit }) =>
    visit.page.links.filter((link) => link.path.includes(name)).map((link) => link.path),
  );
  const views = endpointsOf(tools.facts)
    .filter((endpoint) => endpoint.method === 'GET' && openParams(endpoint).length > 0)
    .filter(
      ({ route, handler }) => route.model === row.model.label || handler.models.includes(row.model.label),
    )
    .flatMap((endpoint) => addressOfRow(endpoint, row) ?? []);
  return [...new Set([...linked, `${base.replace(/\/$/, '')}/${path}`, ...views])];
}

/** Shown instead of downloaded, as a type that may hold scripts, and no policy forbids them. */
function runs({ reply: { headers } }: Exchanged): boolean {
  const type = headers['content-type'] ?? '';
  const policy = headers['content-security-policy'] ?? '';
  const shown = !/attachment/i.test(headers['content-disposition'] ?? '');
  const guessed = type === '' && !/nosniff/i.test(headers['x-content-type-options'] ?? '');
  const rule = /script-src(?:-elem)?\s+([^;]*)/i.exec(policy) ?? /default-src\s+([^;]*)/i.exec(policy);
  const forbidden = /sandbox(?!\s+[^;]*allow-scripts)/i.test(policy) || rule?.[1]?.trim() === "'none'";
  return shown && (/html|svg|xml/i.test(type) || guessed) && !forbidden;
}

async function weakness(
  { context, upload, one }: { context: AttackContext; upload: Upload; one: Pick<Case, 'what'> },
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
