/** A panel beside the table. Escape closes it, and the focus goes back to where it was. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export function SidePanel(props: { label: string; close: () => void; children: ComponentChildren }) {
  const panel = useRef<HTMLDivElement>(null);
  const { close } = props;
  // Asked before anything in the panel takes the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus();
    return () => {
      const cell = document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
      const back = before instanceof HTMLElement && before !== document.body && before.isConnected;
      (back ? before : cell)?.focus({ preventScroll: true });
    };
  }, [before]);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [close]);
  return (
    <div class="panel" role="dialog" aria-label={props.label} tabIndex={-1} ref={panel}>
      <button type="button" class="close" aria-label="Close" onClick={close}>
        ×
      </button>
      {props.children}
    </div>
  );
}
