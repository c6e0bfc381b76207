import { groupBy } from './group-by.ts';
import type { Control, Form } from './types.ts';

/** A text travels as UTF-8. */
export interface FileValue {
  filename: string;
  type: string;
  content: string | Buffer;
}

export type Value = string | string[] | boolean | FileValue;
export type Values = Record<string, Value>;

export interface FormBody {
  encoding: 'urlencoded' | 'multipart';
  pairs: [string, string][];
  files?: [string, FileValue][];
}

/**
 * What a browser would send of the form with these values typed, chosen and ticked: everything else as it stands on
 * the page, and the button that Enter presses. A name that no control has is not sent; a control that is named is,
 * even where the page disables it until a script has run.
 */
export function formBody(
  form: Form,
  values: Values,
  submitter: { name: string | null; value: string } | undefined = form.submitters[0],
): FormBody {
  const chosen = chosenValues(form.controls, values);
  const pairs: [string, string][] = [];
  const files: [string, FileValue][] = [];
  for (const control of form.controls) {
    if (control.name === '') continue;
    const value = chosen.get(control);
    if (isFile(value)) {
      if (form.encoding === 'multipart') files.push([control.name, value]);
      else pairs.push([control.name, value.filename]);
      continue;
    }
    const sent = value === undefined ? untouched(control) : changed(control, value);
    pairs.push(...sent.map((text): [string, string] => [control.name, newlines(text)]));
  }
  if (submitter?.name) pairs.push([submitter.name, newlines(submitter.value)]);
  return files.length > 0 ? { encoding: form.encoding, pairs, files } : { encoding: form.encoding, pairs };
}

/** The body as it is sent: bytes where a file is no text. The boundary is made from `boundary`, longer where a value holds that. */
export function encodeBody(body: FormBody, boundary: string): { contentType: string; body: string | Buffer } {
  if (body.encoding === 'urlencoded') {
    return {
      contentType: 'application/x-www-form-urlencoded',
      body: new URLSearchParams(body.pairs).toString(),
    };
  }
  const fields = body.pairs.map(
    ([name, value]) => `Content-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}`,
  );
  const files = (body.files ?? []).map(([name, { filename, type, content }]) => ({
    head:
      `Content-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(filename)}"\r\n` +
      `Content-Type: ${type.replace(/[\r\n]/g, '')}\r\n\r\n`,
    content,
  }));
  const separator = `----${boundary}`;
  // A file is large, and almost never holds the line: its bytes are not made a text to look for it.
  const texts = files.flatMap(({ head, content }) => [
    head,
    content.includes(separator) ? content.toString('latin1') : '',
  ]);
  const line = unused(separator, [...fields, ...texts].join('\r\n'));
  const contentType = `multipart/form-data; boundary=${line}`;
  const parts: (string | Buffer)[] = [
    ...fields.map((part) => `--${line}\r\n${part}\r\n`),
    ...files.flatMap(({ head, content }) => [`--${line}\r\n${head}`, content, '\r\n']),
    `--${line}--\r\n`,
  ];
  const isText = parts.every((part) => typeof part === 'string');
  return {
    contentType,
    body: isText ? parts.join('') : Buffer.concat(parts.map(asBytes)),
  };
}

const asBytes = (part: string | Buffer): Buffer => (typeof part === 'string' ? Buffer.from(part) : part);

/** The line, with more dashes than any value has after it. */
function unused(line: string, text: string): string {
  const after = text.split(line).slice(1);
  const dashes = after.map((rest) => /^-*/.exec(rest)?.[0].length ?? 0);
  return after.length === 0
    ? line
    : line + '-'.repeat(dashes.reduce((most, count) => Math.max(most, count), 0) + 1);
}

/** Names end at quotes and lines; these three are written as the standard says. */
function quoted(name: string): string {
  return newlines(name).replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}

/**
 * Which control each value is for. Of several controls of one name a list fills one after the other, and a single
 * value goes to the first that a person can use: a hidden one beside a checkbox only says what an empty box means.
 */
function chosenValues(controls: Control[], values: Values): Map<Control, Value> {
  const chosen = new Map<Control, Value>();
  const named = groupBy(controls, ({ name }) => name);
  for (const [name, value] of Object.entries(values)) {
    const all = named.get(name) ?? [];
    const usable = all.filter(({ type, disabled }) => type !== 'hidden' && !disabled);
    const [first, ...others] = usable.length > 0 ? usable : all;
    if (!first) continue;
    if (Array.isArray(value) && others.length > 0) {
      [first, ...others].forEach((control, index) => {
        const part = value[index];
        if (part !== undefined) chosen.set(control, part);
      });
    } else chosen.set(first, value);
  }
  return chosen;
}

function untouched({ type, name, value, checked, options, disabled }: Control): string[] {
  if (disabled || type === 'file') return [];
  if (options.length > 0) {
    return options.filter((option) => option.selected && !option.disabled).map((option) => option.value);
  }
  if (type === 'checkbox') return checked ? [value] : [];
  if (type === 'select') return [];
  return [type === 'hidden' && name.toLowerCase() === '_charset_' ? 'UTF-8' : value];
}

function changed({ type, value: own, options }: Control, value: Exclude<Value, FileValue>): string[] {
  if (Array.isArray(value)) return value;
  if (type === 'checkbox' || type === 'radio') {
    if (value === true) return [options.find(({ disabled }) => !disabled)?.value ?? own];
    const offered = options.some((option) => option.value === value);
    return value === false || (value === '' && !offered) ? [] : [value];
  }
  return [String(value)];
}

function isFile(value: Value | undefined): value is FileValue {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Lines end with CRLF on the wire, however the page or the caller wrote them. */
function newlines(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}
