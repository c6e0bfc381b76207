/** Is this a phone? Then fewer columns stay where they are. */
import { useEffect, useState } from 'preact/hooks';

export function useNarrow(): boolean {
  const [query] = useState(() => matchMedia('(max-width: 700px)'));
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const change = () => setNarrow(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [query]);
  return narrow;
}
