/**
 * The beginning of an exercise of one's own: a spec that is valid, an application that passes it, and mutants.
 *
 *   npm run new:exercise -- ID [--pages] [--rows NAME] [--title TEXT]
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const TEMPLATES = fileURLToPath(new URL('../examples/new-exercise/', import.meta.url));
const USAGE = 'Usage: npm run new:exercise -- ID [--pages] [--rows NAME] [--title TEXT]';

const TAKEN =
  'and as assert async await break class continue def del elif else except for from global if import in is lambda not or pass raise return try while with yield user model admin view form field test url migration'.split(
    ' ',
  );

process.exitCode = await main();

async function main(): Promise<number> {
  const asked = options();
  if (asked === null) {
    console.error(USAGE);
    return 2;
  }
  const { positionals, values } = asked;
  const [id, ...more] = positionals;
  const { rows, pages, title = `An exercise about ${rows}s` } = values;
  const problem =
    id === undefined || more.length > 0
      ? USAGE
      : !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)
        ? `"${id}" cannot be the id of an exercise: lower-case letters, digits and hyphens, such as book-club.`
        : !/^[a-z]{2,30}$/.test(rows) || TAKEN.includes(rows)
          ? `"${rows}" cannot be the name of a row: one word of lower-case letters whose plural ends in s, no word of Python or Django, such as loan.`
          : /[\n"]|: /.test(title)
            ? 'The title stands in YAML as it is: no quotes, no colon followed by a blank, one line.'
            : null;
  if (problem !== null || id === undefined) {
    console.error(problem);
    return 2;
  }
  const kind = pages ? 'pages' : 'api';
  const named = (text: string): string =>
    text
      .replaceAll('EXERCISE', id)
      .replaceAll('TITLE', title)
      .replaceAll('bookmark', rows)
      .replaceAll('Bookmark', `${rows[0]?.toUpperCase()}${rows.slice(1)}`);
  const below = async (folder: string): Promise<string[]> =>
    (await readdir(join(TEMPLATES, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(join(TEMPLATES, folder), join(entry.parentPath, entry.name)));
  const copied = async (from: string, to: string): Promise<[string, string][]> =>
    (await below(from)).map((file) => [join(to, named(file)), join(TEMPLATES, from, file)]);
  const files = new Map([
    [join('graders', `${id}.yml`), join(TEMPLATES, `${kind}.yml`)],
    ...(await copied(kind, join('fixtures', id, 'reference'))),
    ...(await copied(join('mutants', kind), join('fixtures', id, 'mutants/reference'))),
  ]);
  const there = [...files.keys()].filter((file) => existsSync(file));
  if (there.length > 0) {
    console.error(`Nothing was written: ${there[0]} is there already. Choose another id.`);
    return 2;
  }
  for (const [to, from] of files) {
    await mkdir(dirname(resolve(to)), { recursive: true });
    await writeFile(to, named(await readFile(from, 'utf8')), { flag: 'wx' });
  }
  console.log(
    [
      `wrote graders/${id}.yml, an application that passes it in fixtures/${id}/reference, and a mutant for each requirement.`,
      '',
      'Next, as docs/author.md tells:',
      `  node dist/cli.js check-spec graders/${id}.yml`,
      `  node dist/cli.js explain ${id} --graders graders`,
      `  node dist/cli.js grade fixtures/${id}/reference --graders graders --exercise ${id}`,
      `  npm run build && npm run kill-matrix -- --exercise ${id}`,
    ].join('\n'),
  );
  return 0;
}

/** null: called in another way than it is meant to be */
function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        /** a site with pages and forms instead of an API */
        pages: { type: 'boolean', default: false },
        /** what one row is called, such as "loan": its plural ends in s */
        rows: { type: 'string', default: 'bookmark' },
        title: { type: 'string' },
      },
    });
  } catch {
    return null;
  }
}
