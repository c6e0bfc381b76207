/** Reads Markdown as GitHub does: GFM to HTML, then what GitHub itself would turn into notifications and links. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface Rendered {
  /** `within`: the names of the elements around it. */
  elements: { name: string; attributes: Record<string, string>; within: string[] }[];
  comments: string[];
  /** All text, code included. */
  text: string;
  /** What GitHub would act on in text outside of code. */
  references: string[];
}

export function render(markdown: string): Rendered {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const rendered: Rendered = { elements: [], comments: [], text: '', references: [] };
  walk(parseFragment(html).childNodes, [], rendered);
  return rendered;
}

/** The filters that run on the text nodes of rendered Markdown: mentions, issues, commits, advisories, emoji, formulas. */
const filters = [
  /(?<![\w/`])@[a-z\d][a-z\d-]*(\/[a-z\d][\w-]*)?/gi,
  /(?<![\w])([\w.-]+\/[\w.-]+|[\w-]+)?#\d+\b/g,
  /\bGH-\d+\b/gi,
  /\b[A-Z]{2,10}-\d+\b/g,
  /\bGHSA-\w{4}-\w{4}-\w{4}\b/gi,
  /\bCVE-\d{4}-\d+\b/gi,
  /\b[0-9a-f]{7,40}\b/gi,
  /:[\w+-]+:/g,
  /https?:\/\/\S+/gi,
  /\bwww\.\S+/gi,
  /\$[^$\n]+\$/g,
];

/** Elements whose text is not looked at; a lone dollar in a span is GitHub's own way to write one. */
const code = new Set(['code', 'pre']);

function walk(nodes: Node[], within: string[], rendered: Rendered): void {
  const inCode = within.some((name) => code.has(name));
  let run = '';
  const flush = () => {
    if (!inCode) rendered.references.push(...filters.flatMap((filter) => run.match(filter) ?? []));
    run = '';
  };
  for (const node of nodes) {
    if (node.nodeName === '#text') {
      run += (node as DefaultTreeAdapterTypes.TextNode).value;
      rendered.text += (node as DefaultTreeAdapterTypes.TextNode).value;
      continue;
    }
    flush();
    if (node.nodeName === '#comment')
      rendered.comments.push((node as DefaultTreeAdapterTypes.CommentNode).data);
    if (!('tagName' in node)) continue;
    const element = node as Element;
    rendered.elements.push({
      name: element.tagName,
      attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
      within,
    });
    walk(element.childNodes, [...within, element.tagName], rendered);
  }
  flush();
}
