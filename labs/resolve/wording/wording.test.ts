import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplainOptions } from '../explain/explain-failure.ts';
import { explainFixture } from '../explain/explain.fixture.ts';
import type { UniverseFixture } from '../universe.fixture.ts';
import { plain, type Language } from './pieces.ts';
import { wordings } from './wordings.ts';

interface Case {
  readonly universe: UniverseFixture;
  readonly lines: readonly string[];
  readonly options?: ExplainOptions;
  readonly said: Readonly<Record<Language, readonly string[]>>;
}

const CASES: Readonly<Record<string, Case>> = {
  'two chains': {
    universe: {
      scipy: { '1.10.1': ['numpy<1.27,>=1.19'] },
      cv: { '5.0': ['numpy>=2'] },
      numpy: { '1.26': [], '2.0': [], '2.1': [] },
    },
    lines: ['scipy==1.10.1', 'cv==5.0'],
    said: {
      en: [
        'Line 1 `scipy==1.10.1` needs numpy below 1.27; line 2 `cv==5.0` needs numpy 2 or newer: no version is both.',
        'Line 1 `scipy==1.10.1`.',
        'scipy 1.10.1 asks for `numpy<1.27,>=1.19`.',
        'That leaves numpy 1.26 alone, 1 of 3 versions.',
        'Line 2 `cv==5.0`.',
        'cv 5.0 asks for `numpy>=2`.',
        'That leaves numpy 2.0 to 2.1, 2 of 3 versions.',
        'Of the 3 versions of numpy for this machine none is left.',
      ],
      'zh-cn': [
        '第 1 行 `scipy==1.10.1` 要求 numpy 低于 1.27；第 2 行 `cv==5.0` 要求 numpy 不低于 2：没有哪个版本能同时满足两边。',
        '第 1 行 `scipy==1.10.1`。',
        'scipy 1.10.1 要求 `numpy<1.27,>=1.19`。',
        '只剩 numpy 1.26：3 个版本里的 1 个。',
        '第 2 行 `cv==5.0`。',
        'cv 5.0 要求 `numpy>=2`。',
        '剩下 numpy 2.0 到 2.1：3 个版本里的 2 个。',
        'numpy 适合这台机器的 3 个版本，一个也不剩。',
      ],
    },
  },
  'a constraint': {
    universe: { app: { '1.0': ['lib>=2'] }, lib: { '1.0': [], '2.0': [] } },
    lines: ['app', '-c lib<2'],
    said: {
      en: [
        'Line 1 `app` needs lib 2 or newer; constraint line 1 `lib<2` bounds lib: no version is both.',
        'Line 1 `app`.',
        'app 1.0 asks for `lib>=2`.',
        'That leaves lib 2.0 alone, 1 of 2 versions.',
        'Constraint line 1 `lib<2`.',
        'That leaves lib 1.0 alone, 1 of 2 versions.',
        'Of the 2 versions of lib for this machine none is left.',
      ],
      'zh-cn': [
        '第 1 行 `app` 要求 lib 不低于 2；约束第 1 行 `lib<2` 限定了 lib：没有哪个版本能同时满足两边。',
        '第 1 行 `app`。',
        'app 1.0 要求 `lib>=2`。',
        '只剩 lib 2.0：2 个版本里的 1 个。',
        '约束第 1 行 `lib<2`。',
        '只剩 lib 1.0：2 个版本里的 1 个。',
        'lib 适合这台机器的 2 个版本，一个也不剩。',
      ],
    },
  },
  'one line against itself': {
    universe: {
      app: { '1.0': ['lib<2', 'mid'] },
      mid: { '1.0': ['lib>=2'] },
      lib: { '1.0': [], '2.0': [] },
    },
    lines: ['app'],
    said: {
      en: [
        'Line 1 `app` needs lib below 2; the same line, through mid, needs lib 2 or newer: no version is both.',
        'Line 1 `app`.',
        'app 1.0 asks for `lib<2`.',
        'That leaves lib 1.0 alone, 1 of 2 versions.',
        'Line 1 `app`.',
        'app 1.0 asks for `mid`.',
        'mid 1.0 asks for `lib>=2`.',
        'That leaves lib 2.0 alone, 1 of 2 versions.',
        'Of the 2 versions of lib for this machine none is left.',
      ],
      'zh-cn': [
        '第 1 行 `app` 要求 lib 低于 2；同一行又经由 mid 要求 lib 不低于 2：没有哪个版本能同时满足两边。',
        '第 1 行 `app`。',
        'app 1.0 要求 `lib<2`。',
        '只剩 lib 1.0：2 个版本里的 1 个。',
        '第 1 行 `app`。',
        'app 1.0 要求 `mid`。',
        'mid 1.0 要求 `lib>=2`。',
        '只剩 lib 2.0：2 个版本里的 1 个。',
        'lib 适合这台机器的 2 个版本，一个也不剩。',
      ],
    },
  },
  'versions ruled out one by one': {
    universe: {
      app: { '1.0': ['lib<2'], '2.0': ['lib<1'], '3.0': ['other==9'] },
      lib: { '1.0': [], '2.0': [] },
      other: { '1.0': [] },
    },
    lines: ['app', 'lib>1'],
    said: {
      en: [
        'Line 1 `app` and line 2 `lib>1` cannot be met together: what they bring does not agree on lib, and no version of app is left.',
        'Line 1 `app`.',
        '2 versions of app (1.0 to 2.0) ask for `lib<2` or `lib<1`, which cannot be had here.',
        'Line 2 `lib>1`.',
        'app 3.0 asks for `other==9`, which cannot be had here.',
        'Of the 3 versions of app for this machine none is left.',
      ],
      'zh-cn': [
        '第 1 行 `app` 和第 2 行 `lib>1` 无法同时满足：它们引出的要求在 lib 上互相冲突，app 的版本一个也不剩。',
        '第 1 行 `app`。',
        'app 有 2 个版本（1.0 到 2.0）要求 `lib<2` 或 `lib<1`，而这里满足不了。',
        '第 2 行 `lib>1`。',
        'app 3.0 要求 `other==9`，而这里满足不了。',
        'app 适合这台机器的 3 个版本，一个也不剩。',
      ],
    },
  },
  'another Python': {
    universe: { numpy: { '2.5.0': { python: '>=3.13' }, '2.4.0': [] } },
    lines: ['numpy==2.5.0'],
    said: {
      en: [
        'Line 1 `numpy==2.5.0` does not go with Python 3.12: numpy 2.5.0 asks for Python `>=3.13`.',
      ],
      'zh-cn': ['第 1 行 `numpy==2.5.0` 不能用于 Python 3.12：numpy 2.5.0 要求 Python `>=3.13`。'],
    },
  },
  'another Python, far away': {
    universe: {
      app: { '1.0': ['numpy>=2.5'] },
      numpy: {
        '2.5.0': {
          tags: ['cp313-cp313-manylinux_2_17_x86_64', 'cp314-cp314-manylinux_2_17_x86_64'],
        },
        '2.4.0': [],
      },
    },
    lines: ['app'],
    said: {
      en: [
        'Line 1 `app` needs numpy 2.5 or newer, which does not go with Python 3.12: numpy 2.5.0 is built for Python 3.13 or 3.14 only.',
        'Line 1 `app`.',
        'app 1.0 asks for `numpy>=2.5`.',
      ],
      'zh-cn': [
        '第 1 行 `app` 要求 numpy 不低于 2.5，而这样的版本不能用于 Python 3.12：numpy 2.5.0 只为 Python 3.13 和 3.14 构建过。',
        '第 1 行 `app`。',
        'app 1.0 要求 `numpy>=2.5`。',
      ],
    },
  },
  'another machine': {
    universe: { app: { '1.0': { tags: ['cp312-cp312-win_amd64'] } } },
    lines: ['app'],
    said: {
      en: ['Line 1 `app` has no wheel for Linux: app 1.0 is built for Windows only.'],
      'zh-cn': ['第 1 行 `app` 没有适合 Linux 的 wheel：app 1.0 只为 Windows 构建过。'],
    },
  },
  'a version that is not there': {
    universe: { numpy: { '1.0': [], '2.0': [] } },
    lines: ['numpy==9'],
    said: {
      en: [
        'Line 1 `numpy==9` asks for a version that is not there: for this machine there is numpy 1.0 to 2.0.',
      ],
      'zh-cn': ['第 1 行 `numpy==9` 要的版本，索引里没有：适合这台机器的 numpy 只有 1.0 到 2.0。'],
    },
  },
  'a local label': {
    universe: { torch: { '2.7.1': [] } },
    lines: ['torch==2.7.1+cu128'],
    said: {
      en: [
        'Line 1 `torch==2.7.1+cu128` asks for a version that is not there: for this machine there is torch 2.7.1.',
        'PyPI takes no versions with a label behind a plus, such as `+cu128`; they come from an index of their own.',
      ],
      'zh-cn': [
        '第 1 行 `torch==2.7.1+cu128` 要的版本，索引里没有：适合这台机器的 torch 只有 2.7.1。',
        'PyPI 不收带加号标签的版本（例如 `+cu128`）；这样的版本放在别的索引上。',
      ],
    },
  },
  'no project': {
    universe: { scipy: { '1.0': [] } },
    lines: ['nunpy'],
    options: { names: ['numpy', 'scipy'] },
    said: {
      en: [
        'Line 1 `nunpy` names a project that this index does not have.',
        'Perhaps you meant numpy.',
      ],
      'zh-cn': ['第 1 行 `nunpy` 写的项目，这个索引里没有。', '也许想写的是 numpy。'],
    },
  },
  'a trap': {
    universe: { pandas: { '1.0': [] } },
    lines: ['sklearn', 'pandas'],
    said: {
      en: [
        'Line 1 `sklearn` names a project that this index does not have.',
        'sklearn on PyPI is an empty stand-in; write scikit-learn.',
      ],
      'zh-cn': [
        '第 1 行 `sklearn` 写的项目，这个索引里没有。',
        'PyPI 上的 sklearn 只是个空壳；请写 scikit-learn。',
      ],
    },
  },
  yanked: {
    universe: { app: { '1.0': { yanked: 'broken on Windows' } } },
    lines: ['app>=1'],
    said: {
      en: [
        'Line 1 `app>=1` is met only by versions that were taken back: app 1.0 was yanked by its authors (“broken on Windows”).',
      ],
      'zh-cn': [
        '第 1 行 `app>=1` 只有已被撤回的版本能满足：app 1.0 已被作者撤回（yanked：broken on Windows）。',
      ],
    },
  },
  'source only': {
    universe: { app: { '1.0': ['lib'] }, lib: { '1.0': { tags: [], sdist: true } } },
    lines: ['app'],
    said: {
      en: [
        'Line 1 `app` needs lib, which has no wheel at all: lib 1.0 comes as source only, which would have to be built first.',
        'Line 1 `app`.',
        'app 1.0 asks for `lib`.',
      ],
      'zh-cn': [
        '第 1 行 `app` 要求 lib，而它一个 wheel 也没有：lib 1.0 只有源码包，得先构建。',
        '第 1 行 `app`。',
        'app 1.0 要求 `lib`。',
      ],
    },
  },
  'outside the snapshot': {
    universe: { app: { '1.0': ['lib>1'] } },
    lines: ['app'],
    options: { isSnapshot: true },
    said: {
      en: [
        'Line 1 `app` needs lib above 1, and lib is not in the snapshot of this book; the real PyPI may have it.',
        'Line 1 `app`.',
        'app 1.0 asks for `lib>1`.',
      ],
      'zh-cn': [
        '第 1 行 `app` 要求 lib 高于 1，而 lib 不在本书的快照里；真正的 PyPI 上也许有。',
        '第 1 行 `app`。',
        'app 1.0 要求 `lib>1`。',
      ],
    },
  },
};

for (const [name, { universe, lines, options, said }] of Object.entries(CASES))
  describe(name, () => {
    const explanation = explainFixture(universe, lines, {}, options);
    for (const language of ['en', 'zh-cn'] as const)
      it(language, () => {
        const { sentence, argument } = wordings[language];
        const all = [sentence(explanation), ...argument(explanation)];
        assert.deepEqual(all.map(plain), said[language]);
      });
  });
