/** A request and its answer, beside each other where there is room. */
import { answerTitle, requestLines, responseLines, senderTitle } from '../exchange.ts';
import type { Exchange } from '../schema.ts';
import { block, type Html, html, short } from './page.ts';

const SHOWN = { body: 4_000, headers: true };

export function exchangeParts(exchange: Exchange): Html {
  const sent = short(senderTitle(exchange), 80);
  const answer = answerTitle(exchange);
  return html`<div class="exchange">
<div><p>${sent}:</p>${block(requestLines(exchange, SHOWN), sent, 8_000)}</div>
<div><p>${answer}:</p>${block(responseLines(exchange, SHOWN), answer, 8_000)}</div>
</div>`;
}
