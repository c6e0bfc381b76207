import { z } from 'zod';
import { parseYaml } from './parse-yaml.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional().catch(undefined),
      environment: z
        .union([z.record(z.string(), scalar), z.array(z.string())])
        .optional()
        .catch(undefined),
    }),
  ),
});

/** Service names and environment of a compose file; a file that is not one has none. */
export function readCompose(text: string): { services: string[]; environment: Record<string, string> } {
  const parsed = composeSchema.safeParse(parseYaml(text));
  if (!parsed.success) return { services: [], environment: {} };
  const environment: Record<string, string> = {};
  const add = (name: string, written: string) => {
    const value = withDefaults(written);
    if (!value.includes('${') && value !== '' && value !== name) environment[name] ??= value;
  };
  for (const service of Object.values(parsed.data.services)) {
    if (/postgres|postgis|redis|valkey|mysql|mariadb/.test(service.image ?? '')) continue;
    const given = service.environment ?? {};
    const pairs = Array.isArray(given)
      ? given.map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)] as const)
      : Object.entries(given).map(([name, value]) => [name, value === null ? '' : String(value)] as const);
    for (const [name, value] of pairs) add(name, value);
  }
  return { services: Object.keys(parsed.data.services), environment };
}

/** `${NAME:-value}` means value where nothing else is set. */
const withDefaults = (text: string) => text.replaceAll(/\$\{\w{1,80}:?-([^}]{0,500})\}/g, '$1');
