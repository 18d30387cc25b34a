import type {
  NetworkReason,
  PastedBroken,
  PastedConflict,
  PastedError,
  PastedHashes,
  PastedNetwork,
  PastedNotFound,
  PastedOther,
  PastedRequirement,
} from '../pasted/pasted.ts';
import type { PastedTold } from './pasted-told.ts';
import { own, project, say, text, tool, version, type Sentence } from './pieces.ts';

const SHOWN = 3;

function list(items: readonly Sentence[], more = 0): Sentence {
  const all = items.flatMap((item, at) => (at === 0 ? item : [text('、'), ...item]));
  return more > 0 ? [...all, text(`等（另有 ${more} 项）`)] : all;
}

function some(words: readonly string[], piece: (words: string) => Sentence): Sentence {
  return list(words.slice(0, SHOWN).map(piece), Math.max(0, words.length - SHOWN));
}

/** 用中文讲一个错误。 */
export function pastedInChinese(error: PastedError): PastedTold {
  switch (error.kind) {
    case 'conflict':
      return conflict(error);
    case 'not-found':
      return notFound(error);
    case 'network':
      return network(error);
    case 'wrong-python':
      return {
        what: say`${project(error.project)} 要求 Python ${tool(error.specifier)}，而运行 pip 的是 Python ${version(error.python)}。`,
        check: say`${tool('python -m pip --version')} 会说出 pip 属于哪个 Python。`,
        next: say`换一个它允许的 Python，或者改用旧一些的 ${project(error.project)}。`,
      };
    case 'broken':
      return broken(error);
    case 'invalid-requirement':
      return invalid(error);
    case 'hashes':
      return hashes(error);
    default:
      return other(error);
  }
}

function conflict({ triggers, causes, projects }: PastedConflict): PastedTold {
  const [shared = ''] = projects;
  const asked = causes.filter((cause) => cause.project === shared);
  const sides = [...new Map(asked.map((cause) => [sideText(cause), cause])).values()];
  const shownSides = sides.slice(0, SHOWN).map((cause) => side(cause));
  const more = Math.max(0, sides.length - SHOWN);
  const met = [
    ...shownSides.flatMap((each, at) => (at === 0 ? each : [text('；'), ...each])),
    ...(more > 0 ? say`；另有 ${more} 项要求` : []),
  ];
  return {
    what:
      sides.length > 1
        ? say`${met}：没有哪个版本的 ${project(shared)} 能同时满足。`
        : say`${met}。pip 能用的文件里，没有一个符合。`,
    check: say`“some packages in these conflicts have no matching distributions” 这一段，pip 25.3 起即使有合适的版本也会打印，别当真，看它上面的几行。`,
    next:
      triggers.length > 0
        ? say`放宽或改掉其中一个：${some(triggers, (each) => [own(each)])}。pip 什么都没有装。`
        : say`放宽或改掉通向那里的某一行。pip 什么都没有装。`,
  };
}

const sideText = ({ parent, requirement }: PastedConflict['causes'][number]): string =>
  `${parent === undefined ? '' : `${parent.name} ${parent.version} `}${requirement}`;

function side({ parent, requirement, isConstraint }: PastedConflict['causes'][number]): Sentence {
  if (parent !== undefined)
    return say`${project(parent.name)} ${version(parent.version)} 要求 ${tool(requirement)}`;
  return isConstraint ? say`你的约束限定了 ${own(requirement)}` : say`你要的是 ${own(requirement)}`;
}

