/** What is looked at is kept in the address; going back goes back. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Looking, readAddress, writeAddress } from '../address.ts';

export type Look = (change: Partial<Looking>) => void;

export function useAddress(): [Looking, Look] {
  const [looking, setLooking] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const read = () => setLooking(readAddress(location.hash));
    addEventListener('hashchange', read);
    addEventListener('popstate', read);
    return () => {
      removeEventListener('hashchange', read);
      removeEventListener('popstate', read);
    };
  }, []);
  const look = useCallback<Look>((change) => {
    setLooking((before) => {
      const next = { ...before, ...change };
      const address = writeAddress(next) || location.pathname + location.search;
      // Typing is one step back, not one per letter.
      if ('search' in change || 'runs' in change || 'days' in change) history.replaceState(null, '', address);
      else if (writeAddress(next) !== location.hash) history.pushState(null, '', address);
      return next;
    });
  }, []);
  return [looking, look];
}
