/**
 * How a platform reads what is posted to it, and the frame around its rules and its drawing: reading the body, saying
 * what is wrong with its kind, collecting what the rules find. A platform only says what is its own.
 */
import { type Body, type JsonError, type JsonNode, type JsonObject, described, faultAt } from '../../coroot';
import { type Drawing, boundedPreview } from '../preview/bounded';
import type { Preview } from '../preview/preview';
import { type Place, Report, type Verdict } from './verdict';

/** What a platform says and shows of a body that it reads as a `Root`. Neither ever throws. */
interface Judged<Root> {
  /** Reports what the platform refuses, loses or changes. */
  readonly rules: (report: Report, root: Root) => void;
  /** What people see of it; `text` is what `root` was read from. */
  readonly draw: (root: Root, text: string) => Preview;
}

/** What a platform that reads JSON says of other texts. */
interface OfOthers {
  /** What people see of a body of another kind, as a sentence; null when they see the text itself. */
  readonly nothing: string | null;
  /** What becomes of a text that is no JSON, nor empty, where the answer does not tell, as a sentence. */
  readonly lost?: string;
  /** What the platform makes of texts that are not JSON as they stand; null when it reads this one as it is. */
  readonly mend?: (body: Body) => Mended | null;
}

/** A platform that reads any text. */
export interface ReadsText extends Judged<string> {
  readonly reads: 'text';
}

/** A platform that reads any JSON. */
export interface ReadsJson extends Judged<JsonNode>, OfOthers {
  readonly reads: 'json';
}

/** A platform that reads one JSON object. */
export interface ReadsObject extends Judged<JsonObject>, OfOthers {
  readonly reads: 'object';
  /** Whether an object with a text, `{"text": "…"}`, is a message, as the simple templates have it. */
  readonly takesText?: true;
  /**
   * The platform's own answer to a text that is no JSON (`null`) or whose JSON is no object, word for word, where it is
   * known; `text` is what was posted.
   */
  readonly answer?: string | ((root: JsonNode | null, text: string) => string | null);
}

/** How a platform reads. */
export type Reading = ReadsText | ReadsJson | ReadsObject;

/** A body as a platform reads it where that is not what was posted. */
export interface Mended {
  readonly body: Body;
  /** A place of the mended body as a place of the posted one. */
  readonly original: (at: Place) => Place;
  /** Reports what was mended, at places of the mended body. */
  readonly remarks: (report: Report) => void;
}

/** The code of the finding that a body is no JSON. */
export const notJson = 'not-json';

/** What to say when rules or drawing fail, which none should. */
const defect = 'That is a defect of this page; what Coroot posts is shown under Body all the same.';

/**
 * A body that a platform was sent: what it says and shows of it, each worked out when it is asked for. Never throws.
 */
export class Received {
  private readonly mended: Mended | null;

  constructor(
    private readonly reading: Reading,
    private readonly posted: Body,
  ) {
    this.mended = reading.reads === 'text' ? null : (reading.mend?.(posted) ?? null);
  }

  /** What the platform reads. */
  private get body(): Body {
    return this.mended?.body ?? this.posted;
  }

  /**
   * What is wrong with the JSON as the platform reads it, at its place in what was posted; null where it reads it, or
   * any text.
   */
  get fault(): JsonError | null {
    const { json } = this.body;
    if (this.reading.reads === 'text' || json.ok) return null;
    if (this.mended === null) return json.error;
    const { from, to } = this.mended.original(json.error);
    return faultAt(this.posted.text, json.error, from, to);
  }

  /** What the platform would say. */
  verdict(): Verdict {
    try {
      return this.judged();
    } catch (error) {
      const report = new Report(this.posted.text);
      report.warning(
        report.whole,
        'not-judged',
        `The playground could not judge this body: ${String(error)}. ${defect}`,
      );
      return report.verdict;
    }
  }

  private judged(): Verdict {
    const report = new Report(this.body.text);
    this.mended?.remarks(report);
    applyRules(this.reading, this.body, report);
    const { verdict } = report;
    if (this.mended === null) return verdict;
    const { original } = this.mended;
    return {
      findings: verdict.findings.map((finding) => ({ ...finding, ...original(finding) })),
      more: verdict.more,
      counters: verdict.counters.map((counter) => ({ ...counter, ...original(counter) })),
    };
  }

  /** What people would see, bounded to what a page can draw. */
  drawing(): Drawing {
    try {
      return boundedPreview(previewOf(this.reading, this.body));
    } catch (error) {
      const reason = `The playground could not draw this body: ${String(error)}. ${defect}`;
      return { preview: { kind: 'nothing', reason }, left: 0 };
    }
  }
}

function applyRules(reading: Reading, body: Body, report: Report): void {
  if (reading.reads === 'text') {
    reading.rules(report, body.text);
    return;
  }
  const { json } = body;
  if (!json.ok) {
    reportSyntax(report, json.error, reading.reads === 'object' ? answerOf(reading, null, body.text) : null);
    if (reading.lost !== undefined && body.text !== '') report.info(json.error, 'lost', reading.lost);
  } else if (reading.reads === 'json') reading.rules(report, json.node);
  else if (json.node.kind === 'object') reading.rules(report, json.node);
  else {
    const message = `The body must be one JSON object { … }, not ${described(json.node)}.`;
    report.error(json.node, 'not-object', message, answerOf(reading, json.node, body.text));
  }
}

function answerOf({ answer }: ReadsObject, root: JsonNode | null, text: string): string | null {
  return typeof answer === 'function' ? answer(root, text) : (answer ?? null);
}

function reportSyntax(report: Report, error: JsonError, answer: string | null): void {
  const { line, column, message } = error;
  // Whoever knows the template knows what to do.
  const isSmart = /^[“”„‟«»‘’‚]/.test(report.body.slice(error.from));
  const hint = isSmart
    ? ' Word processors and web pages turn quotes into typographic ones; JSON has the straight one only: ".'
    : '';
  const text = `The body is not valid JSON at ${String(line)}:${String(column)}: ${message}.${hint}`;
  report.error(error, notJson, text, answer);
}

/** What people would see of a body, all of it. */
export function previewOf(reading: Reading, body: Body): Preview {
  const { text } = body;
  if (reading.reads === 'text') return reading.draw(text, text);
  const { json } = body;
  if (json.ok && reading.reads === 'json') return reading.draw(json.node, text);
  if (json.ok && reading.reads === 'object' && json.node.kind === 'object') return reading.draw(json.node, text);
  return reading.nothing === null ? { kind: 'data', text } : { kind: 'nothing', reason: reading.nothing };
}

/** For receivers that take any JSON and show it to nobody. */
export const anyJson: ReadsJson = {
  reads: 'json',
  nothing: null,
  rules: () => undefined,
  draw: (_, text) => ({ kind: 'data', text }),
};
