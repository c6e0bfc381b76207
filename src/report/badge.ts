/**
 * The points as a badge, drawn here, or as the few words from which shields.io draws one
 * (https://shields.io/badges/endpoint-badge). `badge-maker` would bring a megabyte of letter widths for one line of text.
 */
import { html as svg } from '@remix-run/html-template';
import { json, plain } from './boundary.ts';
import type { Report } from './schema.ts';
import { number } from './words.ts';

interface Badge {
  label: string;
  message: string;
  colour: keyof typeof COLOURS;
}

/** Names that shields.io knows; the values are dark enough for white letters. */
const COLOURS = {
  green: '#2b7a0b',
  yellow: '#8a6d00',
  orange: '#a4500f',
  red: '#b3362a',
  lightgrey: '#5f6773',
};

export function renderBadge(report: Report): string {
  const { label, message, colour } = badgeOf(report);
  const left = widthOf(label);
  const right = widthOf(message);
  const text = (content: string, x: number, width: number) =>
    svg`<text x="${x + width / 2}" y="14" textLength="${width - 12}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
  return String(svg`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${message}">
<title>${label}: ${message}</title>
<clipPath id="round"><rect width="${left + right}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="${left}" height="20" fill="#444c56"/><rect x="${left}" width="${right}" height="20" fill="${COLOURS[colour]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${text(label, 0, left)}${text(message, left, right)}</g>
</svg>
`);
}

export function renderShields(report: Report): string {
  const { label, message, colour } = badgeOf(report);
  return `${json({ schemaVersion: 1, label, message, color: colour, isError: colour === 'lightgrey' })}\n`;
}

/** About six pixels for each letter of the font, twice as many for the wide ones of Asia; `textLength` makes it exact. */
const widthOf = (text: string): number =>
  Math.round(Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 6.4), 0)) + 12;

function badgeOf({ exercise, outcome, score }: Report): Badge {
  const label = plain(exercise.id, { max: 60 }) || 'Milepost';
  if (outcome === 'failed' || outcome === 'stopped')
    return { label, message: outcome === 'failed' ? 'not graded' : 'stopped', colour: 'lightgrey' };
  const share = score.possible > 0 ? score.earned / score.possible : 0;
  const message =
    outcome === 'no-app' ? 'does not start' : `${number(score.earned)} of ${number(score.possible)}`;
  return {
    label,
    message,
    colour: share >= 1 ? 'green' : share >= 0.75 ? 'yellow' : share >= 0.4 ? 'orange' : 'red',
  };
}
