/** Reads a log as the runner does: `::command key=value::text` at the start of a line, `##[command]text` anywhere. */

export interface Command {
  name: string;
  properties: Record<string, string>;
  text: string;
}

/** Names that the runner knows; other words between colons are ordinary text. */
const KNOWN =
  /^(error|warning|notice|debug|group|endgroup|add-mask|add-path|add-matcher|remove-matcher|set-output|set-env|save-state|stop-commands|echo|command)$/i;

/** The commands that the runner would obey, in order. */
export function readLog(log: string): Command[] {
  const commands: Command[] = [];
  let stopped: string | null = null;
  for (const line of log.split(/\r?\n/)) {
    const command = parse(line);
    if (command === null) continue;
    if (stopped !== null) {
      if (command.name === stopped) stopped = null;
      continue;
    }
    if (!KNOWN.test(command.name)) continue;
    if (command.name === 'stop-commands') stopped = command.text;
    commands.push(command);
  }
  if (stopped !== null) throw new Error('The log ends while commands are stopped.');
  return commands;
}

function parse(line: string): Command | null {
  const modern = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line);
  const old = modern ? null : /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
  const found = modern ?? old;
  if (!found) return null;
  const pairs = (found[2] ?? '').split(/[,;]/).filter((pair) => pair.includes('='));
  const properties = pairs.map((pair) => [
    pair.slice(0, pair.indexOf('=')).trim(),
    decode(pair.slice(pair.indexOf('=') + 1)),
  ]);
  return { name: found[1] ?? '', properties: Object.fromEntries(properties), text: decode(found[3] ?? '') };
}

function decode(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
