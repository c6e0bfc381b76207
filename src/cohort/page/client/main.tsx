/** The page's script: reads what the page holds and draws it. */
import { render } from 'preact';
import type { PageData } from '../data.ts';
import { App } from './app.tsx';
import { LearnerPage } from './learner-page.tsx';

const data = JSON.parse(document.getElementById('data')?.textContent ?? 'null') as PageData;
const root = document.getElementById('page');
if (root !== null) {
  root.textContent = '';
  render(data.mode === 'learner' ? <LearnerPage data={data} /> : <App data={data} />, root);
  performance.mark('table');
}
