import type { Instance, Key } from '../../src/app/instance.ts';
import { runningApp } from './local-sandbox.ts';
import { project, settings } from './small-project.ts';

/** An instance of a project with these models, made anew. */
export async function withModels(text: string, more = '') {
  const sqlite = 'DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db"}}';
  const files = {
    ...project,
    'site_of_tests/settings.py': `${settings}\n${sqlite}\n${more}\n`,
    'shelf/models.py': `import datetime, uuid\nfrom django.conf import settings\nfrom django.db import models\nfrom django.utils import timezone\nfrom django.utils.text import slugify\n\n${text}`,
  };
  return (await runningApp(files)).app.fork();
}

export const make = async (
  instance: Instance,
  model: string,
  values: Record<string, unknown> = {},
  user: Key | null = null,
) => instance.call('rows.create', { model, values, user });
