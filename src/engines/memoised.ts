/** What is made once for each list of names, whoever asks for it first. */
export function memoised<T>(
  make: (names: readonly string[]) => Promise<T>,
): (names: readonly string[]) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (names) => {
    const key = names.join('\n');
    const known = made.get(key) ?? make(names);
    made.set(key, known);
    return known;
  };
}
