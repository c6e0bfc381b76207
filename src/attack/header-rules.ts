/** What the headers of a page must say, so that a browser protects it. Each rule tells what is wrong, or null. */

export interface HeaderRule {
  header: string;
  wanted: string;
  danger: string;
  fix: string;
  /** null: as it should be */
  fault(headers: Record<string, string>, body: string): string | null;
}

export const FRAMING: HeaderRule = {
  header: 'X-Frame-Options',
  wanted: 'X-Frame-Options: DENY or SAMEORIGIN, or frame-ancestors in the Content-Security-Policy',
  danger: 'Another site can put the page into a frame and make visitors click what they do not see.',
  fix: "Keep XFrameOptionsMiddleware in MIDDLEWARE with X_FRAME_OPTIONS = 'DENY', and take @xframe_options_exempt off.",
  fault: (headers) => {
    // A browser that knows frame-ancestors does not look at the other header.
    const ancestors = policiesOf(headers)
      .map((policy) => policy.get('frame-ancestors'))
      .filter((one) => one !== undefined);
    if (ancestors.length > 0)
      return ancestors.some((sources) => !sources.some(isAnywhere))
        ? null
        : `frame-ancestors ${ancestors[0]?.join(' ')}`;
    const told = headers['x-frame-options'];
    if (told === undefined) return 'nothing about frames';
    return /^\s*(deny|sameorigin)\s*$/i.test(told) ? null : `X-Frame-Options: ${told}`;
  },
};

export const SNIFFING: HeaderRule = {
  header: 'X-Content-Type-Options',
  wanted: 'X-Content-Type-Options: nosniff',
  danger: 'A browser may take a file or a text for a script.',
  fix: 'Keep SecurityMiddleware in MIDDLEWARE, and leave SECURE_CONTENT_TYPE_NOSNIFF on.',
  fault: ({ 'x-content-type-options': told }) =>
    /^\s*nosniff\s*$/i.test(told ?? '')
      ? null
      : told === undefined
        ? 'no X-Content-Type-Options'
        : `X-Content-Type-Options: ${told}`,
};

export const REFERRER: HeaderRule = {
  header: 'Referrer-Policy',
  wanted: 'a Referrer-Policy other than unsafe-url',
  danger: 'Addresses of pages, with what stands in their queries, are told to other sites.',
  fix: "Set SECURE_REFERRER_POLICY = 'same-origin', or 'strict-origin-when-cross-origin'.",
  fault: ({ 'referrer-policy': told }) => {
    // The last one that a browser knows counts.
    const known = (told ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.trim())
      .filter((one) => REFERRERS.includes(one));
    if (known.length === 0) return told === undefined ? 'no Referrer-Policy' : `Referrer-Policy: ${told}`;
    return known.at(-1) === 'unsafe-url' ? `Referrer-Policy: ${told}` : null;
  },
};
const REFERRERS = [
  ...['no-referrer', 'no-referrer-when-downgrade', 'same-origin', 'origin', 'strict-origin'],
  ...['origin-when-cross-origin', 'strict-origin-when-cross-origin', 'unsafe-url'],
];

export const POLICY: HeaderRule = {
  header: 'Content-Security-Policy',
  wanted: "a Content-Security-Policy that names where scripts may come from, without * and 'unsafe-inline'",
  danger: 'Whatever script gets into a page is run.',
  fix: "Send one with default-src 'self' (django-csp, or SECURE_CSP from Django 6 on); give inline scripts a nonce.",
  fault: (headers, body) => {
    const policies = [...policiesOf(headers), ...inMeta(body)];
    if (policies.length === 0)
      return 'content-security-policy-report-only' in headers
        ? 'a Content-Security-Policy that only reports'
        : 'no Content-Security-Policy';
    const faults = policies.map(faultOf);
    // Of several policies each must allow a script.
    return faults.includes(null) ? null : (faults[0] ?? null);
  },
};

type Policy = Map<string, string[]>;

function faultOf(policy: Policy): string | null {
  const name = ['script-src-elem', 'script-src', 'default-src'].find((one) => policy.has(one));
  if (name === undefined) return 'a Content-Security-Policy that does not say where scripts may come from';
  const sources = policy.get(name) ?? [];
  const said = `${name} ${sources.join(' ')}`;
  const trusted = sources.some((source) => /^'(nonce-|sha(256|384|512)-)/.test(source));
  // With a nonce or a hash, browsers pass over 'unsafe-inline'; with 'strict-dynamic', over origins, too.
  if (sources.includes("'unsafe-inline'") && !trusted) return said;
  if (sources.some(isAnywhere) && !(trusted && sources.includes("'strict-dynamic'"))) return said;
  return null;
}

const isAnywhere = (source: string): boolean =>
  /^(\*|https?:|data:|blob:|https?:\/\/\*|\*\.[a-z]+)$/.test(source);

/** Several headers of one name arrive with commas between them. */
const policiesOf = ({ 'content-security-policy': told }: Record<string, string>): Policy[] =>
  told === undefined
    ? []
    : told
        .split(',')
        .map(parsePolicy)
        .filter((policy) => policy.size > 0);

function parsePolicy(text: string): Policy {
  const policy: Policy = new Map();
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // The first of two counts.
    if (name !== '' && !policy.has(name.toLowerCase()))
      policy.set(
        name.toLowerCase(),
        sources.map((one) => one.toLowerCase()),
      );
  }
  return policy;
}

/** A policy may also stand in the head of a page. */
function inMeta(body: string): Policy[] {
  const head = body.slice(0, 20_000);
  return [...head.matchAll(/<meta\s[^>]{0,2000}>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy["'\s]/i.test(tag))
    .map((tag) =>
      parsePolicy(
        /content\s*=\s*"([^"]*)"/i.exec(tag)?.[1] ?? /content\s*=\s*'([^']*)'/i.exec(tag)?.[1] ?? '',
      ),
    )
    .filter((policy) => policy.size > 0);
}
