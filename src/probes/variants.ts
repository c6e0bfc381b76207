/** One step per value of `each`, with `${name}` replaced. */
export function variants<S extends { title?: string; each?: Record<string, string[]> }>(
  step: S,
  plain: string,
): { variant: S; label: string }[] {
  const label = step.title ?? plain;
  if (step.each === undefined) return [{ variant: step, label }];
  const [name, values] = Object.entries(step.each)[0] as [string, string[]];
  return values.map((value) => {
    const replace = (text: string): string => text.replaceAll(`\${${name}}`, value);
    const variant = JSON.parse(JSON.stringify({ ...step, each: undefined }), (_, part) =>
      typeof part === 'string' ? replace(part) : part,
    ) as S;
    return { variant, label: replace(label) };
  });
}
