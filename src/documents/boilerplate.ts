/** Sentences that come with templates of policies, which everybody copies: they tell nothing about this project. */
import { keyOf } from './own-words.ts';

const COPIED = [
  // What GitHub puts into a new SECURITY.md.
  'Use this section to tell people about which versions of your project are currently being supported with security updates.',
  'Use this section to tell people how to report a vulnerability.',
  'Tell them where to go, how often they can expect to get an update on a reported vulnerability, what to expect if the vulnerability is accepted or declined, etc.',
  'Tell them where to go, how often they can expect to get an update on a',
  // What Microsoft puts into its repositories.
  'Microsoft takes the security of our software products and services seriously, which includes all source code repositories managed through our GitHub organizations',
  'Please do not report security vulnerabilities through public GitHub issues.',
  'If you prefer to submit without logging in, send email to',
  'Please include the requested information listed below (as much as you can provide) to help us better understand the nature and scope of the possible issue:',
  'Type of issue (e.g. buffer overflow, SQL injection, cross-site scripting, etc.)',
  'Full paths of source file(s) related to the manifestation of the issue',
  'The location of the affected source code (tag/branch/commit or direct URL)',
  'Any special configuration required to reproduce the issue',
  'Step-by-step instructions to reproduce the issue',
  'Proof-of-concept or exploit code (if possible)',
  'Impact of the issue, including how an attacker might exploit the issue',
  'This information will help us triage your report more quickly.',
  'We prefer all communications to be in English.',
];

export const copiedSentences: readonly string[] = COPIED.map(keyOf);
