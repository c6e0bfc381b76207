import { parse } from 'yaml';
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional().catch(undefined),
      environment: z.union([z.record(z.string(), scalar), z.array(z.string())]).optional().catch(undefined),
    }),
  ),
});

/** Service names and environment of a compose file; a file that is not one has none. */
export function readCompose(text: string): { services: string[]; environment: Record<string, string> } {
  const parsed = composeSchema.safeParse(parseYaml(text));
  if (!parsed.success) return { services: [], environment: {} };
  const environment: Record<string, string> = {};
  for (const service of Object.values(parsed.data.services)) {
    const given = service.environment ?? {};
    const pairs = Array.isArray(given)
      ? given.map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)] as const)
      : Object.entries(given).map(([name, value]) => [name, value === null ? '' : String(value)] as const);
    for (const [name, value] of pairs)
      if (/^[A-Za-z_]\w*$/.test(name) && value !== '' && value !== name) environment[name] ??= value;
  }
  return { services: Object.keys(parsed.data.services), environment };
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100, merge: true, logLevel: 'silent' });
  } catch {
    return null;
  }
}
