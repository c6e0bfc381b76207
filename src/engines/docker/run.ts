import type Docker from 'dockerode';
import type { SandboxOptions } from '../engine.ts';
import type { Daemon } from './connect.ts';
import type { Resources } from './resources.ts';

/** What every part of a sandbox needs. */
export interface Run {
  docker: Docker;
  daemon: Daemon;
  resources: Resources;
  options: SandboxOptions;
  labels: Record<string, string>;
}
