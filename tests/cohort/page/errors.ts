/** The ways in which a requirement of a generated cohort fails, with everything in them that differs from learner to learner. */
import type { Evidence } from '../../../src/report/schema.ts';
import type { Random } from './random.ts';

export interface Way {
  key: string;
  reason: string;
  evidence: Evidence[];
}

/** What learners call their model and its fields. */
export interface Names {
  model: string;
  field: string;
  path: string;
  user: string;
}

const WAYS = ['nothing-found', 'not-shown', 'crash'] as const;
export type WayKey = (typeof WAYS)[number];

export const wayKeys: readonly WayKey[] = WAYS;

export function wayOf(key: WayKey, title: string, names: Names, random: Random): Way {
  const page = `/${names.path}/${random.word()}-${random.whole(1, 999)}/`;
  switch (key) {
    case 'nothing-found':
      return {
        key,
        reason: `${names.model} has no ${names.field}, and nothing was found for: ${title}.`,
        evidence: [evidenceOf(`${names.model} has no ${names.field}.`, names, random, null)],
      };
    case 'not-shown': {
      const reason = `Open the page as ${'alice'}: ${page} answered 200; "own" can be seen: no; request ${random.whole(2, 60)} shows ${random.word()}.`;
      return { key, reason, evidence: [evidenceOf(reason, names, random, null)] };
    }
    case 'crash': {
      const reason = `Send the form as alice: POST ${page} answered 500; a new row is stored: no.`;
      const exception = `IntegrityError: NOT NULL constraint failed: ${names.path}.${names.field}_${random.whole(1, 99)}`;
      return { key, reason, evidence: [evidenceOf(reason, names, random, exception)] };
    }
  }
}

function evidenceOf(summary: string, names: Names, random: Random, exception: string | null): Evidence {
  return {
    summary,
    ok: false,
    source: 'observed',
    expected: 'status: 201',
    actual: 'status: 200',
    exchange: {
      as: 'alice',
      method: 'POST',
      url: `/${names.path}/`,
      requestHeaders: { 'content-type': 'application/json' },
      requestBody: JSON.stringify({ [names.field]: random.word() }),
      status: 200,
      responseHeaders: { 'content-type': 'text/html' },
      responseBody: `<p>${random.word()}</p>`,
      failure: null,
      milliseconds: 12,
    },
    place: {
      file: `${names.path}/views.py`,
      line: random.whole(10, 120),
      code: `return render(request, "${names.path}.html")`,
    },
    exception,
    table: null,
    reproduce: null,
  };
}
