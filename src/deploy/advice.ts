/** What to do about each of Django's warnings, and which of them a site may have for good reasons. */
import type { FrontServer } from './front-server.ts';

const SECURITY = 'django.middleware.security.SecurityMiddleware';

export const FIXES: Record<string, string> = {
  'security.W001': `Put ${SECURITY} first into MIDDLEWARE: without it neither HSTS nor the redirect to HTTPS is there.`,
  'security.W002': 'Put django.middleware.clickjacking.XFrameOptionsMiddleware into MIDDLEWARE.',
  'security.W003': 'Put django.middleware.csrf.CsrfViewMiddleware into MIDDLEWARE.',
  'security.W004':
    'Set SECURE_HSTS_SECONDS in the production settings, first to 3600, later to 31536000: otherwise a browser can be led back to plain HTTP.',
  'security.W006': 'Leave SECURE_CONTENT_TYPE_NOSNIFF on.',
  'security.W008':
    'Set SECURE_SSL_REDIRECT = True in the production settings (behind a proxy also SECURE_PROXY_SSL_HEADER): otherwise plain HTTP is answered.',
  'security.W009': 'Read a long random SECRET_KEY from the environment.',
  'security.W010': 'Set SESSION_COOKIE_SECURE = True in the production settings.',
  'security.W011': 'Set SESSION_COOKIE_SECURE = True in the production settings.',
  'security.W012':
    'Set SESSION_COOKIE_SECURE = True in the production settings: otherwise the session travels over plain HTTP.',
  'security.W013': 'Leave SESSION_COOKIE_HTTPONLY on.',
  'security.W014': 'Leave SESSION_COOKIE_HTTPONLY on.',
  'security.W015': 'Leave SESSION_COOKIE_HTTPONLY on: otherwise a script can read the session.',
  'security.W016': 'Set CSRF_COOKIE_SECURE = True in the production settings.',
  'security.W018':
    'DEBUG must be off in production: its error pages show settings and code to everybody. Set DEBUG = False.',
  'security.W019': "Set X_FRAME_OPTIONS = 'DENY'.",
  'security.W020': 'Name the hosts of the site in ALLOWED_HOSTS.',
  'security.W022': "Set SECURE_REFERRER_POLICY = 'same-origin'.",
};

/** Why a warning does not count in any app; null: it does. */
export function notRequired(id: string, { redirects, hsts }: FrontServer): string | null {
  switch (id) {
    case 'security.W005':
      return 'Other sites on subdomains may have no HTTPS: that is for the owner of the domain to say.';
    case 'security.W021':
      return 'The preload list of browsers is for the owner of the domain to join, and hard to leave.';
    case 'security.W007':
      return 'Browsers have dropped the filter that it is about.';
    case 'security.W017':
      return 'Whoever can read this cookie can read the same token in any form.';
    case 'security.W008':
      return redirects === null
        ? null
        : `${redirects.file}, line ${redirects.line} sends plain HTTP to HTTPS.`;
    case 'security.W004':
      return hsts === null ? null : `${hsts.file}, line ${hsts.line} adds the header.`;
    default:
      return null;
  }
}
