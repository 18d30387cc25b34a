// Replays how pip 26.3 read requirements files, file names, index entries and METADATA (recorded by
// record/packaging_files.py) and wants the same reading, errors to the letter.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatMarker } from '../../labs/packaging/marker.ts';
import { parseMetadata } from '../../labs/packaging/metadata.ts';
import { classifyFilename, parseProjectPage } from '../../labs/packaging/project-page.ts';
import type { FileLine } from '../../labs/packaging/requirements-file.ts';
import {
  formatInvalidLine,
  parseRequirementsFile,
} from '../../labs/packaging/requirements-file.ts';
import { formatRequirement } from '../../labs/packaging/requirement.ts';

interface Recording {
  readonly pip: string;
  /** Content, then each logical line: number, text, kind, and what the kind says. */
  readonly files: readonly (readonly [content: string, lines: readonly (readonly unknown[])[]])[];
  readonly filenames: readonly (readonly [project: string, name: string, ...unknown[]])[];
  readonly entries: readonly (readonly [entry: object, link: unknown])[];
  readonly metadata: readonly (readonly [text: string, ...unknown[]])[];
}

const recording: Recording = JSON.parse(
  readFileSync(new URL('packaging-files.json', import.meta.url), 'utf8'),
);

test(`requirements files: ${recording.files.length} as pip ${recording.pip} reads them`, () => {
  for (const [content, lines] of recording.files) {
    const expected = lines.map((line) => (line[2] === 'crash' ? line.slice(0, 3) : line));
    const crashed = new Set(expected.filter((line) => line[2] === 'crash').map(([line]) => line));
    const actual = parseRequirementsFile(content).map((line) =>
      crashed.has(line.line) && line.kind === 'invalid'
        ? [line.line, line.text, 'crash']
        : [line.line, line.text, ...describe(line)],
    );
    assert.deepEqual({ content, lines: actual }, { content, lines: expected });
  }
});

function describe(line: FileLine): readonly unknown[] {
  switch (line.kind) {
    case 'invalid':
      return ['error', formatInvalidLine(line, 'requirements.txt')];
    case 'editable':
      return ['editable', line.target];
    case 'include':
      return ['include', line.file, line.as];
    case 'options':
      return ['options'];
    case 'requirement': {
      const hashes = line.hashes.toSorted();
      const { wanted } = line;
      const marker = wanted.kind === 'requirement' ? wanted.requirement.marker : wanted.marker;
      const condition = marker === undefined ? null : formatMarker(marker);
      if (wanted.kind !== 'requirement') return describePath(line, condition, hashes);
      const bare = formatRequirement({ ...wanted.requirement, marker: undefined });
      return ['requirement', bare, condition, hashes];
    }
  }
}

/** Where it was recorded no path existed: pip refuses what is no archive. */
function describePath(
  line: Extract<FileLine, { kind: 'requirement' }>,
  marker: string | null,
  hashes: readonly string[],
): readonly unknown[] {
  const { wanted } = line;
  if (wanted.kind !== 'path' || wanted.fault === undefined) return [wanted.kind, marker, hashes];
  const { message, hint } = wanted.fault;
  const invalid = { line: line.line, text: line.text, kind: 'invalid', message, hint } as const;
  return [
    'error',
    formatInvalidLine({ ...invalid, isPlaced: true, at: 0, from: 0 }, 'requirements.txt'),
  ];
}

test(`file names: ${recording.filenames.length} as pip sorts them`, () => {
  const actual = recording.filenames.map(([project, name, ...expected]) => {
    const meaning = classifyFilename(name, project);
    if (typeof meaning === 'string') return [project, name, meaning];
    const isVersionRecorded = expected.length > 1;
    return [project, name, meaning.kind, ...(isVersionRecorded ? [meaning.version.text] : [])];
  });
  assert.deepEqual(actual, recording.filenames);
});

test(`index entries: ${recording.entries.length} as pip takes them`, () => {
  const actual = recording.entries.map(([entry]) => {
    const page = parseProjectPage(JSON.stringify({ files: [entry] }), 'foo');
    assert.ok(!('kind' in page));
    const [file] = page.files;
    if (file === undefined) return [entry, null];
    const yanked = file.yanked === false ? null : file.yanked;
    return [entry, [file.filename, file.requiresPython ?? null, yanked]];
  });
  assert.deepEqual(actual, recording.entries);
});

test(`METADATA: ${recording.metadata.length} documents as Python reads them`, () => {
  const actual = recording.metadata.map(([text]) => {
    const { name, version, requiresPython, requiresDist, providesExtra } = parseMetadata(text);
    return [text, name, version, requiresPython ?? null, requiresDist, providesExtra];
  });
  assert.deepEqual(actual, recording.metadata);
});
