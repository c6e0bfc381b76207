/** Every attack, by the name that a spec uses. */
import type { AttackName } from '../spec/steps.ts';
import { accessControl } from './access-control.ts';
import type { Attack } from './attack.ts';
import { csrf } from './csrf.ts';
import { fileUpload } from './file-upload.ts';
import { headers } from './headers.ts';
import { host } from './host.ts';
import { loginThrottling } from './login-throttling.ts';
import { openRedirect } from './open-redirect.ts';
import { sqlInjection } from './sql-injection.ts';
import { userEnumeration } from './user-enumeration.ts';
import { xss } from './xss.ts';

export const ATTACKERS: Record<AttackName, Attack> = {
  xss,
  csrf,
  'access-control': accessControl,
  'open-redirect': openRedirect,
  'file-upload': fileUpload,
  'sql-injection': sqlInjection,
  headers,
  'login-throttling': loginThrottling,
  'user-enumeration': userEnumeration,
  host,
};
