import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tellPasted } from '../wording/pasted-wording.ts';
import { plainText } from '../wording/pieces.ts';
import { readPasted } from './read-pasted.ts';

const retrying = (why: string, project = 'numpy'): string =>
  [4, 3, 2, 1, 0]
    .map(
      (left) =>
        `WARNING: Retrying (Retry(total=${left}, connect=None, read=None, redirect=None, status=None)) after connection broken by '${why}': /simple/${project}/`,
    )
    .join('\n');
const NOTHING = `ERROR: Could not find a version that satisfies the requirement numpy (from versions: none)
ERROR: No matching distribution found for numpy
`;
const NO_CONNECTION =
  '<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f1>: Failed to establish a new connection: ';

/** Logs in which the index was never reached: the reason, and the log. */
const UNREACHED: readonly (readonly [reason: string, log: string])[] = [
  [
    'proxy',
    `${retrying(`ProxyError('Cannot connect to proxy.', NewConnectionError('${NO_CONNECTION}[Errno 111] Connection refused'))`)}\n${NOTHING}`,
  ],
  [
    'proxy',
    `${retrying(`ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))`)}\n${NOTHING}`,
  ],
  [
    'certificate',
    `${retrying(`SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))`)}
Could not fetch URL https://pypi.org/simple/numpy/: There was a problem confirming the ssl certificate: HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded with url: /simple/numpy/ (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))) - skipping
${NOTHING}`,
  ],
  [
    'tls',
    `${retrying(`SSLError(SSLEOFError(8, '[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1006)'))`)}\n${NOTHING}`,
  ],
  [
    'proxy',
    `WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ProxyError('Unable to connect to proxy',
ValueError('check_hostname requires server_hostname'))': /simple/numpy/
ERROR: Could not find a version that satisfies the requirement numpy (from
versions: none)
ERROR: No matching distribution found for numpy
`,
  ],
  [
    'name',
    `${retrying(`NewConnectionError('${NO_CONNECTION}[Errno -3] Temporary failure in name resolution')`)}\n${NOTHING}`,
  ],
  [
    'timeout',
    `${retrying(`ReadTimeoutError("HTTPSConnectionPool(host='pypi.org', port=443): Read timed out. (read timeout=15)")`)}\n${NOTHING}`,
  ],
  [
    'refused',
    `${retrying(`NewConnectionError('${NO_CONNECTION}[Errno 111] Connection refused')`)}\n${NOTHING}`,
  ],
];

describe('an index that was never reached', () => {
  for (const [reason, log] of UNREACHED)
    it(`${reason}: nothing is said of Python`, () => {
      const { errors } = readPasted(log);
      assert.deepEqual(
        errors.map((error) =>
          error.kind === 'network' ? [error.reason, error.requirement] : error,
        ),
        [[reason, 'numpy']],
      );
      const [first] = errors;
      assert.ok(first);
      const said = plainText(tellPasted(first, 'en').what);
      assert.match(said, /It says nothing about your Python\.$/);
      assert.match(plainText(tellPasted(first, 'zh-cn').what), /这跟你的 Python 没有关系。$/);
    });

  it('a connection that came back is no error', () => {
    const log = `${retrying('SSLError(…)')}\nERROR: Could not find a version that satisfies the requirement numpy==9 (from versions: 1.26.4, 2.3.5)\n`;
    assert.deepEqual(
      readPasted(log).errors.map(({ kind }) => kind),
      ['not-found'],
    );
  });
});
