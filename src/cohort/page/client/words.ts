/** How the page says things, chosen once. */
import { count, number } from '../../../report/words.ts';
import type { Mark } from '../rows.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** All times are of UTC: a page that is sent around says the same to everybody. */
export const dayOf = (seconds: number): string => day.format(seconds * 1000);
export const timeOf = (seconds: number): string => `${minute.format(seconds * 1000)} UTC`;

/** "3 days" */
export function lasting(seconds: number): string {
  const hours = Math.max(0, Math.floor(seconds / 3_600));
  return hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day');
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const pointsOf = (earned: number | undefined, possible: number | undefined): string =>
  `${number(earned ?? 0)} / ${number(possible ?? 0)}`;

export const markWords: Record<Mark, { label: string; meaning: string }> = {
  stuck: { label: 'Stuck', meaning: 'The same requirement has not been passed over several runs.' },
  review: { label: 'To decide', meaning: 'A requirement needs a mentor.' },
  none: { label: 'No result', meaning: 'Nothing was handed in that could be read.' },
  late: { label: 'Late', meaning: 'Handed in after the deadline.' },
  unverified: { label: 'Unverified', meaning: 'It cannot be told that Milepost made this result.' },
  'no-app': { label: 'App does not start', meaning: 'Nothing that the app does could be tried.' },
  broken: { label: 'Not graded to the end', meaning: 'The grader or the machine broke, or it was stopped.' },
  passed: { label: 'All passed', meaning: 'Everything that counts is passed.' },
  open: { label: 'Not all passed', meaning: 'Something that counts is not passed.' },
};
