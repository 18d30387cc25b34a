import type { InstallRequirement, LinkRequirement, PipVersion } from './types.ts';

/** The same in the words of this pip: 23.2 leaves out a space. */
export function spellLink(install: InstallRequirement, version: PipVersion): InstallRequirement {
  const { requirement } = install;
  if (version !== '23.2' || requirement.url === undefined) return install;
  return {
    ...install,
    requirement: { ...requirement, text: requirement.text.replace(' @ ', '@ ') },
  };
}

/** A line or a Requires-Dist that names its file. */
export function linkRequirement(install: InstallRequirement, link: string): LinkRequirement {
  const { project } = install.requirement;
  return { kind: 'link', name: project, project, link, install };
}
