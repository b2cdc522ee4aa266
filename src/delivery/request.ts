/** The request a person asks for, and why there can be none. What Coroot makes of it: `corootRequest`. */
import { type WebhookSettings, headerFault } from '../coroot';
import { goRefuses } from './go-url';

/** Everything one POST is made of: the settings of a webhook, and the body as the bytes of a Go string. */
export interface SendRequest extends WebhookSettings {
  readonly body: string;
}

/** What keeps a request from being made at all: `part` says where, `text` says why, in a full sentence. */
export interface RequestProblem {
  readonly part: 'url' | 'header';
  readonly text: string;
}

/** The target of a request, or why it is none; with a password in it, a browser refuses the URL though Go does not. */
export function parseTarget(url: string): URL | RequestProblem {
  const problem = (text: string): RequestProblem => ({ part: 'url', text });
  if (url.trim() === '') return problem('There is no URL to send to.');
  if (url !== url.trim()) return problem('There is white space around the URL. Coroot does not take it off.');
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(url) ?? [];
  if (scheme === undefined) return problem('The URL must be complete: it starts with https:// or http://.');
  if (!/^https?$/i.test(scheme)) {
    return problem(`The URL must start with https:// or http://, not with ${scheme.toLowerCase()}:`);
  }
  const refusal = goRefuses(url);
  if (refusal !== null) return problem(`Coroot cannot send to this URL: ${refusal}.`);
  let target: URL;
  try {
    target = new URL(url);
  } catch {
    return problem('Browsers do not take this URL, so it cannot be tried here. Coroot would try it.');
  }
  if (target.username !== '' || target.password !== '') {
    return problem(
      'Browsers refuse a URL with a user or password in it. Coroot sends them as basic authentication: use those fields instead.',
    );
  }
  return target;
}

/** Everything that keeps the request from being made; empty for a request that can be tried. */
export function requestProblems(request: SendRequest): readonly RequestProblem[] {
  const target = parseTarget(request.url);
  const headers = request.headers.flatMap(([name, value]): readonly RequestProblem[] => {
    const fault = headerFault(name, value);
    if (fault === null) return [];
    const held = /[\r\n]/.test(value) ? 'a line break' : 'a control character';
    const what =
      fault === 'name'
        ? `the header name ${JSON.stringify(name)}`
        : `the value of the header ${name}: it holds ${held}`;
    return [{ part: 'header', text: `HTTP cannot carry ${what}. Coroot sends nothing at all then.` }];
  });
  return target instanceof URL ? headers : [target, ...headers];
}
