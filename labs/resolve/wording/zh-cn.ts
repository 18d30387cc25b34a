import type { Platform } from '../../packaging/target.ts';
import { pythonVersion } from '../../packaging/target.ts';
import type { NothingFits, UnfitReason } from '../explain/explanation.ts';
import { own, plainText, project, say, text, tool, version, type Sentence } from './pieces.ts';
import type { Asked, Demand, Ended, Phrases, Span } from './phrases.ts';
import type { Range } from './ranges.ts';

const PLATFORMS: Readonly<Record<Platform, string>> = {
  'linux-64': 'Linux',
  'linux-aarch64': 'ARM 处理器的 Linux',
  'linux-armv7l': '32 位 ARM 处理器的 Linux',
  'musl-64': 'Alpine Linux',
  'musl-aarch64': 'ARM 处理器的 Alpine Linux',
  'win-64': 'Windows',
  'osx-64': 'Intel 芯片的 macOS',
  'osx-arm64': 'Apple 芯片的 macOS',
};

function list(items: readonly Sentence[], last?: string, between = '、'): Sentence {
  return items.flatMap((item, i) => {
    if (i === 0) return item;
    // Between letters of two scripts there is a space, between two 汉字 there is none.
    const and = last ?? (item[0]?.kind === 'text' ? ' 和' : ' 和 ');
    return [text(i === items.length - 1 ? and : between), ...item];
  });
}

const all = (words: readonly string[]): string =>
  plainText(
    list(
      words.map((each) => [text(each)]),
      ' 和 ',
    ),
  );

function range(name: string, asked: Range): Sentence {
  switch (asked.kind) {
    case 'any':
      return say`${project(name)}`;
    case 'exactly':
      return say`${project(name)} 恰好是 ${version(asked.version)}`;
    case 'below':
      return say`${project(name)} 低于 ${version(asked.version)}`;
    case 'up-to':
      return say`${project(name)} 不高于 ${version(asked.version)}`;
    case 'from':
      return say`${project(name)} 不低于 ${version(asked.version)}`;
    case 'above':
      return say`${project(name)} 高于 ${version(asked.version)}`;
    case 'between':
      return say`${project(name)} 不低于 ${version(asked.from)} 且低于 ${version(asked.to)}`;
    case 'series':
      return say`${project(name)} ${version(asked.version)} 系列的版本`;
    case 'written':
      return say`${tool(name + asked.text)}`;
  }
}

const through = (names: readonly string[]): Sentence =>
  names.length === 0 ? [] : say`经由 ${list(names.map((name) => [project(name)]))} `;

const needs = ({ line, through: names, project: name, range: asked }: Demand): Sentence =>
  say`${line} ${through(names)}要求 ${range(name, asked)}`;

/** `numpy 2.0`，或 `numpy 1.22 到 1.26（5 个版本）`。 */
const span = ({ project: name, count, from, to }: Span): Sentence =>
  count <= 1
    ? say`${project(name)} ${version(from)}`
    : say`${project(name)} ${version(from)} 到 ${version(to)}（${count} 个版本）`;

const asked = ({ texts, more }: Asked): Sentence =>
  say`${list(
    texts.map((each) => [tool(each)]),
    ' 或 ',
  )}${more > 0 ? `（另有 ${more} 种写法）` : ''}`;

const python = (full: string): string => `Python ${pythonVersion(full)?.join('.') ?? full}`;

function unfit(reason: UnfitReason): Sentence {
  switch (reason.kind) {
    case 'python':
      return say`要求 Python ${tool(reason.requiresPython)}`;
    case 'python-tags':
      return say`只为 Python ${all(reason.pythons.toReversed())} 构建过`;
    case 'platform':
      return say`只为 ${all(reason.platforms.map((each) => PLATFORMS[each]))} 构建过`;
    case 'yanked':
      return reason.reason === ''
        ? say`已被作者撤回（yanked）`
        : say`已被作者撤回（yanked：${reason.reason.slice(0, 200)}）`;
    case 'too-new':
      return say`到 ${reason.uploaded} 才上传`;
    case 'pre-release':
      return say`不是正式版`;
    case 'source-only':
      return say`只有源码包，得先构建`;
  }
}

function newestUnfit({ unfit: all, project: name }: NothingFits): Sentence {
  const newest = all.at(-1);
  if (newest === undefined) return [];
  return say`：${project(name)} ${version(newest.version.text)} ${unfit(newest.because)}`;
}

/** 要的版本没有，那么有什么。 */
function existing({ versions, project: name }: NothingFits): Sentence {
  const [first] = versions;
  const last = versions.at(-1);
  if (first === undefined || last === undefined) return say`：没有适合这台机器的 ${project(name)}`;
  const upTo = first === last ? [] : say` 到 ${version(last.text)}`;
  return say`：适合这台机器的 ${project(name)} 只有 ${version(first.text)}${upTo}`;
}

