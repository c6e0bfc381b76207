/** The endpoints that may be for signing up or for getting a token, by their names and their code; the likeliest first. */
import type { Facts } from '../app/facts.ts';
import { type Endpoint, endpointsOf, mentions, openParams, verbsOf, wordsOf } from './endpoint.ts';
import { isPasswordName } from './values.ts';

export interface Candidate {
  endpoint: Endpoint;
  score: number;
  reasons: string[];
}

const SIGN_UP = [
  'register',
  'registration',
  'signup',
  'registro',
  'registrar',
  'cadastro',
  'inscription',
  'regist',
  'enroll',
  'join',
];
const SIGN_IN = [
  'login',
  'signin',
  'token',
  'jwt',
  'obtain',
  'auth',
  'authenticate',
  'session',
  'sesion',
  'sessao',
  'acceso',
  'entrar',
  'ingresar',
  'iniciar',
  'connexion',
  'anmelden',
  'sign',
];
const OTHER = [
  'logout',
  'signout',
  'refresh',
  'verify',
  'reset',
  'change',
  'blacklist',
  'revoke',
  'activate',
  'activation',
  'confirm',
  'confirmation',
  'resend',
  'forgot',
  'password',
  'profile',
  'destroy',
  'delete',
  'salir',
  'refrescar',
  'renovar',
  'google',
  'facebook',
  'github',
  'otp',
];

export function registerCandidates(facts: Facts): Candidate[] {
  return rank(facts, ({ route, handler }, words, verbs) => [
    [mentions(words, SIGN_UP) || (words.includes('sign') && words.includes('up')), 4, 'its name says so'],
    [
      mentions(words, ['user', 'account', 'usuario']) && ['create', 'post'].includes(handler.handler),
      2,
      'it creates users',
    ],
    [
      handler.calls.some((call) => /create_user|set_password|make_password|UserCreationForm/.test(call)),
      4,
      'its code makes a user',
    ],
    [handler.inputModel === facts.user.model || route.model === facts.user.model, 3, 'it takes a user'],
    [
      (handler.input ?? []).some((field) => field.kind === 'password' || /pass/i.test(field.name)),
      2,
      'it takes a password',
    ],
    [handler.keys.some((key) => /pass/i.test(key)), 1, 'it reads a password'],
    [
      route.view.bases.some((base) => /RegisterView|UserViewSet|SignupView/i.test(base)),
      3,
      'it is a known sign-up view',
    ],
    [mentions(verbs, [...OTHER, 'login', 'signin', 'token', 'refresh']), -6, ''],
  ]);
}

export function tokenCandidates(facts: Facts): Candidate[] {
  return rank(facts, ({ route, handler }, words, verbs) => [
    [mentions(words, SIGN_IN), 3, 'its name says so'],
    [
      handler.calls.some((call) =>
        /^(authenticate|for_user|encode|check_password|create_token|get_or_create|sign|verify_password)$/.test(
          call.split('.').at(-1) ?? '',
        ),
      ),
      3,
      'its code checks a password or makes a token',
    ],
    [
      route.view.bases.some((base) =>
        /TokenObtain|ObtainAuthToken|LoginView|TokenCreate|ObtainJSONWebToken/i.test(base),
      ),
      4,
      'it is a known login view',
    ],
    [
      (handler.input ?? []).some((field) => isPasswordName(field.name)) || handler.keys.some(isPasswordName),
      2,
      'it takes a password',
    ],
    [mentions(verbs, [...OTHER, 'register', 'registration', 'signup', 'registro']), -6, ''],
    [handler.calls.some((call) => /create_user/.test(call)), -4, ''],
  ]);
}

type Rule = [applies: boolean, points: number, reason: string];

function rank(
  facts: Facts,
  rules: (endpoint: Endpoint, words: string[], verbs: string[]) => Rule[],
): Candidate[] {
  return endpointsOf(facts)
    .filter((endpoint) => endpoint.method === 'POST' && openParams(endpoint).length === 0)
    .map((endpoint) => {
      const applying = rules(endpoint, wordsOf(endpoint), verbsOf(endpoint)).filter(([applies]) => applies);
      return {
        endpoint,
        score: applying.reduce((sum, [, points]) => sum + points, 0) - endpoint.path.split('/').length / 10,
        reasons: applying.filter(([, points]) => points > 0).map(([, , reason]) => reason),
      };
    })
    .filter(({ score }) => score >= 3)
    .sort((a, b) => b.score - a.score);
}
