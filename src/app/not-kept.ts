/** What to tell a person when the browser's storage does not take something. */
import { downloadWork } from './clipboard';
import type { Notices } from './notices.svelte';
import { storage } from './persisted.svelte';
import type { Project } from '../share';

/** What the browser does not keep, in a sentence that says what to do, or null when it keeps everything. */
export function notKept(): string | null {
  const whose = ['draft.', 'owner.', 'history', 'payloads', 'send'].find((start) => storage.refusal(start) !== null);
  const why = storage.refusal(whose ?? '');
  if (why === null) return null;
  const reason = why === 'full' ? 'its storage is full' : 'it does not let this page store anything';
  switch (whose) {
    case 'draft.':
    case 'owner.':
      return `This browser does not keep your work: ${reason}. Copy or download it before you close the tab.`;
    case 'history':
      return `This browser does not keep the history: ${reason}. It is there until you close the tab.`;
    case 'payloads':
      return `This browser does not keep your payloads: ${reason}. They are there until you close the tab.`;
    case 'send':
      return `This browser does not remember the target of your test sends: ${reason}.`;
    default:
      return `This browser does not keep your settings: ${reason}.`;
  }
}

/** Says why the page is not loaded anew: the browser does not keep the work. Offers to put it into a file. */
export function tellWouldBeLost(notices: Notices, project: () => Project): void {
  notices.show({
    text: 'This browser does not keep your work, so it would be lost. Download it first.',
    stays: true,
    action: {
      label: 'Download',
      run: () => {
        downloadWork(project());
      },
    },
  });
}
