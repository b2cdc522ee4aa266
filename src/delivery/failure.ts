/**
 * What can be said about a send that got no answer. A browser tells a page only that it failed, not why, so that pages
 * cannot explore networks: https://fetch.spec.whatwg.org/#concept-network-error. Said here is what is known for
 * certain, what points somewhere, and what nobody can know.
 */
import { deliveryFacts } from '../coroot';

/** Why there is no answer. `blocked` is every failure the browser gives no reason for. */
export type FailureReason =
  'invalid-url' | 'invalid-header' | 'aborted' | 'timeout' | 'offline' | 'mixed-content' | 'blocked';

/** An explanation in full sentences: what happened, what is known about it, and what cannot be known. */
export interface Explanation {
  readonly reason: FailureReason;
  readonly explanation: string;
  readonly known: readonly string[];
  readonly unknown: readonly string[];
}

/** The page a send comes from: its origin (null outside a page, 'null' for a file), and whether it is online. */
export interface Page {
  readonly origin: string | null;
  readonly online: boolean;
}

/** The page this code runs in. */
export function currentPage(): Page {
  return {
    origin: typeof location === 'undefined' ? null : location.origin,
    online: typeof navigator === 'undefined' || (navigator.onLine as boolean | undefined) !== false,
  };
}

/** Ports browsers never contact. https://fetch.spec.whatwg.org/#port-blocking */
export const blockedPorts: readonly number[] = [
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

/** Where a host is, as far as its name tells. https://wicg.github.io/local-network-access/ */
function networkOf(hostname: string): 'this-computer' | 'private' | 'public' {
  const host = hostname.replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost') || host === '[::1]') return 'this-computer';
  const ipv4 = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (ipv4 !== null) {
    const [first, second] = [Number(ipv4[1]), Number(ipv4[2])];
    if (first === 127) return 'this-computer';
    const isPrivate =
      first === 10 ||
      (first === 172 && second >= 16 && second <= 31) ||
      (first === 192 && second === 168) ||
      (first === 169 && second === 254);
    return isPrivate ? 'private' : 'public';
  }
  return host.endsWith('.local') || /^\[f([cd]|e[89ab])/.test(host) ? 'private' : 'public';
}

const deliveredUnknown = 'Whether the message arrived. Look at the target before you send again.';

/** A request that could not be made. Nothing left the browser. */
export function explainInvalid(part: 'url' | 'header', problems: readonly string[]): Explanation {
  return {
    reason: part === 'url' ? 'invalid-url' : 'invalid-header',
    explanation: problems.join(' '),
    known: ['Nothing was sent.'],
    unknown: [],
  };
}

/** A send that was given up before the answer's first line came: by a person, or after `timeoutMs` milliseconds. */
export function explainStopped(reason: 'aborted' | 'timeout', timeoutMs: number): Explanation {
  const waited = `${String(timeoutMs / 1000)} seconds`;
  const corootWaits = String(deliveryFacts.timeoutSeconds);
  return reason === 'aborted'
    ? { reason, explanation: 'The send was stopped before an answer came.', known: [], unknown: [deliveredUnknown] }
    : {
        reason,
        explanation: `No answer came within ${waited}.`,
        known: [`Coroot waits ${corootWaits} seconds, counts the notification as failed and repeats it.`],
        unknown: [deliveredUnknown],
      };
}

/**
 * A send the browser says nothing about except that it failed; `said` is its error's message, `asked` the header names
 * beyond the common ones.
 */
export function explainFailure(target: URL, page: Page, asked: readonly string[], said: string): Explanation {
  const network = networkOf(target.hostname);
  const port = Number(target.port);
  const known: string[] = [];
  if (said !== '') known.push(`The browser's own words: ${said}`);
  if (!page.online && network !== 'this-computer') {
    known.push('The browser reports that this device is offline.');
    return {
      reason: 'offline',
      explanation: 'The message was not sent: this device has no network.',
      known,
      unknown: [],
    };
  }
  if (target.port !== '' && blockedPorts.includes(port)) {
    known.push(`Browsers never contact port ${String(port)}, so nothing was sent. Coroot can.`);
    return {
      reason: 'blocked',
      explanation: `The browser refuses to contact port ${String(port)}.`,
      known,
      unknown: [],
    };
  }
  const mixed =
    page.origin?.startsWith('https:') === true && target.protocol === 'http:' && network !== 'this-computer';
  if (mixed) {
    known.push(
      'This page came over https and the target is plain http. Browsers block that as mixed content, whatever the target permits.',
    );
  }
  const crossOrigin = page.origin !== null && page.origin !== target.origin;
  if (crossOrigin) {
    known.push(
      `The target (${target.origin}) is another origin than this page, so the browser first asks it for permission to send JSON (a CORS preflight). ` +
        'Without the permission the message is not sent.',
    );
    if (asked.length > 0) known.push(`The permission must name these headers: ${asked.join(', ')}.`);
  }
  if (network === 'private') {
    known.push('The target is in a private network. Some browsers ask before a page may reach it, or refuse.');
  } else if (network === 'this-computer' && crossOrigin) {
    known.push('The target is this computer. Some browsers ask before a page may reach it, or refuse.');
  }
  if (mixed) {
    return {
      reason: 'mixed-content',
      explanation: 'The browser most likely blocked the message: this page is https, the target plain http.',
      known,
      unknown: ['Whether that was the reason: the browser does not say.'],
    };
  }
  return {
    reason: 'blocked',
    explanation: 'The browser got no answer it may show, and does not say why.',
    known,
    unknown: [
      'The reason: a browser reports a missing permission (CORS), a dropped connection, an unknown host, a certificate it does not trust and a blocking extension in the same way.',
      deliveredUnknown,
    ],
  };
}
