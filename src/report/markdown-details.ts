/** Folded text. The blank lines matter: without them GitHub shows the inside as plain text. */
export function details(summaryHtml: string, inside: string, open = false): string {
  return `<details${open ? ' open' : ''}>\n<summary>${summaryHtml}</summary>\n\n${inside}\n\n</details>`;
}
