/**
 * The measurements, each in a script of its own:
 *
 *   npm run bench                 how fast a grade is                        (bench-grade.ts)
 *   npm run bench -- cohort       collecting and grading a cohort            (bench-cohort.ts)
 */
const [part = ''] = process.argv.slice(2);

switch (part) {
  case 'cohort':
    process.argv.splice(2, 1);
    await import('./bench-cohort.ts');
    break;
  default:
    await import('./bench-grade.ts');
}
