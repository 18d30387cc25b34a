import type { ProjectPage } from '../../packaging/project-page.ts';
import { normalizeName } from '../../packaging/names.ts';
import type { Source } from '../asking.ts';
import type { Run } from '../run.ts';
import type { Claim } from './claim.ts';
import { withoutAddresses } from './addresses.ts';
import { fileDocuments, pageDocuments, readAddress, type Documents } from './documents.ts';
import { runToAnswer, type OurAnswer } from './our-answer.ts';
import { questionForPip, readAnswer } from './question.ts';
import { judge, type Verdict } from './verdict.ts';

/** Puts a question to the real pip, wherever it runs. Rejects where there is no answer. */
export type AskPip = (question: string) => Promise<string>;

/** A real pip that goes on beyond this many steps more than we took has parted from us long before. */
const STEPS_BEYOND = 1_000;
/** So many documents are brought at most that our own run did without. */
const MOST_BROUGHT = 300;

/**
 * Asks the real pip about a run. It is given what the run read of the index; what it asks for besides
 * is brought, and the question put again. Only of what the index does not have it is told so.
 */
export async function holdAgainstPip(
  { run, request, command }: Claim,
  source: Source,
  ask: AskPip,
): Promise<Verdict> {
  const ours = withoutAddresses(runToAnswer(run, request));
  const shelf = openShelf(source);
  for (const project of projectsIn(run)) await shelf.bringPage(project);
  for (const file of filesIn(run)) shelf.put(fileDocuments(file));
  for (let brought = 0; ; brought += 1) {
    const question = questionForPip(command, shelf.documents(), stepsWaitedFor(ours));
    const real = withoutAddresses(readAnswer(await ask(question)));
    const [lacked] = real.lacks ?? [];
    if (lacked === undefined || brought === MOST_BROUGHT || !(await shelf.bring(lacked)))
      return judge(real, ours);
  }
}

/** A run that we broke off is followed exactly as far. */
const stepsWaitedFor = ({ rc, events }: OurAnswer): number =>
  rc === 'too-long' ? events.length : events.length + STEPS_BEYOND;

/** The projects whose pages a run has read: those that anything was asked of. */
const projectsIn = ({ steps }: Run): ReadonlySet<string> =>
  new Set(
    steps.flatMap((step) => (step.type === 'adding-requirement' ? [step.requirement.project] : [])),
  );

/** The files whose METADATA a run has read, with it. */
const filesIn = ({ steps }: Run) =>
  new Set(
    steps.flatMap((step) =>
      (step.type === 'pinning' || step.type === 'rejecting-candidate') &&
      step.candidate.kind === 'distribution'
        ? [{ ...step.candidate.file, metadata: step.candidate.metadata }]
        : [],
    ),
  );

/** The documents that pip is given, brought as they are wanted. */
function openShelf(source: Source) {
  const documents: Record<string, Documents[string]> = {};
  const pages = new Map<string, ProjectPage | undefined>();
  const put = (more: Documents): boolean => {
    Object.assign(documents, more);
    return Object.keys(more).length > 0;
  };
  const bringPage = async (project: string): Promise<boolean> => {
    const page = await source(project, undefined, { type: 'needs', project });
    pages.set(project, page);
    return put(pageDocuments(project, page));
  };
  const bringMetadata = async (filename: string): Promise<boolean> => {
    for (const [project, page] of pages) {
      if (!page?.files.some((file) => file.filename === filename)) continue;
      const found = await source(project, filename, { type: 'needs', project, file: filename });
      const file = found?.files.find((each) => each.filename === filename);
      return file !== undefined && put(fileDocuments(file));
    }
    return false;
  };
  return {
    documents: () => documents,
    put,
    bringPage,
    /** Whether the document was brought. Whole files are not: they would have to be built. */
    async bring(address: string): Promise<boolean> {
      const wanted = readAddress(address);
      if (wanted.kind === 'page') return bringPage(normalizeName(wanted.project));
      return wanted.kind === 'metadata' && bringMetadata(wanted.filename);
    },
  };
}
