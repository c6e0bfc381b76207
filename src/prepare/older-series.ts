/** Packages whose newer series left behind what the settings use: without a version of their own they get an older one. */
import type { Remedy } from './plan-install.ts';
import type { Requirement } from './requirement.ts';

interface Series {
  name: string;
  range: string;
  why: string;
  isUsed(settings: string): boolean;
}

const series: Series[] = [
  {
    name: 'django-crispy-forms',
    range: '<2',
    why: 'newer ones do not bring the template pack that the settings name',
    isUsed: (settings) =>
      /^CRISPY_TEMPLATE_PACK\s{0,9}=\s{0,9}['"](bootstrap[34]?|uni_form)['"]/m.test(settings) &&
      !/['"]crispy_bootstrap[34]['"]/.test(settings),
  },
];

export function olderSeries(requirements: Requirement[], extra: string[], settings: string) {
  const used = series.filter(({ isUsed }) => isUsed(settings));
  const find = (name: string) => used.find((one) => one.name === name);
  const held = requirements.map((item) => {
    const one = item.specifier === '' ? find(item.name) : undefined;
    const marker = item.marker ? ` ; ${item.marker}` : '';
    return one ? { ...item, specifier: one.range, text: `${one.name}${one.range}${marker}` } : item;
  });
  const heldExtra = extra.map((text) => `${text}${find(text)?.range ?? ''}`);
  const changed = used.filter(
    ({ name }) =>
      extra.includes(name) || requirements.some((item) => item.name === name && item.specifier === ''),
  );
  const remedies = changed.map(
    ({ name, range, why }): Remedy => ({ what: `installed ${name}${range}`, why }),
  );
  return { requirements: held, extra: heldExtra, remedies };
}
