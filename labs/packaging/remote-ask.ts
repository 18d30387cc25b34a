import { createGate } from './remote-gate.ts';
import {
  IndexFailure,
  type IndexProblem,
  type Question,
  type RemoteHost,
  type RemoteProgress,
  type Reply,
} from './remote-get.ts';

/** An answer that says something: a document, or a part of a file. */
export type Document = Extract<Reply, { readonly kind: 'reply' }>;

/** Asks politely: few questions at once, again after a failure, never more bytes than allowed. */
export type Ask = (question: Question) => Promise<Document | undefined>;

/** How much may be asked of an index. */
export interface AskLimits {
  readonly atOnce: number;
  readonly mostBytes: number;
}

const ATTEMPTS = 3;
/** Whoever has failed so many questions running is not asked any of them twice. */
const PATIENT_FOR = 3;
const PAUSE_MS = 500;
/** Whoever wants to be left alone for longer is told of, not waited for. */
const LONGEST_WAIT_SECONDS = 15;
/** There is no such thing, or not in that way: asking again would not change it. */
const ABSENT: ReadonlySet<number> = new Set([404, 405, 410, 416, 501]);
const WHOLE_NUMBER = /^\d{1,6}$/;

/** Undefined: the server says that there is no such document. Everything else that is no answer rejects. */
export function createAsk(
  host: RemoteHost,
  limits: AskLimits,
  tell: (progress: Omit<RemoteProgress, 'projects'>) => void = () => undefined,
): Ask {
  const gate = createGate(limits.atOnce);
  let documents = 0;
  let bytes = 0;
  let failures = 0;
  const askOnce = async (question: Question): Promise<Reply> => {
    if (bytes >= limits.mostBytes)
      throw new IndexFailure({ kind: 'too-much', what: 'bytes', most: limits.mostBytes });
    const reply = await host.get(question);
    if (reply.kind === 'reply' && isGood(reply.status)) {
      documents += 1;
      failures = 0;
      bytes += reply.body.length;
      tell({ documents, bytes });
    }
    return reply;
  };
  return async (question) => {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await gate(() => askOnce(question));
      if (reply.kind === 'reply' && isGood(reply.status)) return reply;
      if (reply.kind === 'reply' && ABSENT.has(reply.status)) return undefined;
      const problem = problemOf(reply, question);
      const isFinal = problem.kind === 'too-large' || problem.kind === 'refused';
      const wanted = problem.kind === 'rate-limited' ? problem.seconds : undefined;
      const isEnough = attempt === ATTEMPTS || failures >= PATIENT_FOR;
      if (isFinal || isEnough || (wanted ?? 0) > LONGEST_WAIT_SECONDS) {
        if (!isFinal) failures += 1;
        throw new IndexFailure(problem);
      }
      if (problem.kind === 'rate-limited') tell({ documents, bytes, waiting: wanted ?? attempt });
      await host.wait(wanted === undefined ? PAUSE_MS * attempt : wanted * 1000);
    }
  };
}

const isGood = (status: number): boolean => status === 200 || status === 206;

function problemOf(reply: Reply, { url, mostBytes }: Question): IndexProblem {
  if (reply.kind === 'no-reply') return { kind: 'unreachable', url, reason: reply.reason };
  if (reply.kind === 'too-large') return { kind: 'too-large', url, most: mostBytes };
  const { status } = reply;
  if (status === 429 || (status === 503 && reply.header('retry-after') !== undefined))
    return { kind: 'rate-limited', url, seconds: retryAfter(reply) };
  return { kind: status >= 500 ? 'server-error' : 'refused', url, status };
}

/** RFC 9110 §10.2.3; of its two forms only seconds, since there is no clock here. */
function retryAfter(reply: Document): number | undefined {
  const text = reply.header('retry-after')?.trim() ?? '';
  return WHOLE_NUMBER.test(text) ? Number(text) : undefined;
}
