/** Variables that a Dockerfile, a Procfile, a shell script or a unit file sets for the server that it starts. */

/** `ENV A=b C="d e"`, `ENV A b`, and what its CMD sets. What a RUN needs while the image is built is not there later. */
export function dockerfileVariables(text: string): [name: string, value: string][] {
  const instructions = text.replaceAll(/\\[ \t]*\r?\n(?:[ \t]*#.*\n)*/g, ' ').split('\n');
  return instructions.flatMap((line): [string, string][] => {
    const [, word = '', rest = ''] = /^\s*([A-Za-z]{2,12})\s+(.*)$/.exec(line) ?? [];
    if (/^ENV$/i.test(word)) {
      const old = /^(\w+)\s+([^=].*)$/.exec(rest);
      return old === null ? assignments(rest) : [[old[1] ?? '', unquoted((old[2] ?? '').trim())]];
    }
    return /^(CMD|ENTRYPOINT)$/i.test(word) ? assignments(rest.replaceAll(/[[\],]/g, ' ')) : [];
  });
}

/** Lines of a script, apart from those that prepare or test something. */
export function shellVariables(text: string): [name: string, value: string][] {
  return text
    .split('\n')
    .filter(
      (line) =>
        !/^\s*#/.test(line) && !/collectstatic|\bmigrate\b|pytest|manage\.py test|compilemessages/.test(line),
    )
    .flatMap(assignments);
}

const ASSIGNMENT = /(?:^|[\s"'=])([A-Za-z_]\w{0,100})=("[^"]{0,1000}"|'[^']{0,1000}'|[^\s"']{0,1000})/g;

function assignments(line: string): [string, string][] {
  return [...line.matchAll(ASSIGNMENT)].map(([, name = '', value = '']) => [name, unquoted(value)]);
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
