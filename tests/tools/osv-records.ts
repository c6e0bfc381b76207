/**
 * Weaknesses that are known of real packages, in the form of the OSV schema: names, versions and severities as GitHub's and
 * PyPI's databases have them, the words ours. Affected versions are listed, so that no range has to be worked out.
 */

interface Known {
  package: string;
  cve: string;
  github: string;
  pypi?: string;
  summary: string;
  severity: 'MODERATE' | 'HIGH' | 'CRITICAL';
  vector: string;
  versions: string[];
  introduced?: string;
  fixed: string;
}

const KNOWN: Known[] = [
  {
    package: 'django',
    cve: 'CVE-2022-28346',
    github: 'GHSA-2gwj-7jmv-h26r',
    pypi: 'PYSEC-2022-190',
    summary: 'SQL injection through names of columns in annotate(), aggregate() and extra()',
    severity: 'CRITICAL',
    vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    versions: ['3.2.10', '3.2.11', '3.2.12'],
    introduced: '3.2',
    fixed: '3.2.13',
  },
  {
    package: 'django',
    cve: 'CVE-2024-45231',
    github: 'GHSA-rrqc-c2jx-6jgv',
    summary: 'Addresses of users can be guessed from the answers to a password reset',
    severity: 'MODERATE',
    vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
    versions: ['3.2.10', '4.2.15'],
    fixed: '4.2.16',
  },
  {
    package: 'django',
    cve: 'CVE-2025-57833',
    github: 'GHSA-6w2r-r2m5-xq5w',
    summary: 'SQL injection through names of columns in FilteredRelation',
    severity: 'HIGH',
    vector: 'AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:L',
    versions: ['5.2', '5.2.0', '5.2.1', '5.2.2', '5.2.3', '5.2.4', '5.2.5'],
    introduced: '5.2',
    fixed: '5.2.6',
  },
  {
    package: 'django',
    cve: 'CVE-2025-64459',
    github: 'GHSA-frmv-pr5f-9mcr',
    summary: 'SQL injection through the argument _connector of QuerySet and Q',
    severity: 'CRITICAL',
    vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N',
    versions: ['5.2', '5.2.0', '5.2.1', '5.2.2', '5.2.3', '5.2.4', '5.2.5', '5.2.6', '5.2.7'],
    introduced: '5.2',
    fixed: '5.2.8',
  },
  {
    package: 'gunicorn',
    cve: 'CVE-2024-1135',
    github: 'GHSA-w3h3-4rj7-4ph4',
    summary: 'Requests with two Transfer-Encoding headers are smuggled past restrictions',
    severity: 'HIGH',
    vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:H/A:N',
    versions: ['20.1.0', '21.0.0', '21.1.0', '21.2.0'],
    fixed: '22.0.0',
  },
  {
    package: 'jinja2',
    cve: 'CVE-2019-10906',
    github: 'GHSA-462w-v97r-4m45',
    summary: 'The sandbox can be left through str.format_map',
    severity: 'HIGH',
    vector: 'AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:N',
    versions: ['2.9.6', '2.10'],
    fixed: '2.10.1',
  },
  {
    package: 'pyjwt',
    cve: 'CVE-2022-29217',
    github: 'GHSA-ffqj-6fqr-9h24',
    pypi: 'PYSEC-2022-202',
    summary: 'Tokens that are signed with a public key as if it were a secret are accepted',
    severity: 'HIGH',
    vector: 'AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N',
    versions: ['2.0.0', '2.1.0', '2.2.0', '2.3.0'],
    introduced: '1.5.0',
    fixed: '2.4.0',
  },
  {
    package: 'requests',
    cve: 'CVE-2018-18074',
    github: 'GHSA-x84v-xcm2-53pg',
    summary: 'The Authorization header is sent on to an address without encryption',
    severity: 'HIGH',
    vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
    versions: ['2.18.4', '2.19.0', '2.19.1'],
    fixed: '2.20.0',
  },
  {
    package: 'urllib3',
    cve: 'CVE-2021-33503',
    github: 'GHSA-q2q7-5pp4-w6pg',
    summary: 'An address with many @ characters keeps the parser busy for ever',
    severity: 'HIGH',
    vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    versions: ['1.25.11', '1.26.3', '1.26.4'],
    introduced: '1.25.4',
    fixed: '1.26.5',
  },
];

/** GitHub says how serious it is in a word, PyPI gives at most a vector. */
export const RECORDS = [
  ...KNOWN.flatMap((known) => [fromGithub(known), ...(known.pypi ? [fromPypi(known, known.pypi)] : [])]),
  fromPypi(
    {
      package: 'pillow',
      cve: 'CVE-2023-4863',
      github: 'GHSA-j7hp-h8jx-5ppr',
      summary: 'The libwebp that comes with it overflows a buffer',
      severity: 'HIGH',
      vector: 'AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H',
      versions: ['9.5.0', '10.0.0'],
      fixed: '10.0.1',
    },
    'PYSEC-2023-175',
  ),
];

function fromGithub(known: Known) {
  const { cve, github, pypi, summary, severity } = known;
  return {
    ...common(known),
    id: github,
    aliases: [cve, ...(pypi ? [pypi] : [])],
    summary,
    database_specific: { severity, github_reviewed: true },
  };
}

function fromPypi(known: Known, id: string) {
  return { ...common(known), id, aliases: [known.cve], details: `${known.summary}.` };
}

function common({ package: name, vector, versions, introduced = '0', fixed }: Known) {
  return {
    schema_version: '1.7.3',
    published: '2025-01-01T00:00:00Z',
    severity: [{ type: 'CVSS_V3', score: `CVSS:3.1/${vector}` }],
    affected: [
      {
        package: { name, ecosystem: 'PyPI', purl: `pkg:pypi/${name}` },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced }, { fixed }] }],
        versions,
      },
    ],
  };
}
