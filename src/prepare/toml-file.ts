import { parse } from 'smol-toml';

/** A TOML table; {} for a file that is not valid. */
export function parseToml(text: string): Record<string, unknown> {
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {};
  }
}

export function table(value: unknown, ...path: string[]): Record<string, unknown> {
  let current = value;
  for (const step of path)
    current = isTable(current) && Object.hasOwn(current, step) ? current[step] : undefined;
  return isTable(current) ? current : {};
}

export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
