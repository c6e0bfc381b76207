/** What tools found in the files, all in one table, and each with its evidence. */
import type { PlaceLinks } from '../markdown-place.ts';
import type { Evidence, Finding, Report } from '../schema.ts';
import { anchorOf, type Html, html, type Part, section, sentence, short, table } from './page.ts';
import { placeName } from './place.ts';

const MOST = 500;

/** The worst stand first. */
const SEVERITIES = ['critical', 'high', 'medium', 'low', null];
const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);

export function findingsSection({ requirements }: Report, links: PlaceLinks): Html | null {
  const all = requirements.flatMap((requirement) =>
    requirement.evidence.flatMap((evidence) =>
      evidence.finding ? [{ requirement, evidence, finding: evidence.finding }] : [],
    ),
  );
  if (all.length === 0) return null;
  const rows = all
    .slice(0, MOST)
    .map(({ requirement, evidence, finding }): Part[] => [
      ruleName(finding),
      rank(finding) < 2 ? html`<span class="bad">${finding.severity}</span>` : (finding.severity ?? '–'),
      sentence(evidence.summary, 300),
      evidence.place === null ? '–' : placeName(evidence.place, links),
      html`<a href="#${anchorOf(requirement.id)}">${short(requirement.title, 80)}</a>`,
    ]);
  return section(
    'findings',
    'Findings of tools',
    table({
      caption: 'Findings of tools',
      captionUnseen: true,
      columns: ['Rule', 'Severity', 'What was found', 'Where', 'Requirement'],
      rows,
      more: all.length - rows.length,
    }),
  );
}

/** Beside the evidence of a requirement. */
export function findingLine({ finding }: Evidence): Html | null {
  if (!finding) return null;
  const { severity, confidence } = finding;
  const rated = [
    severity === null ? null : `severity ${short(severity, 40)}`,
    confidence === null ? null : `confidence ${short(confidence, 40)}`,
  ].filter((one) => one !== null);
  return html`<p>Rule ${ruleName(finding)} (${short(finding.title, 120)})${rated.length === 0 ? '.' : `: ${rated.join(', ')}.`}</p>`;
}

function ruleName({ tool, rule, link }: Finding): Html {
  const name = html`${short(tool, 60)} <code>${short(rule, 100)}</code>`;
  return link !== null && /^https:\/\/[\w.-]+(\/[\w./#~%+:@=&?-]*)?$/.test(link)
    ? html`<a href="${link}" rel="noreferrer">${name}</a>`
    : name;
}
