import type { Component } from 'svelte';
import type { LabEvent, Supplier } from '../../../labs/core/engine.ts';
import type { Words } from './words.ts';

/** What the frame gives the bench of a lab. */
export interface BenchProps<State, Event extends LabEvent> {
  /** The id of the lab. */
  readonly lab: string;
  readonly bench: State;
  readonly words: Words;
  /** A solution is being shown: look, do not touch. */
  readonly disabled: boolean;
  /** Resolves when the bench has been given the state after the event. */
  readonly onevent: (event: Event) => Promise<void>;
}

/** What shows the states of one kind of engine, and what that needs of a page. */
export interface LoadedBench {
  readonly Bench: Component<BenchProps<unknown, LabEvent>>;
  /** Makes a setup ready where the bench does it in its own way. */
  readonly prepare: ((setup: unknown) => Promise<unknown>) | undefined;
  /** Brings what the states of this kind need. */
  readonly supplier: Supplier<unknown, LabEvent> | undefined;
}

interface BenchModule {
  readonly default: unknown;
  readonly prepare?: unknown;
  readonly supplier?: unknown;
}

// The kind of an engine and its bench: each is loaded with the first lab that needs it.
const loaders: Readonly<Record<string, () => Promise<BenchModule>>> = {
  choosing: () => import('./choosing/ChoosingBench.svelte'),
  days: () => import('./days/DaysBench.svelte'),
  doors: () => import('./doors/DoorsBench.svelte'),
  python: () => import('./python/PythonBench.svelte'),
  resolver: () => import('./resolver/ResolverBench.svelte'),
  specifiers: () => import('./specifiers/SpecifierBench.svelte'),
  tags: () => import('./tags/TagBench.svelte'),
};

/** The bench that shows the states of one kind of engine. */
export async function loadBench(kind: string): Promise<LoadedBench> {
  const load = loaders[kind];
  if (!load) throw new Error(`no bench for labs of kind ${kind}`);
  const { default: Bench, prepare, supplier } = await load();
  // `as`: an engine's states go to the bench of the same kind and to no other.
  return { Bench, prepare, supplier } as LoadedBench;
}
