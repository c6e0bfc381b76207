/**
 * Cuts GitHub's published OpenAPI description down to the operations that Milepost uses.
 * The package unpacks to 400 MB, so it is not installed: `node tests/github-api/cut-openapi.ts` fetches it
 * once and writes `openapi.json`, which is committed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@octokit/openapi@23.0.2';
const DESCRIPTION = 'package/generated/api.github.com.json';
const OPERATIONS = [
  'get /user',
  'get /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  'get /repos/{owner}/{repo}/pulls',
  'get /repos/{owner}/{repo}/pulls/{pull_number}',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'get /orgs/{org}/repos',
  'get /repos/{owner}/{repo}',
  'get /repos/{owner}/{repo}/commits',
  'get /repos/{owner}/{repo}/contents/{path}',
  'get /repos/{owner}/{repo}/actions/artifacts',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  'get /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
  'post /repos/{owner}/{repo}/check-runs',
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'delete /repos/{owner}/{repo}/issues/comments/{comment_id}',
];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const folder = mkdtempSync(join(tmpdir(), 'milepost-openapi-'));
try {
  const full = download(folder);
  writeFileSync(join(import.meta.dirname, 'openapi.json'), `${JSON.stringify(cut(full), null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function download(into: string): JsonObject {
  const archive = execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd: into, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', archive, DESCRIPTION], { cwd: into });
  return JSON.parse(readFileSync(join(into, DESCRIPTION), 'utf8'));
}

function cut(full: JsonObject): JsonObject {
  const paths: JsonObject = {};
  for (const operation of OPERATIONS) {
    const [method = '', path = ''] = operation.split(' ');
    const found = at(full, ['paths', path, method]);
    if (found === undefined) throw new Error(`${PACKAGE} does not describe "${operation}".`);
    paths[path] = { ...(paths[path] as JsonObject | undefined), [method]: withoutProse(found) };
  }
  const result: JsonObject = { openapi: full.openapi ?? null, 'x-cut-from': PACKAGE, paths, components: {} };
  addReferenced(result, full);
  return result;
}

/** Copies every component that the kept operations point to, and what those point to in turn. */
function addReferenced(result: JsonObject, full: JsonObject): void {
  const open = references(result);
  while (open.length > 0) {
    const [kind = '', name = ''] = (open.pop() ?? '').replace('#/components/', '').split('/');
    const components = result.components as { [kind: string]: JsonObject };
    const ofKind = components[kind] ?? {};
    components[kind] = ofKind;
    const found = at(full, ['components', kind, name]);
    if (name in ofKind || found === undefined) continue;
    const kept = kind === 'examples' ? found : withoutProse(found);
    ofKind[name] = kept;
    open.push(...references(kept));
  }
}

function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

/** Descriptions are most of the bytes and decide nothing. A property that is itself named "description" stays. */
function withoutProse(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) =>
      !(typeof inner === 'string' && ['description', 'summary', 'example'].includes(key)) &&
      !key.startsWith('x-'),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutProse(inner)]));
}

function at(value: Json, keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (current, key) =>
      current !== null && typeof current === 'object' && !Array.isArray(current) ? current[key] : undefined,
    value,
  );
}
