import type { MountSettings } from 'dockerode';

export function volumeMount(volume: string, target: string, access: 'read' | 'write'): MountSettings {
  return {
    Type: 'volume',
    Source: volume,
    Target: target,
    ReadOnly: access === 'read',
    VolumeOptions: { NoCopy: true, Labels: {}, DriverConfig: { Name: '', Options: {} } },
  };
}
