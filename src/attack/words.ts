/** "an Order", "a Book" */
export const aOrAn = (name: string): string => `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`;
