import type { InstallRequirement, LinkRequirement } from './types.ts';

/** A line or a Requires-Dist that names its file. */
export function linkRequirement(install: InstallRequirement, link: string): LinkRequirement {
  const { project } = install.requirement;
  return { kind: 'link', name: project, project, link, install };
}
