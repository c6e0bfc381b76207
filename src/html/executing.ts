import {
  attribute,
  type Element,
  has,
  type Parent,
  rawText,
  readTree,
  type Template,
  type Tree,
  tagOf,
  walk,
  words,
} from './dom.ts';

export interface ExecutingNode {
  tag: string;
  attribute: string | null;
  /** The start tag, cut to 200 characters. */
  shown: string;
}

/**
 * What on a page would run script that holds the marker. The marker as text, in a comment, in a textarea or in an
 * attribute that only holds text is harmless, and so is rich text without any of these.
 */
export function executingNodes(html: string, marker: string): ExecutingNode[] {
  return marker === '' ? [] : search(readTree(html), marker, 0);
}

const MAX_FOUND = 100;
/** Documents in attributes of documents: what they cost is bounded by how many, how deep and how large. */
const MAX_INNER = 20;
const MAX_DEPTH = 3;
const MAX_INNER_ELEMENTS = 10_000;

function search(tree: Tree, marker: string, depth: number): ExecutingNode[] {
  const found: ExecutingNode[] = [];
  let inner = 0;
  const runsInside = (html: string) => {
    inner += 1;
    if (inner > MAX_INNER || depth >= MAX_DEPTH) return false;
    return search(readTree(html, MAX_INNER_ELEMENTS), marker, depth + 1).length > 0;
  };
  const roots: Parent[] = [tree.document];
  const enter = (element: Element): boolean => {
    const names = executing(element, marker);
    if (isOpenFrame(element) && runsInside(attribute(element, 'srcdoc') ?? '')) names.push('srcdoc');
    for (const name of names.slice(0, MAX_FOUND - found.length)) {
      found.push({ tag: element.tagName, attribute: name, shown: startTag(element) });
    }
    // What is in a template is inert, unless it is the shadow of the element around it.
    if ('content' in element && has(element, 'shadowrootmode')) roots.push((element as Template).content);
    return found.length < MAX_FOUND;
  };
  for (let root = roots.shift(); root; root = roots.shift()) walk(root, { enter });
  return found;
}

/** A sandbox runs nothing, unless it says so. */
function isOpenFrame(element: Element): boolean {
  if (tagOf(element) !== 'iframe' || !has(element, 'srcdoc')) return false;
  return !has(element, 'sandbox') || words(element, 'sandbox').includes('allow-scripts');
}

/** The attributes that would run the marker, null for the element's own text. */
function executing(element: Element, marker: string): (string | null)[] {
  const tag = tagOf(element);
  const found: (string | null)[] = element.attrs
    .filter(({ name, value }) => {
      if (/^on[a-z]+$/.test(name)) return value.includes(marker);
      return runs(element, tag, name, value) && holds(value, marker);
    })
    .map(({ name, prefix }) => (prefix ? `${prefix}:${name}` : name));
  const hasSource = element.attrs.some(({ name }) => name === (tag === 'script' ? 'src' : 'href'));
  if (isScript(element, tag) && !hasSource && rawText(element).includes(marker)) found.push(null);
  return found;
}

/** Whether a browser takes the value of this attribute for script, or for a place that script comes from. */
function runs(element: Element, tag: string, name: string, value: string): boolean {
  switch (`${tag} ${name}`) {
    case 'script src':
    case 'foreign:script href':
      return isScript(element, tag);
    case 'object data':
    case 'embed src':
    case 'base href':
      return true;
    case 'iframe src':
    case 'frame src':
      return isScriptAddress(value, /^data:(text\/html|image\/svg\+xml|application\/xhtml\+xml|text\/xml)/);
    case 'meta content':
      return /^refresh$/i.test(attribute(element, 'http-equiv') ?? '') && /(javascript|data):/i.test(value);
    case 'a href':
    case 'area href':
    case 'form action':
    case 'button formaction':
    case 'input formaction':
      return isScriptAddress(value);
  }
  if (!tag.startsWith('foreign:')) return false;
  const animates =
    /href$/i.test(attribute(element, 'attributeName') ?? '') && /^(to|from|by|values)$/.test(name);
  return (name === 'href' || animates) && value.split(';').some((part) => isScriptAddress(part));
}

/** Data in a script element, as Django's json_script writes it, is read and never run. */
function isScript(element: Element, tag: string): boolean {
  if (tag !== 'script' && tag !== 'foreign:script') return false;
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase();
  return type === '' || type === 'module' || /^(text|application)\/(x-)?(java|ecma|j|live)script/.test(type);
}

/** Browsers read over tabs and lines in an address, and over spaces before it. */
function isScriptAddress(value: string, data = /^data:text\/html/): boolean {
  const address = value.replace(/[\t\n\r]/g, '').toLowerCase();
  let start = 0;
  while (address.charCodeAt(start) <= 32) start += 1;
  const plain = address.slice(start);
  return plain.startsWith('javascript:') || data.test(plain);
}

/** Addresses hold the marker in several spellings. */
function holds(value: string, marker: string): boolean {
  const plain = value.replace(/[\t\n\r]/g, '');
  if (value.includes(marker) || plain.includes(marker) || decoded(plain).includes(marker)) return true;
  const packed = /;base64,(.*)/i.exec(plain)?.[1];
  return packed !== undefined && Buffer.from(decoded(packed), 'base64').toString('utf8').includes(marker);
}

function decoded(value: string): string {
  return value.replace(/(?:%[\da-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function startTag({ tagName, attrs }: Element): string {
  const written = attrs
    .slice(0, 50)
    .map(
      ({ prefix, name, value }) =>
        ` ${prefix ? `${prefix}:` : ''}${name}="${value.slice(0, 200).replaceAll('"', '&quot;')}"`,
    );
  return `<${tagName}${written.join('')}>`.slice(0, 200);
}
