/**
 * Takes the runner's variables out of the process before anything of the learner's runs: what is not there cannot be
 * passed on by mistake. Only what the toolkit needs for publishing is given back, when grading is over.
 */

export type Environment = Record<string, string | undefined>;

const FOR_PUBLISHING = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_API_URL'];

export interface Taken {
  values: Environment;
  giveBack: () => void;
}

export function takeEnvironment(env: Environment): Taken {
  const values: Environment = {};
  const token = env.INPUT_TOKEN?.trim();
  for (const [name, value] of Object.entries(env)) {
    const holdsToken = Boolean(token && value?.includes(token));
    if (!/^(INPUT_|ACTIONS_|GITHUB_)/i.test(name) && !holdsToken) continue;
    values[name] = value;
    delete env[name];
  }
  const giveBack = () => {
    for (const name of FOR_PUBLISHING) if (values[name] !== undefined) env[name] = values[name];
  };
  return { values, giveBack };
}
