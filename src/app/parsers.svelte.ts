/** The parsers that platforms publish, each fetched when its platform is first shown. */
import type { Platform } from '../platforms';

/** What was asked for; whoever draws asks here first, and draws again when a parser has come. */
export class Parsers {
  /** Ids; nothing is derived from them. */
  private asked: readonly string[] = [];
  /** How many have come. */
  private come = $state(0);

  /** `failed` is told which platform's parser could not be fetched and what that means, as sentences. */
  constructor(private readonly failed: (why: string) => void) {}

  /** The platform. What is derived from it is derived again when its parser has come. */
  of(platform: Platform | null): Platform | null {
    void this.come;
    if (platform?.loadParser !== undefined && !this.asked.includes(platform.id)) {
      this.asked = [...this.asked, platform.id];
      void this.fetch(platform.name, platform.loadParser);
    }
    return platform;
  }

  private async fetch(name: string, load: () => Promise<void>): Promise<void> {
    try {
      await load();
      this.come++;
    } catch {
      this.failed(`The parser of ${name} could not be fetched: its texts are shown without markup. Reload the page.`);
    }
  }
}
