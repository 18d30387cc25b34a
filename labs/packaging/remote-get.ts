// How an index far away is asked, as far as that is not the business of whoever has a network: a
// browser and Node each bring their own `get`.

/** One question to a server. */
export interface Question {
  readonly url: string;
  readonly accept?: string | undefined;
  /** As in the header `Range`: `bytes=100-199`. */
  readonly range?: string | undefined;
  /** A longer answer is not read to its end. */
  readonly mostBytes: number;
}

/** What came back, whole, or why nothing did. */
export type Reply =
  | {
      readonly kind: 'reply';
      readonly status: number;
      /** Where the answer came from in the end, after redirects. */
      readonly url: string;
      readonly header: (name: string) => string | undefined;
      readonly body: Uint8Array;
    }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'no-reply'; readonly reason: string };

/** Asks a server. It rejects only when the asking was called off. */
export type Get = (question: Question) => Promise<Reply>;

/** What the engine lacks: a network, a clock to wait by, and two ways to read bytes. */
export interface RemoteHost {
  readonly get: Get;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** UTF-8; what is none becomes U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string;
  /** Raw DEFLATE (RFC 1951); undefined: it is none, or longer than `most`. */
  readonly inflate: (bytes: Uint8Array, most: number) => Uint8Array | undefined;
}

/** Why an index far away could not be read any further. */
export type IndexProblem =
  | { readonly kind: 'unreachable'; readonly url: string; readonly reason: string }
  /** `seconds`: how long the server wants to be left alone, if it says so. */
  | {
      readonly kind: 'rate-limited';
      readonly url: string;
      readonly seconds: number | undefined;
    }
  | { readonly kind: 'refused' | 'server-error'; readonly url: string; readonly status: number }
  | { readonly kind: 'unreadable'; readonly url: string; readonly message: string }
  | { readonly kind: 'too-large'; readonly url: string; readonly most: number }
  /** A wheel whose METADATA stands neither beside it nor can be read out of it. */
  | { readonly kind: 'no-metadata'; readonly url: string; readonly filename: string }
  /** More than anybody's file needs: the asking ends. */
  | { readonly kind: 'too-much'; readonly what: 'projects' | 'bytes'; readonly most: number };

/** The rejection of whoever asked: the only way in which an index far away fails. */
export class IndexFailure extends Error {
  override readonly name = 'IndexFailure';
  readonly problem: IndexProblem;
  constructor(problem: IndexProblem) {
    super(problemText(problem));
    this.problem = problem;
  }
}

/** The problem in one plain English line, as a command prints it. */
export function problemText(problem: IndexProblem): string {
  switch (problem.kind) {
    case 'unreachable':
      return `${problem.url}: no answer (${problem.reason})`;
    case 'rate-limited':
      return problem.seconds === undefined
        ? `${problem.url}: too many questions, says the server`
        : `${problem.url}: too many questions, says the server; it can be asked again in ${problem.seconds} s`;
    case 'refused':
    case 'server-error':
      return `${problem.url}: the server answered ${problem.status}`;
    case 'unreadable':
      return `${problem.url}: ${problem.message}`;
    case 'too-large':
      return `${problem.url}: the answer is longer than ${problem.most} bytes`;
    case 'no-metadata':
      return `${problem.url}: the index gives no METADATA of ${problem.filename}, beside it or in it`;
    case 'too-much':
      return `more than ${problem.most} ${problem.what} would be needed; the asking ended there`;
  }
}

/** What was asked so far. */
export interface RemoteProgress {
  readonly projects: number;
  /** Pages, METADATA and parts of wheels that arrived. */
  readonly documents: number;
  readonly bytes: number;
  /** The server asked for patience: seconds. */
  readonly waiting?: number | undefined;
}
