/** What a committed configuration of the server in front of the app does, so that the app need not do it again. */

import type { Place } from '../report/schema.ts';
import type { ReadText } from '../repository/read-text.ts';

export interface FrontServer {
  /** sends plain HTTP to HTTPS */
  redirects: Place | null;
  /** adds Strict-Transport-Security */
  hsts: Place | null;
}

const FILES =
  /(^|\/)(nginx[^/]*(\/.*)?\.(conf|template|conf\.template)|[^/]*nginx[^/]*\.(conf|template)|default\.conf|Caddyfile|fly\.toml|traefik[^/]*\.(ya?ml|toml)|[^/]*compose[^/]*\.ya?ml|\.htaccess)$/i;

export async function frontServer(files: string[], read: ReadText): Promise<FrontServer> {
  const front: FrontServer = { redirects: null, hsts: null };
  for (const file of files.filter((one) => FILES.test(one)).slice(0, 20)) {
    const lines = (await read(file)).split('\n');
    front.redirects ??= placeOf(REDIRECTS, file, lines);
    front.hsts ??= placeOf(HSTS, file, lines);
  }
  return front;
}

const REDIRECTS =
  /^[^#]*(return\s+30[178]\s+https:|rewrite\s+.*https:\/\/|force_https\s*=\s*true|redirectscheme\.scheme=https|redirections?\.entrypoint\.(to|scheme)=(websecure|https)|RewriteRule\s+.*https:\/\/)/i;
const HSTS =
  /^[^#]*(add_header\s+Strict-Transport-Security|Strict-Transport-Security\s+"?max-age|stsSeconds)/i;

function placeOf(pattern: RegExp, file: string, lines: string[]): Place | null {
  const index = lines.findIndex((line) => line.length < 2000 && pattern.test(line));
  return index === -1 ? null : { file, line: index + 1, code: (lines[index] ?? '').trim().slice(0, 300) };
}
