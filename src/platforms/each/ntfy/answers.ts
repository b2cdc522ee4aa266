/**
 * What ntfy answers to messages that it refuses, recorded from a server built from its source with the settings it
 * comes with: https://github.com/binwiederhier/ntfy at 81a486a (2.13.0), on 2026-11-30.
 */

/** An answer as ntfy writes it; `page` is what it links to in its documentation. */
function answer(code: number, error: string, page: string | null = null): string {
  const link = page === null ? {} : { link: `https://ntfy.sh/docs/${page}` };
  return JSON.stringify({ code, http: Math.floor(code / 100), error, ...link }).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const scheduled = 'publish/#scheduled-delivery';

/** The answers by what is wrong. */
export const answers = {
  tooLarge: answer(41303, 'JSON body too large'),
  notJson: answer(40024, 'invalid request: request body must be valid JSON'),
  topic: answer(40009, 'invalid request: topic invalid'),
  topicTaken: answer(40010, 'invalid request: topic name is not allowed'),
  priority: answer(40007, 'invalid priority parameter', 'publish/#message-priority'),
  icon: answer(40021, 'invalid request: icon URL is invalid', 'publish/#icons'),
  attach: answer(40013, 'invalid request: attachment URL is invalid', 'publish/#attachments'),
  asFile: answer(40014, 'invalid request: attachments not allowed', 'config/#attachments'),
  email: answer(40001, 'e-mail notifications are not enabled', 'config/#e-mail-notifications'),
  call: answer(40032, 'invalid request: calling is disabled', 'config/#phone-calls'),
  delayNoCache: answer(40002, 'cannot disable cache for delayed message'),
  delayed: {
    email: answer(40003, 'delayed e-mail notifications are not supported'),
    call: answer(40037, 'invalid request: delayed call notifications are not supported'),
  },
  delay: {
    unreadable: answer(40004, 'invalid delay parameter: unable to parse delay', scheduled),
    'too-small': answer(40005, 'invalid delay parameter: too small, please refer to the docs', scheduled),
    'too-large': answer(40006, 'invalid delay parameter: too large, please refer to the docs', scheduled),
  },
};

/** The answer to buttons that are refused. */
export function actionsAnswer(why: string): string {
  return answer(40018, `invalid request: actions invalid; ${why}`, 'publish/#action-buttons');
}
