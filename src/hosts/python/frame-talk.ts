import type { Image } from '../../../labs/python/image.ts';
import type { FromThread, ToThread } from '../../../labs/python/thread-talk.ts';

/** Pyodide's files. */
export interface PyodideFiles {
  readonly script: ArrayBuffer;
  readonly module: ArrayBuffer;
  readonly wasm: ArrayBuffer;
  readonly stdlib: ArrayBuffer;
  readonly lock: ArrayBuffer;
}

/** The first that the page says to the frame's window; with it comes the port for all that follows. */
export const GREETING = 'python of this page';

/** From the page to the frame. */
export type ToFrame =
  /** First of all, once. */
  | { readonly type: 'files'; readonly files: PyodideFiles }
  /** An image, and the snapshot of it that was kept since an earlier visit. */
  | { readonly type: 'image'; readonly image: Image; readonly snapshot: Uint8Array | undefined }
  /** A new thread for an image that is known. `keep`: it is there to make the snapshot, and runs nothing else. */
  | { readonly type: 'spawn'; readonly id: number; readonly image: string; readonly keep: boolean }
  | { readonly type: 'post'; readonly id: number; readonly message: ToThread }
  | { readonly type: 'interrupt' | 'end'; readonly id: number }
  /** Whoever is there answers. */
  | { readonly type: 'ping' };

/** From the frame to the page. */
export type FromFrame =
  /** `canInterrupt`: memory can be shared here, so that a run can be interrupted. */
  | { readonly type: 'ready'; readonly canInterrupt: boolean }
  | { readonly type: 'pong' }
  | { readonly type: 'thread'; readonly id: number; readonly message: FromThread }
  /** A copy of a snapshot that the frame has and keeps, for later visits. */
  | { readonly type: 'snapshot'; readonly image: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** From the frame to a worker, before all else. */
export interface Equipment {
  readonly type: 'equipment';
  /** Addresses of blobs. */
  readonly script: string;
  readonly module: string;
  readonly stdlib: ArrayBuffer;
  readonly lock: string;
  /** A 2 in its first byte raises KeyboardInterrupt. */
  readonly signal: Uint8Array | undefined;
}

/** Then WebAssembly as the frame has compiled it, for all its workers. */
export interface Compiled {
  readonly type: 'compiled';
  readonly wasm: WebAssembly.Module;
}
