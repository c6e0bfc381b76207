import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Template = DefaultTreeAdapterTypes.Template;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

export interface Tree {
  document: DefaultTreeAdapterTypes.Document;
  /** The form that the parser gave each element, which in misnested markup is not the form around it. */
  owners: Map<Element, Element>;
}

/** Longer pages are cut: the client takes no more either. */
const MAX_CHARACTERS = 2_000_000;
/** Unclosed formatting elements are copied into every paragraph after them: 11 kB can become 360,000 elements. */
const MAX_ELEMENTS = 250_000;

class TooManyElements extends Error {}

/** The document as a browser would build it, up to the limits; what is beyond them is missing. */
export function readTree(html: string, maxElements = MAX_ELEMENTS): Tree {
  const document = defaultTreeAdapter.createDocument();
  const owners = new Map<Element, Element>();
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    createElement(tagName, namespace, attributes) {
      elements += 1;
      if (elements > maxElements) throw new TooManyElements();
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    onElementCreated(element, { formElement, isInTemplate }) {
      if (formElement && !isInTemplate) owners.set(element, formElement);
    },
  };
  try {
    parse<DefaultTreeAdapterMap>(html.slice(0, MAX_CHARACTERS), { treeAdapter });
  } catch (error) {
    if (!(error instanceof TooManyElements)) throw error;
  }
  return { document, owners };
}

/** What to do on the way through a tree. `enter` says false to pass over what is inside. */
export interface Visitor {
  enter(element: Element): boolean;
  leave?(element: Element): void;
  text?(value: string): void;
}

/** Visits everything below `root` in document order, without recursion: pages nest 100,000 deep if they like. */
export function walk(root: Parent, visitor: Visitor): void {
  const open: { parent: Parent; next: number }[] = [{ parent: root, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const node = top.parent.childNodes[top.next++];
    if (!node) {
      open.pop();
      if (open.length > 0) visitor.leave?.(top.parent as Element);
    } else if (isElement(node)) {
      if (visitor.enter(node)) open.push({ parent: node, next: 0 });
      else visitor.leave?.(node);
    } else if (node.nodeName === '#text') {
      visitor.text?.((node as DefaultTreeAdapterTypes.TextNode).value);
    }
  }
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The tag in HTML; in SVG and MathML, where the same names mean something else, with `foreign:` before it. */
export function tagOf(element: Element): string {
  return element.namespaceURI === HTML ? element.tagName : `foreign:${element.tagName}`;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name && !each.prefix)?.value ?? null;
}

export function has(element: Element, name: string): boolean {
  return attribute(element, name) !== null;
}

/** The words of a space-separated attribute, such as class names. */
export function words(element: Element, name: string): string[] {
  return (attribute(element, name) ?? '').split(/[\t\n\f\r ]+/).filter(Boolean);
}

/** All text in an element as written, such as a textarea's, cut to `limit` characters. */
export function rawText(element: Element, limit = MAX_CHARACTERS): string {
  const parts: string[] = [];
  let length = 0;
  walk(element, {
    enter: () => length < limit,
    text(value) {
      if (length < limit) parts.push(value);
      length += value.length;
    },
  });
  return parts.join('').slice(0, limit);
}

const HTML = 'http://www.w3.org/1999/xhtml';
