import { reportOf, requirement } from './builders.ts';

const titles = { register: 'Registration', login: 'Login', create: 'Create', ownership: 'Ownership' };

/** The settings crash on import. */
export const noApp = reportOf({
  outcome: 'no-app',
  engine: 'process',
  notIsolated: [
    'Your app ran as your own user with access to your files: use this only for code that you trust.',
  ],
  problem: {
    stage: 'starting your app',
    message: "`items/models.py` cannot be imported: NameError: name 'modles' is not defined.",
    place: {
      file: 'items/models.py',
      line: 14,
      code: '    owner = modles.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)',
    },
    log: [
      'Traceback (most recent call last):',
      '  File "manage.py", line 22, in <module>',
      '    main()',
      '  File "/app/items/models.py", line 14, in Item',
      '    owner = modles.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)',
      "NameError: name 'modles' is not defined. Did you mean: 'models'?",
    ].join('\n'),
  },
  requirements: Object.entries(titles).map(([id, title]) =>
    requirement(id, title, {
      state: 'blocked',
      blockedBy: 'app',
      reason: 'Your app did not start.',
      hint: 'Run `python manage.py check` on your machine: it must end with "no issues".',
    }),
  ),
});

/** Somebody pressed Ctrl-C. */
export const stoppedRun = reportOf({
  outcome: 'stopped',
  problem: { stage: 'checks', message: 'The run was stopped before its end.', place: null, log: null },
  requirements: Object.entries(titles).map(([id, title]) =>
    requirement(id, title, { state: 'error', reason: 'Not judged: the run was stopped before its end.' }),
  ),
});

/** The grader broke before anything was judged. */
export const failedRun = reportOf({
  outcome: 'failed',
  problem: {
    stage: 'preparing the image',
    message: 'No space is left on the machine.',
    place: null,
    log: null,
  },
  requirements: Object.entries(titles).map(([id, title]) =>
    requirement(id, title, { state: 'error', reason: 'The grading broke before this was tried.' }),
  ),
});
