/** Lines of code in findings: what could be a secret in them is left out. */

const LITERAL = /(['"])((?:(?!\1)[^\\\n]|\\.){8,})\1/g;

/** Longer texts with letters and digits, and whatever is given to a name that stands for a secret. */
export const withoutLiterals = (code: string): string =>
  code
    .slice(0, 400)
    .replaceAll(/((?:passw\w*|secret\w*|token|api_?key|\w*_key)['"]?\]?\s*[=:]\s*)(['"])(.+?)\2/gi, '$1$2…$2')
    .replaceAll(LITERAL, (whole, quote: string, text: string) =>
      /\d/.test(text) && /[A-Za-z]/.test(text) && !/[\s%{}/]/.test(text) ? `${quote}…${quote}` : whole,
    );