function notFound(error: PastedNotFound): PastedTold {
  const { requirement, project: name, from, versions, yanked, otherPython, indexes } = error;
  const asker = from === undefined ? [] : say`（${project(from)} 需要它）`;
  const wanted = from === undefined ? own(requirement) : tool(requirement);
  const [lastPython] = otherPython.toReversed();
  if (versions.length > 0) {
    const oldest = versions[0] ?? '';
    const newest = versions.at(-1) ?? '';
    const left =
      otherPython.length > 0
        ? say`为别的 Python 准备的版本没有算进来，例如 ${tool(lastPython ?? '')}。`
        : yanked.length > 0
          ? say`已被作者撤回、没有算进来的有 ${some(yanked, (each) => [version(each)])}。`
          : [];
    return {
      what: say`${project(name)} 有适合这台机器的版本，从 ${version(oldest)} 到 ${version(newest)}，但没有一个符合 ${wanted}${asker}。${left}`,
      check: say`在 pip 列出的版本里找一找：是打错了，还是它从来没有为这个 Python 和系统发布过。`,
      next: say`改用列表里的某个版本；如果想要的版本只为别的 Python 发布，就换 Python。`,
    };
  }
  if (otherPython.length > 0)
    return {
      what: say`${project(name)} 是有的，但不适合这个 Python：pip 略去了 ${some(otherPython, (each) => [tool(each)])}。`,
      check: say`${tool('python -m pip --version')} 会说出 pip 属于哪个 Python。`,
      next: say`换一个它允许的 Python。`,
    };
  if (yanked.length > 0)
    return {
      what: say`${project(name)} 合用的版本都已被作者撤回（yanked）：${some(yanked, (each) => [version(each)])}。`,
      check: say`索引上的项目页面写着原因。`,
      next: say`改用更新的版本；只有用 ${tool('==')} 写死版本时，pip 才会装撤回的版本。`,
    };
  const elsewhere =
    indexes.length === 0
      ? []
      : say`pip 只在 ${some(indexes, (each) => [tool(each)])} 里找过；镜像改了地址或同步不全，结果也是这样。`;
  return {
    what: say`pip 完全没有找到 ${wanted}${asker}。单看这段文字看不出原因：可能没有这个名字，可能没有适合这个 Python 或系统的文件，也可能索引里没有。${elsewhere}`,
    check: say`运行 ${tool(`python -m pip index versions ${name}`)}，再看 PyPI 上的项目页面：有没有这个项目，文件合不合适（${tool('cp312')}、${tool('manylinux')}、${tool('win_amd64')}）？`,
    next: say`没有这个项目，就是名字不对；有文件但不适合你的 Python，就换成文件名里写着的 Python。`,
  };
}

const REASONS: Readonly<Record<NetworkReason, readonly [what: string, next: string]>> = {
  proxy: [
    '所设的代理没有让 pip 通过',
    '打开代理，或者去掉这项设置；代理地址前面要写 http://，访问 https 时也一样。',
  ],
  certificate: [
    '服务器的证书没有被接受；多半是单位或学校的网络在检查全部流量，也可能是电脑的时钟不准',
    '把所在网络的证书交给 pip（pip --cert 文件），或校准时钟；--trusted-host 只是把问题藏起来。',
  ],
  tls: ['加密连接中途断开；多半是中间有代理或过滤', '关掉代理、换个网络，或者用近处的镜像试试。'],
  name: ['查不到服务器的域名', '检查网络和索引的地址。'],
  timeout: ['服务器迟迟没有回答', '再试一次，加上 --timeout 60，或者用近处的镜像。'],
  refused: ['那个地址没有回应', '检查网络、代理设置和索引的地址。'],
  'no-access': ['服务器拒绝访问', '检查索引的地址、用户名和令牌。'],
  unknown: ['连接失败', '检查网络、代理设置和索引的地址。'],
};

function network({ reason, host, requirement }: PastedNetwork): PastedTold {
  const [what, next] = REASONS[reason];
  const about =
    requirement === undefined
      ? []
      : say`所以 pip 没有找到 ${own(requirement)}：它根本没有看到列表。这跟你的 Python 没有关系。`;
  return {
    what: say`pip 没有连上${host === undefined ? '索引' : say` ${tool(host)}`}：${what}。${about}`,
    check: say`运行 ${tool('python -m pip config debug')} 和 ${tool('env | grep -i proxy')}（PowerShell：${tool('Get-ChildItem env:*proxy*')}）。`,
    next: say`${next}`,
  };
}

function broken({ by, broken: all }: PastedBroken): PastedTold {
  const items = all
    .slice(0, SHOWN)
    .map(({ name, version: its, requirement, have }) =>
      have === undefined
        ? say`${project(name)} ${version(its)} 需要 ${tool(requirement)}，而它没有安装`
        : say`${project(name)} ${version(its)} 需要 ${tool(requirement)}，而装着的是 ${tool(have)}`,
    );
  const what = list(items, Math.max(0, all.length - SHOWN));
  const how: Readonly<Record<PastedBroken['by'], string>> = {
    install: '可它还是装上了，pip 的退出码也是 0：第二次 pip install 只管自己这一次的要求。',
    legacy: '可它还是装上了：旧版求解器遇到哪个版本就用哪个。',
    check: '',
  };
  return {
    what: say`装着的东西彼此不合：${what}。${how[by]}`,
    check: say`${tool('python -m pip check')} 会列出不合的地方，有的话退出码是 1。`,
    next: say`把要的东西写在同一条命令或同一个文件里，让 pip 一起选。`,
  };
}

