/** What platforms say and show of a body, for tests: what the frame catches fails here. */
import { Body } from '../../src/coroot';
import { type Drawing, type Preview, Received, type Verdict } from '../../src/platforms';
import { type Platform, platforms } from './all';
import { previewOf as previewIn } from '../../src/platforms/body/reading';

// What is drawn here is drawn with the platforms' own parsers.
for (const { loadParser } of platforms) await loadParser?.();

/** What the platform would say about a body. */
export function verdictOn({ reading }: Platform, body: string): Verdict {
  const verdict = new Received(reading, new Body(body)).verdict();
  const defect = verdict.findings.find(({ code }) => code === 'not-judged');
  if (defect !== undefined) throw new Error(defect.message);
  return verdict;
}

/** How the platform would show a body, all of it. */
export function previewOf({ reading }: Platform, body: string): Preview {
  const posted = new Body(body);
  const mended = reading.reads === 'text' ? null : reading.mend?.(posted);
  return previewIn(reading, mended?.body ?? posted);
}

/** As much of it as the page draws, and how much is left out. */
export function drawingOf({ reading }: Platform, body: string): Drawing {
  const drawing = new Received(reading, new Body(body)).drawing();
  const { preview } = drawing;
  if (preview.kind === 'nothing' && preview.reason.startsWith('The playground could not'))
    throw new Error(preview.reason);
  return drawing;
}
