/** Removes secrets from everything that is going to be shown or stored. */

/** The same value with every secret in every string (and key) replaced, whatever form it was written in. */
export function maskEverywhere<T>(value: T, secrets: readonly string[]): T {
  const forms = formsOf(secrets);
  return forms.length === 0 ? value : (mask(value, forms) as T);
}

/** The same text with the secrets replaced. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return maskForms(text, formsOf(secrets));
}

/** Shorter ones would blank out ordinary words and numbers. */
const SHORTEST_SECRET = 6;
const MASK = '(hidden)';

function mask(value: unknown, forms: readonly string[]): unknown {
  if (typeof value === 'string') return maskForms(value, forms);
  if (Array.isArray(value)) return value.map((item) => mask(item, forms));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [maskForms(key, forms), mask(item, forms)]),
  );
}

function maskForms(text: string, forms: readonly string[]): string {
  return forms.reduce((masked, form) => masked.replaceAll(form, MASK), text);
}

/** As is, in a URL, in JSON, in hexadecimal and in base64; longest first, so that no rest of a longer one stays behind. */
function formsOf(secrets: readonly string[]): string[] {
  // Of a secret with lines, such as a key file, each line is one.
  const whole = secrets.flatMap((secret) => [secret, ...secret.split(/[\r\n]+/)]).map((one) => one.trim());
  const long = [...new Set(whole)].filter((secret) => secret.length >= SHORTEST_SECRET);
  const forms = long.flatMap((secret) => [
    secret,
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd')),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('hex'),
    ...[0, 1, 2].flatMap((before) => inBase64(Buffer.from(secret), before)),
  ]);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** Three bytes become four characters, so it matters how many bytes stand before; what those have a share in is left out. */
function inBase64(secret: Buffer, before: number): string[] {
  const shifted = Buffer.concat([Buffer.alloc(before), secret]);
  const own = (text: string) => text.slice(Math.ceil((before * 8) / 6), Math.floor((shifted.length * 8) / 6));
  return [own(shifted.toString('base64')), own(shifted.toString('base64url'))];
}
