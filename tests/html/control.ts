import type { Control } from '../../src/html/page.ts';

/** A control that only says what is given; everything else is as it is where the page says nothing. */
export function control(said: Partial<Control> & Pick<Control, 'name' | 'type'>): Control {
  return {
    value: '',
    checked: false,
    options: [],
    multiple: false,
    required: false,
    maxLength: null,
    minLength: null,
    min: null,
    max: null,
    pattern: null,
    readOnly: false,
    disabled: false,
    label: '',
    id: null,
    ...said,
  };
}
