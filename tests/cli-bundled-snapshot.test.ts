// The snapshot that the book carries: whole, small, and what its index says it is.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { SnapshotIndex } from '../labs/cli/snapshot/write.ts';
import { cutIndex } from '../labs/packaging/index-cut.ts';
import type { IndexFile } from '../labs/packaging/project-page.ts';
import { encodeSnapshotPage } from '../labs/packaging/snapshot-encode.ts';
import { decodeSnapshotPage, type SnapshotPage } from '../labs/packaging/snapshot.ts';

const FOLDER = new URL('../public/snapshot/', import.meta.url);
const TOO_LARGE = 7_000_000;
const TOO_LARGE_FOR_A_LAB = 60_000;

const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const pageOf = (project: string): SnapshotPage =>
  JSON.parse(textOf(`${project}.json`)) as SnapshotPage;
const index = JSON.parse(textOf('index.json')) as SnapshotIndex;

test('the index names every page, with its bytes and counts', () => {
  const names = index.projects.map(({ project }) => `${project}.json`);
  assert.deepEqual(readdirSync(FOLDER).sort(), [...names, 'index.json'].sort());
  let bytes = 0;
  for (const { project, ...said } of index.projects) {
    const text = textOf(`${project}.json`);
    const page = pageOf(project);
    const { files } = decodeSnapshotPage(page);
    const wheels = files.filter(({ kind }) => kind === 'wheel');
    const read = wheels.filter(({ metadata }) => metadata !== undefined).length;
    const found = {
      bytes: Buffer.byteLength(text),
      releases: page.releases.length,
      files: files.length,
      read,
      unread: wheels.length - read,
      dropped: page.dropped,
    };
    assert.deepEqual(found, said, project);
    assert.equal(page.before, index.before, project);
    bytes += found.bytes;
  }
  assert.ok(bytes < TOO_LARGE, `${bytes} bytes`);
});

test('every page is in the one form that its content has', () => {
  for (const { project } of index.projects) {
    const page = pageOf(project);
    const { before, dropped } = page;
    assert.deepEqual(
      encodeSnapshotPage(decodeSnapshotPage(page), { before, dropped }),
      page,
      project,
    );
  }
});

test('what is known of TensorFlow 2.13: yanks, dates, and other requirements on other machines', () => {
  const { files } = decodeSnapshotPage(pageOf('tensorflow'));
  const of213 = files.filter(({ version }) => version.text === '2.13.0');
  assert.deepEqual([...new Set(of213.map(({ requiresPython }) => requiresPython))], ['>=3.8']);
  const linux = of213.find(({ filename }) => filename.includes('cp311-manylinux_2_17_x86_64'));
  assert.ok(typeof linux?.metadata === 'object');
  assert.equal(linux.uploadTime?.slice(0, 10), '2023-07-05');
  assert.ok(
    linux.metadata.requiresDist.some(
      (text) => text.includes('typing-extensions') && text.includes('<4.6.0'),
    ),
  );
  const aws = decodeSnapshotPage(pageOf('tensorflow-cpu-aws')).files;
  assert.ok(
    aws.length > 0 && aws.every(({ tags }) => tags.every((tag) => tag.endsWith('_aarch64'))),
  );
  const isYanked = ({ yanked }: IndexFile): boolean => yanked !== false;
  assert.ok(decodeSnapshotPage(pageOf('numpy')).files.length > 1000);
  assert.ok(decodeSnapshotPage(pageOf('protobuf')).files.some(isYanked));
});

test('a lab about TensorFlow and pydantic loads little', () => {
  const target = { python: '3.11.7', platform: 'linux-64', implementation: 'cp' } as const;
  const known = new Set(index.projects.map(({ project }) => project));
  const cut = cutIndex(['tensorflow', 'pydantic'], target, (project) =>
    known.has(project) ? pageOf(project) : undefined,
  );
  const bytes = brotliCompressSync(JSON.stringify(cut)).length;
  assert.ok(bytes < TOO_LARGE_FOR_A_LAB, `${bytes} bytes of brotli`);
  assert.ok(cut.pages.length > 50, `${cut.pages.length} projects`);
});
