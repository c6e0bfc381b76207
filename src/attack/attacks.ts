/** Every attack, by the name that a spec uses. */
import type { AttackName } from '../spec/steps.ts';
import type { Attack } from './attack.ts';
import { sqlInjection } from './sql-injection.ts';
import { xss } from './xss.ts';

export const ATTACKERS: Partial<Record<AttackName, Attack>> = {
  xss,
  'sql-injection': sqlInjection,
};
