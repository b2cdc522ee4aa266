/**
 * Sample bodies of a platform, one in a file of `bodies/<platform>/`: `y_…` is accepted, `n_…` is refused. A file has
 * lines `key: value`, a line `---`, and the body up to the file's end (its last line feed left out):
 *
 *     source: https://core.telegram.org/bots/api#formatting-options   where the rule stands
 *     date: 2026-11-30                 when it was said there; of documentation and source, when it was looked at
 *     finds: error entities            severity and code of a finding; repeatable
 *     answer: Bad Request: …           the platform's own words for the finding before it, where they are known
 *     at: _app                         the text in the body that this finding points at
 *     shows: my_app                    a text that the preview must show; repeatable
 *
 * `⟪a×4097⟫` in the body stands for the text repeated so many times.
 */

/** What a file expects a finding to be. */
export interface ExpectedFinding {
  readonly severity: string;
  readonly code: string;
  readonly answer: string | null;
  readonly at: string | null;
}

/** A sample body. */
export interface BodyFile {
  readonly source: string;
  readonly date: string;
  readonly finds: readonly ExpectedFinding[];
  readonly shows: readonly string[];
  readonly body: string;
}

/** Reads a file. Throws an Error when it is not well formed. */
export function parseBodyFile(text: string): BodyFile {
  const [head = '', ...rest] = text.split(/^---\n/m);
  if (rest.length === 0) throw new Error('there is no line ---');
  const finds: ExpectedFinding[] = [];
  const shows: string[] = [];
  let source = '';
  let date = '';
  for (const line of head.split('\n').slice(0, -1)) {
    const [, key = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
    const last = finds.at(-1);
    if (key === 'source') source = value;
    else if (key === 'date') date = value;
    else if (key === 'shows') shows.push(value);
    else if (key === 'finds') {
      const [severity = '', code = ''] = value.split(' ');
      finds.push({ severity, code, answer: null, at: null });
    } else if (key === 'answer' && last !== undefined) finds[finds.length - 1] = { ...last, answer: value };
    else if (key === 'at' && last !== undefined) finds[finds.length - 1] = { ...last, at: value };
    else throw new Error(`line ${line}`);
  }
  if (!source.startsWith('https://')) throw new Error('there is no source');
  if (!/^20\d\d-\d\d-\d\d$/.test(date)) throw new Error(`the date ${date}`);
  const body = rest.join('---\n').replace(/\n$/, '');
  return {
    source,
    date,
    finds,
    shows,
    body: body.replace(/⟪(.+?)×(\d+)⟫/gs, (_, s: string, n: string) => s.repeat(Number(n))),
  };
}
