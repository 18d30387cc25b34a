// Steps as the bare lists in which a run of the real pip was recorded.

import { formatRequirement } from './texts.ts';
import type { Step } from './step.ts';
import type { AnyCandidate, Cause, Request } from './types.ts';

/** A requirement, the name it is asked of, and who asked. */
export type EventCause = readonly [requirement: string, name: string, parent: string | null];

/** One call of resolvelib's reporter. */
export type Event =
  | readonly ['starting']
  | readonly ['round' | 'end_round', number]
  | readonly ['add', ...EventCause]
  | readonly ['pin' | 'reject', string]
  | readonly ['conflict', readonly EventCause[]]
  | readonly ['ending', Readonly<Record<string, string>>];

/** The steps that resolvelib reports, in its order; backtracking is silent there. */
export function stepsToEvents(steps: readonly Step[], request: Request): Event[] {
  return steps.flatMap((step) => stepToEvent(step, request) ?? []);
}

function stepToEvent(step: Step, request: Request): [Event] | undefined {
  switch (step.type) {
    case 'starting':
      return [['starting']];
    case 'starting-round':
      return [['round', step.index]];
    case 'ending-round':
      return [['end_round', step.index]];
    case 'adding-requirement':
      return [['add', ...eventCause(step, request)]];
    case 'pinning':
      return [['pin', nameIsVersion(step.candidate)]];
    case 'rejecting-candidate':
      return [['reject', nameIsVersion(step.candidate)]];
    case 'resolving-conflicts':
      return [['conflict', step.causes.map((cause) => eventCause(cause, request))]];
    case 'ending': {
      const pins = [...step.pins].map(([name, { version }]) => [name, version.text] as const);
      return [['ending', Object.fromEntries(pins)]];
    }
    case 'backtracking':
    case 'ignoring-requirement':
      return undefined;
  }
}

function eventCause({ requirement, parent }: Cause, request: Request): EventCause {
  const text = formatRequirement(requirement);
  return [text, requirement.name, parent === undefined ? null : nameIsVersion(parent)];
}

/** `numpy==1.26.4`. */
export function nameIsVersion({ name, version }: AnyCandidate): string {
  return `${name}==${version.text}`;
}
