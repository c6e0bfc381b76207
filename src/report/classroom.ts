/**
 * `result.json` of Classroom 50, which its own workflow publishes and collects. Format `classroom50/result/v1`, from
 * https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json and its wiki page "Advanced Autograding".
 * Who the result is about comes from the variables of its runner, and is checked there against the repository.
 */
import { json, plain } from './boundary.ts';
import type { Report, RequirementResult } from './schema.ts';

export interface ClassroomOptions {
  /** Left out: the variables of this process. */
  variables?: Record<string, string | undefined>;
}

/** Null: Classroom 50 has not started this run, and a result about nobody is none. */
export function renderClassroom(
  report: Report,
  { variables = process.env }: ClassroomOptions = {},
): string | null {
  const { CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL } = variables;
  const owner = variables.OWNER || variables.USERNAME;
  if (!CLASSROOM || !ASSIGNMENT || !SUBMISSION_TAG || !COMMIT_URL || !RELEASE_URL || !owner) return null;
  const tests = report.requirements.filter(isCounted).map(testOf);
  const at = `${report.startedAt.slice(0, 19)}Z`;
  return `${json({
    schema: 'classroom50/result/v1',
    classroom: CLASSROOM,
    assignment: ASSIGNMENT,
    assignment_type: variables.ASSIGNMENT_TYPE === 'group' ? 'group' : 'individual',
    owner,
    submission: SUBMISSION_TAG,
    commit: COMMIT_URL,
    release: RELEASE_URL,
    review: REVIEW_URL || COMMIT_URL,
    // The runner knows when the commit was made, and writes that here.
    datetime: at,
    graded_at: at,
    score: tests.reduce((sum, test) => sum + test.score, 0),
    'max-score': tests.reduce((sum, test) => sum + test['max-score'], 0),
    tests,
  })}\n`;
}

const isCounted = ({ advice, state }: RequirementResult): boolean => !advice && state !== 'skipped';

/** Points are whole numbers there: what is not passed is rounded down, so that it never looks passed. */
function testOf({ id, title, state, points, reason }: RequirementResult) {
  const most = Math.ceil(points.possible);
  return {
    'test-name': plain(title, { max: 200 }) || plain(id, { max: 200 }) || 'requirement',
    passed: state === 'pass',
    score: state === 'pass' ? most : Math.min(Math.floor(points.earned), most),
    'max-score': most,
    state,
    message: plain(reason, { max: 500 }),
  };
}
