/** A shell command that sends the same request to the app on the learner's own machine. */
import type { Exchange } from '../report/schema.ts';

export function reproduce(exchange: Exchange): string {
  const headers = Object.entries(exchange.requestHeaders).filter(
    ([name]) => ['Authorization', 'Content-Type', 'Cookie'].includes(name) || name.startsWith('X-Acc'),
  );
  const parts = [
    'curl -i',
    ...(exchange.method === 'GET' ? [] : [`-X ${exchange.method}`]),
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(exchange.requestBody === null ? [] : [`-d ${quote(exchange.requestBody.slice(0, 1_500))}`]),
    quote(`http://localhost:8000${exchange.url}`),
  ];
  return parts.join(' ');
}

/** POSIX: nothing inside single quotes is special but the quote itself. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