function ended({ stopped, rounds, busiest, lines }: Ended): Sentence {
  const named = lines.length === 0 ? [] : say`${list(lines)}：`;
  const busy =
    busiest.length === 0
      ? []
      : say`；被拒绝的大多是 ${list(busiest.map((name) => [project(name)]))} 的版本`;
  switch (stopped.kind) {
    case 'out-of-steps':
      return say`${named}pip 试了 ${rounds} 轮还没有结果，搜索在这里被叫停；真正的 pip 会继续试下去${busy}`;
    case 'too-deep':
      return say`${named}pip 试了 ${rounds} 轮仍没有结果，自己放弃了${busy}`;
    case 'unknown-metadata':
      if (stopped.file.kind === 'wheel')
        return say`${tool(stopped.candidate)} 的元数据取不到，没有它就不知道它需要什么`;
      return say`${tool(stopped.candidate)} 只有源码包：它需要什么，构建之后才知道，而这个模拟器不构建`;
    case 'url-requirement':
      return say`${tool(stopped.requirement.text)} 是直接写明网址的文件，索引里没有它的资料`;
    case 'unreadable-metadata':
      return say`${tool(stopped.candidate)} 的元数据读不出来`;
    case 'pip-recursion-error':
      return say`pip 在这里会以 RecursionError 崩溃，这是它自身的缺陷`;
    default:
      return say`这个模拟器到这里就不再往下走了`;
  }
}

