/** Variables in structured files of any platform: what stands under a key such as `environment`, as a map or a list. */

const HOLDERS =
  /^(env|environment|envs|environments|env_?vars|environment_?variables|env_variables|variables|aws:elasticbeanstalk:application:environment)$/i;
const MAX_DEPTH = 12;

export function environmentIn(value: unknown, depth = 0): [name: string, value: string][] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item) => environmentIn(item, depth + 1));
  return Object.entries(value)
    .slice(0, 500)
    .flatMap(([key, part]) => (HOLDERS.test(key) ? variablesIn(part) : environmentIn(part, depth + 1)));
}

/** `{A: b}`, `["A=b"]`, `[{key: A, value: b}]`, `{A: {value: b}}` */
function variablesIn(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([name, part]) => pair(name, part));
  return value.flatMap((item): [string, string][] => {
    if (typeof item === 'string') {
      const at = item.indexOf('=');
      return at > 0 ? [[item.slice(0, at), item.slice(at + 1)]] : [];
    }
    if (typeof item !== 'object' || item === null) return [];
    const { key, name = key, value: held } = item as Record<string, unknown>;
    return typeof name === 'string' ? pair(name, held) : [];
  });
}

function pair(name: string, value: unknown): [string, string][] {
  const held = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean'
    ? [[name, text(held)]]
    : [];
}

/** YAML's `true` reaches a program as compose writes it. */
const text = (value: string | number | boolean): string => String(value);
