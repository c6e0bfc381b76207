/**
 * The measurements, each in a script of its own:
 *
 *   npm run bench                 how fast a grade is                        (bench-grade.ts)
 *   npm run bench -- cohort       collecting and grading a cohort            (bench-cohort.ts)
 *   npm run bench -- page         the mentor's page of 10,000 learners       (bench-cohort-page.ts)
 */
const [part = ''] = process.argv.slice(2);

switch (part) {
  case 'cohort':
    process.argv.splice(2, 1);
    await import('./bench-cohort.ts');
    break;
  case 'page':
    process.argv.splice(2, 1);
    await import('./bench-cohort-page.ts');
    break;
  default:
    await import('./bench-grade.ts');
}
