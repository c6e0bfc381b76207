/** How much of a report is shown, and how it is made to fit: the least useful is left out first, and that is said. */

export interface Detail {
  passedEvidence: boolean;
  bindingReasons: boolean;
  /** Characters of each request and response body; 0: none. */
  body: number;
  headers: boolean;
  /** Lines of the app's own output. */
  log: number;
  /** Pieces of evidence for each requirement. */
  evidence: number;
  /** Rows of each table. */
  tableRows: number;
  /** Characters of each sentence. */
  sentence: number;
  binding: boolean;
  remedies: boolean;
  /** Rows of the table of requirements. */
  requirements: number;
}

interface Cut {
  leaveOut: Partial<Detail>;
  /** What is left out, as it continues "left out: …". */
  said: string;
}

/** From the least useful to the most. */
const cuts: Cut[] = [
  { leaveOut: { passedEvidence: false }, said: 'the evidence of what passed' },
  { leaveOut: { bindingReasons: false }, said: 'why each route and field was chosen' },
  { leaveOut: { body: 300, log: 15, sentence: 300 }, said: 'long bodies and output' },
  { leaveOut: { headers: false, tableRows: 20, evidence: 4 }, said: 'headers and further evidence' },
  { leaveOut: { body: 0, log: 5, evidence: 1, tableRows: 10 }, said: 'bodies' },
  { leaveOut: { binding: false }, said: 'what was found in your app' },
  { leaveOut: { evidence: 0, log: 0, remedies: false }, said: 'all evidence' },
  { leaveOut: { sentence: 120, requirements: 100 }, said: 'the rest of long sentences' },
  { leaveOut: { sentence: 60, requirements: 30 }, said: 'some requirements' },
];

/** Draws with as much detail as fits into the budget; `draw` gets what had to be left out, to say so. */
export function drawWithin(
  full: Detail,
  maxBytes: number,
  draw: (detail: Detail, leftOut: string[]) => string,
): string {
  let detail = full;
  const leftOut: string[] = [];
  let drawn = draw(detail, leftOut);
  for (const { leaveOut, said } of cuts) {
    if (Buffer.byteLength(drawn) <= maxBytes) return drawn;
    detail = { ...detail, ...smaller(detail, leaveOut) };
    leftOut.push(said);
    drawn = draw(detail, leftOut);
  }
  return drawn;
}

/** A cut never adds: a report that starts with less keeps its less. */
function smaller(detail: Detail, leaveOut: Partial<Detail>): Partial<Detail> {
  const entries = Object.entries(leaveOut).map(([key, value]) => {
    const now = detail[key as keyof Detail];
    return [key, typeof now === 'number' && typeof value === 'number' ? Math.min(now, value) : value];
  });
  return Object.fromEntries(entries) as Partial<Detail>;
}
