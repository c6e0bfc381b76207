/** A panel beside the table. Escape closes it, and the focus goes back to where it was. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function SidePanel(props: { label: string; close: () => void; children: ComponentChildren }) {
  const panel = useRef<HTMLElement>(null);
  const { close } = props;
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      else document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [close]);
  return (
    <aside class="panel" role="dialog" aria-label={props.label} tabIndex={-1} ref={panel}>
      <button type="button" class="close" aria-label="Close" onClick={close}>
        ×
      </button>
      {props.children}
    </aside>
  );
}
