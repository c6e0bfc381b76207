/** What must hold after every run, whatever the repository did: the reports can be read, nothing leaked, nothing is left. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../src/report/schema.ts';
import { CANARY, type Graded, ROOT } from './grading.ts';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const isReport = ajv.compile(
  JSON.parse(await readFile(join(ROOT, 'schemas/report.schema.json'), 'utf8')) as object,
);
const xsd = await readFile(join(ROOT, 'tests/report/jenkins-junit.xsd'), 'utf8');

export async function expectWellFormed(run: Graded): Promise<Report> {
  const { report } = run;
  if (report === null) throw new Error(`there is no report.json:\n${run.stderr}\n${run.stdout}`);
  expect(isReport(report) ? [] : isReport.errors).toEqual([]);
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: run.files['junit.xml'] ?? '' }],
    schema: [{ fileName: 'junit.xsd', contents: xsd }],
  });
  expect(errors).toEqual([]);
  for (const requirement of report.requirements) {
    if (requirement.state === 'pass') continue;
    expect(requirement.reason, requirement.id).toMatch(/\p{L}.*\s.*[.!?)]$/su);
  }
  expectNothingLeft(run);
  return report;
}

export function expectNothingLeft(run: Graded): void {
  expect(run.left).toEqual([]);
  expect(namesWithCanary(run)).toEqual([]);
}

/** As it is, and as what wants to be overlooked would write it. */
function namesWithCanary({ files, stdout, stderr }: Graded): string[] {
  const forms = [
    CANARY,
    Buffer.from(CANARY).toString('base64').replace(/=+$/, ''),
    Buffer.from(CANARY).toString('hex'),
    [...CANARY].reverse().join(''),
  ];
  return Object.entries({ ...files, stdout, stderr }).flatMap(([name, text]) =>
    forms.some((form) => text.includes(form)) ? [name] : [],
  );
}
