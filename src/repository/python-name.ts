/** Names in Python hold letters of any language: `reseñas.settings`, `проект.settings`. */
const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*`;

export const dottedName = new RegExp(`^${name}(\\.${name})*$`, 'u');