/** 简体中文。 */
export const ZH_CN: Phrases = {
  line: ({ text: written, constraint }, number, file) =>
    say`${file === undefined ? '' : `${file} `}${constraint ? '约束' : ''}${number === undefined ? '' : `第 ${number} 行`} ${own(written)}`,
  list: (items) => list(items),
  start: (sentence) => {
    const [first, ...rest] = sentence;
    return first?.kind === 'text'
      ? [text(first.text.trimStart()), ...rest, text('。')]
      : [...sentence, text('。')];
  },

  asksItself: ({ line, project: name, range: wanted }) =>
    say`${line} 直接要求 ${range(name, wanted)}`,
  differ: (lines, name) =>
    say`${list(lines)} 要的是 ${project(name)} 的不同版本：没有哪个版本能同时满足`,
  bounds: (line, name) => say`${line} 限定了 ${project(name)}`,
  needs,
  alsoNeeds: ({ through: names, project: name, range: wanted }) =>
    say`同一行又${through(names)}要求 ${range(name, wanted)}`,
  noneIsAll: (clauses) =>
    say`${list(clauses, '；', '；')}：没有哪个版本能同时满足${clauses.length === 2 ? '两边' : '全部'}`,
  cannotBeMet: (lines, name, over) => {
    const what = lines.length === 1 ? '无法满足' : '无法同时满足';
    const why =
      over.length === 0
        ? '无论怎么选，'
        : say`${lines.length === 1 ? '它' : '它们'}引出的要求在 ${list(over.map((each) => [project(each)]))} 上互相冲突，`;
    return say`${list(lines)} ${what}：${why}${project(name)} 的版本一个也不剩`;
  },
  nothing: {
    'no-project': ({ project: name }, demand, line) =>
      demand === undefined
        ? say`${line} 写的项目，这个索引里没有`
        : say`${needs(demand)}，而这个索引里没有名为 ${project(name)} 的项目`,
    'outside-snapshot': ({ project: name }, demand, line) =>
      demand === undefined
        ? say`${line} 写的项目不在本书的快照里；真正的 PyPI 上也许有`
        : say`${needs(demand)}，而 ${project(name)} 不在本书的快照里；真正的 PyPI 上也许有`,
    'no-version': (nothing, demand, line) =>
      demand === undefined
        ? say`${line} ${nothing.versions.length === 0 ? '什么也找不到' : '要的版本，索引里没有'}${existing(nothing)}`
        : say`${needs(demand)}，而索引里没有这样的版本${existing(nothing)}`,
    'wrong-python': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? ' ' : '，而这样的版本'}不能用于 ${python(nothing.target.python)}${newestUnfit(nothing)}`,
    'wrong-platform': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? ' ' : '，而它'}没有适合 ${PLATFORMS[nothing.target.platform]} 的 wheel${newestUnfit(nothing)}`,
    'pre-release-only': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? ' ' : '，'}只有预发布版本能满足，而你让 pip 不选预发布版本${newestUnfit(nothing)}`,
    'yanked-only': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? ' ' : '，'}只有已被撤回的版本能满足${newestUnfit(nothing)}`,
    'source-only': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? ' ' : '，而它'}一个 wheel 也没有${newestUnfit(nothing)}`,
  },
  unknown: (lines) => say`${list(lines)} 无法一起安装；具体原因，只能看 pip 自己打印的内容`,
  ended,
  breaks: (pin, requirement, have) =>
    have === undefined
      ? say`已安装的 ${pin} 需要 ${tool(requirement)}，而它没有安装`
      : say`已安装的 ${pin} 需要 ${tool(requirement)}，装完之后却是 ${have}；pip 会提一句，退出码仍是 0`,

  lineStands: (line) => say`${line}`,
  asks: (versions, what) =>
    versions.count <= 1
      ? say`${span(versions)} 要求 ${asked(what)}`
      : say`剩下的每个 ${project(versions.project)} 版本（${version(versions.from)} 到 ${version(versions.to)}）都要求 ${asked(what)}`,
  leaves: (left, name, of) =>
    left === undefined
      ? say`${project(name)} 的 ${of} 个版本里，这样一个也不剩`
      : left.count === 1
        ? say`只剩 ${project(name)} ${version(left.from)}：${of} 个版本里的 1 个`
        : say`剩下 ${project(name)} ${version(left.from)} 到 ${version(left.to)}：${of} 个版本里的 ${left.count} 个`,
  besides: (name) => say`${project(name)} 的其他版本出局，原因如下`,
  ruledOut: (versions, what) =>
    say`${versions.count <= 1 ? say`${span(versions)} ` : say`${project(versions.project)} 有 ${versions.count} 个版本（${version(versions.from)} 到 ${version(versions.to)}）`}要求 ${asked(what)}，而这里满足不了`,
  tried: (pin) => say`若取 ${pin}，结局是这样`,
  nothingLeft: (name, of) => say`${project(name)} 适合这台机器的 ${of} 个版本，一个也不剩`,
  onlyLast: () => say`还有别的走法，pip 都试过了；以上是最后相遇的几个要求`,
  unfit: (name, { version: which, because }) =>
    say`${project(name)} ${version(which.text)} 本来可以，但它${unfit(because)}`,
  trap: ({ trap: { name, kind, instead } }) => {
    const write = instead === undefined ? [] : say`；请写 ${project(instead)}`;
    switch (kind) {
      case 'import-name':
        return say`${tool(name)} 是写在 import 后面的名字，项目另有其名${write}`;
      case 'placeholder':
        return say`PyPI 上的 ${project(name)} 只是个空壳${write}`;
      case 'left-behind':
        return say`${project(name)} 的作者已不再维护它${write}`;
      case 'other-thing':
        return say`PyPI 上的 ${project(name)} 不是名字让人以为的那个东西${write}`;
      case 'standard-library':
        return say`${tool(name)} 是 Python 自带的；删掉这一行`;
    }
  },
  localLabel: () =>
    say`PyPI 不收带加号标签的版本（例如 ${tool('+cu128')}）；这样的版本放在别的索引上`,
  nearest: (names) =>
    say`也许想写的是 ${list(
      names.map((name) => [name]),
      ' 或 ',
    )}`,

  andAlso: (one, other) => say`${one}；${other}`,
  fix: {
    relax: ({ change }, lines) =>
      say`把${list(lines)} 放宽为 ${list(change.map(({ to }) => [own(to ?? '')]))}`,
    move: ({ change }, lines) =>
      say`把${list(lines)} 换成 ${list(change.map(({ to }) => [own(to ?? '')]))}`,
    drop: (_fix, lines) => say`删掉${list(lines)}`,
    split: (_fix, lines) => say`让${list(lines)} 单独用一个环境`,
    python: ({ target }) => say`改用 ${python(target?.python ?? '')}`,
    platform: ({ target }) => say`改在 ${target ? PLATFORMS[target.platform] : ''} 上安装`,
    rename: ({ change }, lines) =>
      say`不写${list(lines)}，改写 ${list(change.map(({ to }) => [own(to ?? '')]))}`,
  },
  effect: ({ pins, more }) =>
    pins.length === 0
      ? say`这样 pip 会装 ${more} 个项目`
      : say`这样 pip 会装 ${list(pins)}${more > 0 ? `，另有 ${more} 个项目` : ''}`,

  newer: {
    required: (versions, causes) => say`${span(versions)}：不行，因为 ${causes}`,
    constrained: (versions, lines) => say`${span(versions)}：被约束 ${lines} 排除`,
    rejected: (versions, causes) => say`${span(versions)}：试过，被拒，因为 ${causes}`,
    backtracked: (versions) =>
      say`${span(versions)}：曾经选定，后来收回，因为选了它，就有别的项目一个版本也不剩`,
    yanked: (versions) =>
      say`${span(versions)}：已被作者撤回（yanked）；除非指名道姓要它，pip 不会选`,
    'pre-release': (versions) => say`${span(versions)}：预发布版本；没人明确要，pip 就不选`,
    'not-tried': (versions) =>
      say`${span(versions)}：没试过；现有的要求它都满足，但 pip 不会为了更新的版本再回头`,
  },
  whatIf: (line, to, pin, moved) =>
    say`${line} 若只写 ${own(to)}，pip 就会取 ${pin}${moved === 0 ? '' : `，另有 ${moved} 个项目随之改变`}`,
  you: (number) => (number === undefined ? say`你的命令` : say`你的第 ${number} 行`),
  askedBy: (who, what) => say`${who} 要求 ${what}`,
};
