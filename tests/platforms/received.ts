/** What platforms say and show of a body, for tests: what the frame catches fails here. */
import { Body } from '../../src/coroot';
import { type Drawing, type Platform, type Preview, Received, type Verdict } from '../../src/platforms';

/** What the platform would say about a body. */
export function verdictOn({ reading }: Platform, body: string): Verdict {
  const verdict = new Received(reading, new Body(body)).verdict();
  const defect = verdict.findings.find(({ code }) => code === 'not-judged');
  if (defect !== undefined) throw new Error(defect.message);
  return verdict;
}

/** How the platform would show a body. */
export function previewOf(platform: Platform, body: string): Preview {
  return drawingOf(platform, body).preview;
}

/** The same, with how much of it is left out. */
export function drawingOf({ reading }: Platform, body: string): Drawing {
  const drawing = new Received(reading, new Body(body)).drawing();
  const { preview } = drawing;
  if (preview.kind === 'nothing' && preview.reason.startsWith('The playground could not'))
    throw new Error(preview.reason);
  return drawing;
}