function invalid({ requirement, looksLike, place }: PastedRequirement): PastedTold {
  const where = place === undefined ? [] : say`（${place}）`;
  const next = {
    caret: say`${tool('^')} 是 npm 和 Poetry 的写法；pip 里写 ${tool('~=')}，或者 ${tool('>=…,<…')}。`,
    'single-equals': say`要写两个等号 ${tool('==')}；一个等号是 conda 的写法。`,
    file: say`依赖文件要放在 ${tool('-r')} 后面：${tool(`python -m pip install -r ${requirement}`)}。`,
    path: say`它看起来像路径，可那里没有这个文件：看看自己在哪个文件夹里。`,
  };
  return {
    what: say`${own(requirement)} 不是 pip 读得懂的依赖要求${where}。`,
    check: say`每一行先写名字，再写版本：${tool('numpy>=1.26,<3')}。pip 遇到第一行读不懂的就停下，还没有开始找任何东西。`,
    next: looksLike === undefined ? say`改好这一行。` : next[looksLike],
  };
}

function hashes({ problem, requirements }: PastedHashes): PastedTold {
  const which =
    requirements.length === 0 ? [] : say`：${some(requirements, (each) => [own(each)])}`;
  const what = {
    missing: say`只要有一行写了 ${tool('--hash')}，每一行就都得写，而这里有的没写${which}。`,
    'not-pinned': say`用了哈希值，每一行就都要用 ${tool('==')} 写定一个版本${which}。`,
    mismatch: say`下载到的文件和哈希值对不上${which}。`,
  };
  return {
    what: what[problem],
    check: say`依赖文件完整吗？各个项目带进来的依赖也要在里面；写锁文件的工具会全部写上。`,
    next:
      problem === 'mismatch'
        ? say`先不要继续：清掉缓存（${tool('python -m pip cache purge')}）再试一次，弄清文件是从哪里来的。`
        : say`用原来的工具把文件重新生成（${tool('pip-compile --generate-hashes')}、${tool('uv pip compile --generate-hashes')}）。`,
  };
}

function other({ kind, name }: PastedOther): PastedTold {
  switch (kind) {
    case 'unsupported-wheel':
      return {
        what: say`${tool(name ?? '这个 wheel')} 是为别的 Python 或别的系统构建的。`,
        check: say`从后往前读文件名：系统、ABI、Python（${tool('cp311')} 就是 3.11）。${tool('python -m pip debug --verbose')} 会列出这里能用的标签。`,
        next: say`把项目名而不是文件交给 pip：它会挑对的那个。`,
      };
    case 'externally-managed':
      return {
        what: say`这个 Python 属于操作系统，系统请 pip 不要动它。`,
        check: say`运行 ${tool('which python3')}：是不是 ${tool('/usr/bin/python3')}？`,
        next: say`建一个自己的环境：${tool('python3 -m venv .venv')}，再运行 ${tool('. .venv/bin/activate')}。`,
      };
    case 'no-record':
      return {
        what: say`pip 没法卸载 ${tool(name ?? '装着的东西')}：记录它有哪些文件的 RECORD 不见了。它是别的工具装的，或者被删掉了一半。`,
        check: say`运行 ${tool('python -m pip show -f 项目名')}：在哪个文件夹，是谁装的？`,
        next: say`让当初安装它的工具（apt、conda）来卸载，或者新建一个环境。`,
      };
    case 'too-deep':
      return {
        what: say`pip 放弃了：试过的组合太多${name === undefined ? '' : say`，大多是 ${project(name)} 的`}。`,
        check: say`没有写下限的那些行会让搜索变得很长。`,
        next: say`给要紧的项目加上下限，或者用一个能用的环境生成约束文件。`,
      };
    case 'still-looking':
      return {
        what: say`pip 还在找：最新的版本彼此不合，它在试${name === undefined ? '更旧的版本' : say` ${project(name)} 更旧的版本`}。这还不是错误。`,
        check: say`要是几分钟还没完，按 Ctrl+C。`,
        next: say`把范围写窄一些；把你的依赖文件粘贴到这里，就能看到它在找什么。`,
      };
    case 'build-failed':
      return {
        what: say`${name === undefined ? '有个项目' : say`${project(name)} `}没有适合这个 Python 和系统的 wheel，pip 就去构建，结果失败了。`,
        check: say`看 PyPI 上的文件列表：它为哪些 Python 发布了 wheel？`,
        next: say`用有 wheel 的最新 Python；加上 ${tool('--only-binary :all:')}，没有 wheel 时马上就知道。`,
      };
    case 'no-file':
      return {
        what: say`运行 pip 的地方没有 ${own(name ?? '')} 这个文件。`,
        check: say`运行 ${tool('pwd')} 和 ${tool('ls')}（PowerShell：${tool('Get-ChildItem')}）：它在不在这里？`,
        next: say`到它所在的文件夹去，或者在 ${tool('-r')} 后面写上路径。`,
      };
  }
}
