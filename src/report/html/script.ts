/** What the page cannot do without a script: copy, open all, open what a link points to, print what is folded. */
export const SCRIPT = `(() => {
  'use strict';
  const all = (selector) => [...document.querySelectorAll(selector)];
  const said = document.getElementById('said');
  const requirements = all('.requirements > li > details');

  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target || target.tagName !== 'DETAILS') return;
    const shown = document.querySelector('input[name=show][value=all]');
    if (shown) shown.checked = true;
    target.open = true;
    target.scrollIntoView();
    target.querySelector('summary').focus({ preventScroll: true });
  };
  addEventListener('hashchange', follow);
  follow();

  const select = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  for (const button of all('.copy')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const code = button.parentElement.querySelector('code');
      let copied = true;
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch {
        select(code);
        copied = document.execCommand('copy');
      }
      said.textContent = copied ? 'Copied.' : 'It is selected: press Ctrl+C.';
      button.dataset.done = copied ? 'yes' : 'no';
      setTimeout(() => delete button.dataset.done, 1500);
    });
  }

  const toggle = document.querySelector('.filter .all');
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener('click', () => {
      const open = requirements.some((one) => !one.open);
      for (const one of requirements) one.open = open;
      toggle.textContent = open ? 'Close all' : 'Open all';
    });
  }

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const one of closed) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of closed) one.open = false;
  });
})();`;
