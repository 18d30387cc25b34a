// Signs that the index was never reached. pip goes on after them with an empty list of files and then
// says "(from versions: none)", which is about the network and not about Python.

import type { NetworkReason, PastedNetwork } from './pasted.ts';
import { readNotFound } from './not-found.ts';
import type { Screen } from './screen.ts';

/** In this order: a proxy's trouble also looks like a certificate's, and that like a broken connection. */
const SIGNS: readonly (readonly [NetworkReason, RegExp])[] = [
  [
    'proxy',
    /ProxyError|Cannot connect to proxy|proxy authentication|Tunnel connection failed|\b407\b|check_hostname requires server_hostname|SOCKS/i,
  ],
  [
    'certificate',
    /CERTIFICATE_VERIFY_FAILED|problem confirming the ssl certificate|self.signed certificate|unable to get local issuer|certificate has expired|certificate verify failed/i,
  ],
  [
    'name',
    /NameResolutionError|Failed to resolve|getaddrinfo failed|Name or service not known|Temporary failure in name resolution|nodename nor servname/i,
  ],
  [
    'tls',
    /SSLError|SSL: |TLS handshake|UNEXPECTED_EOF_WHILE_READING|WRONG_VERSION_NUMBER|SSL module is not available/i,
  ],
  ['timeout', /ReadTimeout|ConnectTimeout|timed out|timeout=/i],
  ['refused', /Connection refused|ConnectionRefusedError|WinError 10061|actively refused/i],
  [
    'no-access',
    /\b(?:401|403) (?:Client )?Error|Forbidden for url|Unauthorized for url|HTTP error 40[13]/i,
  ],
  [
    'refused',
    /NewConnectionError|ConnectionResetError|Connection aborted|RemoteDisconnected|Network is unreachable|IncompleteRead/i,
  ],
];

/** Lines that say a host was not reached; elsewhere the same words may stand in a project's name or path. */
const TROUBLE =
  /Retrying \(Retry\(|Max retries exceeded|Could not fetch URL|HTTPSConnectionPool|HTTPConnectionPool|connection broken by|SSL module is not available|ReadTimeoutError|NetworkConnectionError|HTTP error \d{3} while getting|\b40[137] (?:Client )?Error/;
const HOST = /host='([^']{1,200})'|https?:\/\/([^/\s'"]{1,200})/;
const LONGEST = 4_000;

/** Why the index was not reached; undefined: nothing says that it was not. */
export function readNetwork(screen: Screen): PastedNetwork | undefined {
  const troubled = screen.lines.flatMap((line, at) =>
    // A narrow window breaks such a line into several.
    TROUBLE.test(line.slice(0, LONGEST))
      ? [
          screen.lines
            .slice(at, at + 4)
            .join(' ')
            .slice(0, LONGEST),
        ]
      : [],
  );
  const [first] = troubled;
  if (first === undefined) return undefined;
  const all = troubled.slice(0, 50).join(' ');
  const [reason] = SIGNS.find(([, sign]) => sign.test(all)) ?? (['unknown'] as const);
  const [, host, inAddress] = HOST.exec(all) ?? [];
  return {
    kind: 'network',
    reason,
    host: host ?? inAddress,
    requirement: readNotFound(screen)?.requirement,
  };
}
