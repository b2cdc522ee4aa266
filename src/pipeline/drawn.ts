/** A message as a platform shows it, with all that a page needs to draw it. */
import type { Drawing, Platform, Skin } from '../platforms';
import { drawBody } from './inspect';

/** What people see of a body, and the window of the platform that they see it in. */
export interface Drawn {
  /** The id of the platform. */
  readonly platform: string;
  readonly name: string;
  readonly skin: Skin;
  readonly drawing: Drawing;
}

/** What was drawn, in the window of its platform. */
export function drawnOn({ id, name, skin }: Platform, drawing: Drawing): Drawn {
  return { platform: id, name, skin, drawing };
}

/** A body that was rendered before, as a platform shows it. Never throws. */
export function drawnBody(platform: Platform, body: string): Drawn {
  return drawnOn(platform, drawBody(platform, body));
}
