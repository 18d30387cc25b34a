// What the requirements of one name come to, one after the other.

import type { Combine } from './combine.ts';
import { EMPTY_SUMMARY, type Summary } from './criterion.ts';
import type { AnyCandidate, Cause, ResolverRequirement } from './types.ts';

/** `summary` with one requirement more. */
export function extendSummary(
  summary: Summary,
  requirement: ResolverRequirement,
  combine: Combine,
): Summary {
  if (requirement.kind === 'specifier') {
    return {
      ...summary,
      specifier: combine(summary.specifier, requirement.specifier),
      origin: summary.origin ?? requirement.install,
      extras: joinExtras(summary.extras, requirement),
    };
  }
  const candidate = requirement.kind === 'explicit' ? requirement.candidate : pythonOf(requirement);
  const explicit =
    candidate === undefined || summary.explicit.includes(candidate)
      ? summary.explicit
      : [...summary.explicit, candidate];
  return {
    ...summary,
    explicit,
    isExplicit: summary.isExplicit || requirement.kind === 'explicit',
  };
}

/** The summary of these causes. */
export function summarize(information: readonly Cause[], combine: Combine): Summary {
  return information.reduce(
    (summary, { requirement }) => extendSummary(summary, requirement, combine),
    EMPTY_SUMMARY,
  );
}

function pythonOf(requirement: ResolverRequirement): AnyCandidate | undefined {
  return requirement.kind === 'requires-python' && requirement.isSatisfied
    ? requirement.python
    : undefined;
}

// Requirements of one name carry the same extras; 23.2 may have several spellings of one.
function joinExtras(
  extras: readonly string[],
  requirement: Extract<ResolverRequirement, { kind: 'specifier' }>,
): readonly string[] {
  if (extras.length === 0) return requirement.extras;
  if (requirement.extras.every((extra) => extras.includes(extra))) return extras;
  return [...new Set([...extras, ...requirement.extras])].sort();
}
