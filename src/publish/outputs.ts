/** The outputs of the action: one table, from which they are set, documented and tested. */
import { type Report, STATES, type State } from '../report/schema.ts';

export interface OutputValues {
  report: Report;
  reportPath: string;
  commentUrl: string | null;
}

export interface Output {
  description: string;
  value: (values: OutputValues) => string;
}

export const outputs: Record<string, Output> = {
  score: { description: 'Points earned.', value: ({ report }) => String(report.score.earned) },
  judged: {
    description: 'Points that could be judged; the rest is open, neither earned nor lost.',
    value: ({ report }) => String(report.score.judged),
  },
  possible: {
    description: 'Points that the exercise has.',
    value: ({ report }) => String(report.score.possible),
  },
  ...Object.fromEntries(STATES.map((state) => [state, countOf(state)])),
  'report-path': { description: 'Path of `report.json`.', value: ({ reportPath }) => reportPath },
  'comment-url': {
    description: 'Address of the comment on the pull request; empty when there is none.',
    value: ({ commentUrl }) => commentUrl ?? '',
  },
};

function countOf(state: State): Output {
  return {
    description: `Number of requirements with the verdict \`${state}\`.`,
    value: ({ report }) => String(report.requirements.filter((one) => one.state === state).length),
  };
}
